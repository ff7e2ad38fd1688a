// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace salesbench {

/// TLS 1.2 and later with the certificate (and its chain) and the key of two PEM files. BadInput names the
/// file that cannot be used.
Result<std::shared_ptr<boost::asio::ssl::context>> serverTls(const QString &certificate, const QString &key);

} // namespace salesbench
