// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "net/client/exchange.h"

#include <QUrlQuery>

#include <optional>

namespace salesbench {

/// Why an exchange brought no usable answer.
struct RestFailure {
    Problem problem;
    int status = 0; ///< HTTP status; 0 when none came
    bool unknown = false; ///< a write that may or may not have happened
    bool offline = false; ///< the network or the server is not there; others would fare no better
    std::optional<std::chrono::seconds> retryAfter; ///< the server's wish
};

template<typename T>
using RestResult = tl::expected<T, RestFailure>;

/// A success (2xx) as it came.
struct RestAnswer {
    int status = 0;
    QByteArray body;
    QString etag;
    std::optional<qint64> totalCount; ///< X-Total-Count
    QByteArray acceptPatch; ///< media types that a PATCH of it may have (RFC 5789)
    bool isSalesbench = false; ///< the server says that it is one of ours
};

/// One exchange, and what its outcome means: the base of every operation. Never repeats a write, except one
/// that was refused for an old token (401) and so changed nothing.
class RestJob {
public:
    RestJob(ServerConnection connection, ResourceKind kind, QByteArray verb, QUrl url);

    void setQuery(const QUrlQuery &query) { m_url.setQuery(query); }
    void setBody(const QByteArray &body, const QByteArray &contentType);
    void setHeader(const QByteArray &name, const QByteArray &value)
    {
        m_request.headers.append({name, value});
    }

    /// By value: a coroutine must not refer to its caller's objects.
    static QCoro::Task<RestResult<RestAnswer>> run(RestJob job);

private:
    static QCoro::Task<RestResult<RestAnswer>> once(RestJob job);
    static QCoro::Task<Exchange> carried(RestJob job);
    RestJob with(const QByteArray &token) const;
    RestResult<RestAnswer> result(const Exchange &exchange) const;
    RestFailure withoutAnswer(const Exchange &exchange) const;
    RestFailure refusal(const HttpResponse &answer) const;
    QString host() const { return m_connection.address.host(m_kind); }

    ServerConnection m_connection;
    ResourceKind m_kind;
    QUrl m_url;
    HttpRequest m_request;
};

} // namespace salesbench
