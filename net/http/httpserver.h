// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "net/http/httplimits.h"
#include "net/http/httpmessage.h"

#include <memory>

namespace salesbench {

/// HTTP/1.1 over TCP, with threads of its own; knows nothing of what is served.
class HttpServer {
public:
    struct Options {
        QString address; ///< an IP address or "localhost"
        quint16 port = 0; ///< 0 picks a free one
        int threads = 2;
        HttpLimits limits = {};
        QString tlsCertificate = {}; ///< a PEM file, with its chain; empty = without TLS
        QString tlsKey = {}; ///< a PEM file
    };

    /// Listens when it returns. BadInput names an address that cannot be listened at, or a
    /// certificate that cannot be used.
    static Result<std::unique_ptr<HttpServer>> start(const Options &options, HttpHandler handler,
                                                     HttpRefusal refusal);

    ~HttpServer();

    /// Accepts nothing more, finishes what is in flight, then returns. Answers that come later are
    /// dropped; no HttpReply may be kept beyond the server's own end.
    void stop();

    quint16 port() const;

    /// That are open.
    int connections() const;

private:
    class Private;
    explicit HttpServer(std::unique_ptr<Private> d);
    Q_DISABLE_COPY_MOVE(HttpServer)

    std::unique_ptr<Private> d;
};

} // namespace salesbench
