// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpmessage.h"
#include "net/server/serverlog.h"
#include "net/server/servermetrics.h"

#include <chrono>

namespace salesbench {

/// What the server tells those who run it.
struct Telemetry {
    std::shared_ptr<ServerLog> log;
    ServerMetrics metrics = {};

    /// @p reply, which also counts and logs the answer. The path is logged without its query, because that
    /// may name customers; nothing is logged of bodies and tokens.
    HttpReply observed(const HttpRequest &request, const QString &user,
                       std::chrono::steady_clock::time_point begun, HttpReply reply);

    /// Counts and logs what the transport refused by itself.
    HttpResponse refusal(HttpResponse response);
};

} // namespace salesbench
