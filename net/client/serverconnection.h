// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client/cancelsignal.h"
#include "net/client/serveraddress.h"

#include <QNetworkAccessManager>

#include <chrono>
#include <memory>

namespace salesbench {

class RequestBatch;
class TokenSource;

/// A server, and as whom to speak to it. Cheap to copy; belongs to one thread.
struct ServerConnection {
    ServerAddress address;
    QByteArray token; ///< bearer token; empty = none is sent
    std::shared_ptr<QNetworkAccessManager> network;
    std::shared_ptr<CancelSignal> cancel;
    std::chrono::milliseconds timeout{30'000}; ///< for one whole exchange
    std::shared_ptr<TokenSource> tokens = {}; ///< where tokens end; goes before @c token
    std::shared_ptr<RequestBatch> batch = {}; ///< what carries documents many at a time
};

} // namespace salesbench
