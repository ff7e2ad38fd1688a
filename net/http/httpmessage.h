// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVector>

#include <functional>

namespace salesbench {

struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

/// A request as it came, whole and within the limits.
struct HttpRequest {
    QByteArray scheme = "http"; ///< or "https"
    QByteArray method;
    QByteArray path; ///< still percent-encoded, without the query
    QByteArray query; ///< what follows the question mark, still percent-encoded
    QVector<HttpHeader> headers;
    QByteArray body;

    /// Null where there is no such header; several of one name are joined by commas (RFC 9110, 5.3).
    QByteArray header(QByteArrayView name) const;
};

/// What is sent back. Content-Length, Connection and Date are the transport's.
struct HttpResponse {
    int status = 200;
    QVector<HttpHeader> headers;
    QByteArray body;
    QByteArray cause = {}; ///< of a failure, for the server's log; not sent

    QByteArray header(QByteArrayView name) const;
};

/// Takes the answer to one request; called exactly once, from any thread.
using HttpReply = std::function<void(HttpResponse)>;

/// Answers a request, at once or later. Called from the transport's threads, so it must not wait long.
using HttpHandler = std::function<void(HttpRequest, HttpReply)>;

/// Says in the service's own form why the transport itself refuses: 400, 408, 413, 431, 503.
using HttpRefusal = std::function<HttpResponse(int status, const QByteArray &why)>;

/// "Not Found" for 404; "Status" for one without a name.
QByteArray reasonPhrase(int status);

} // namespace salesbench
