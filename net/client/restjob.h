// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "net/client/cancelsignal.h"
#include "net/client/serveraddress.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QPointer>
#include <QUrlQuery>

#include <qcoro/qcorotask.h>

#include <chrono>
#include <memory>
#include <optional>

class QNetworkReply;

namespace salesbench {

class TokenSource;

/// A server, and as whom to speak to it. Cheap to copy; belongs to one thread.
struct ServerConnection {
    ServerAddress address;
    QByteArray token; ///< bearer token; empty = none is sent
    std::shared_ptr<QNetworkAccessManager> network;
    std::shared_ptr<CancelSignal> cancel;
    std::chrono::milliseconds timeout{30'000}; ///< for one whole exchange
    std::shared_ptr<TokenSource> tokens = {}; ///< where tokens end; goes before @c token
};

/// Why an exchange brought no usable answer.
struct RestFailure {
    Problem problem;
    int status = 0;          ///< HTTP status; 0 when none came
    bool unknown = false;    ///< a write that may or may not have happened
    bool offline = false;    ///< the network or the server is not there; others would fare no better
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

/// One HTTP exchange: the base of every operation. Never repeats a write, except one that was refused for an
/// old token (401) and so changed nothing; follows no redirects (a token must not travel to another host);
/// ends after the connection's time-out.
class RestJob {
public:
    RestJob(ServerConnection connection, ResourceKind kind, QByteArray verb, QUrl url);

    void setQuery(const QUrlQuery &query) { m_url.setQuery(query); }
    void setBody(const QByteArray &body, const QByteArray &contentType);
    void setHeader(const QByteArray &name, const QByteArray &value) { m_headers.insert(name, value); }

    /// By value: a coroutine must not refer to its caller's objects.
    static QCoro::Task<RestResult<RestAnswer>> run(RestJob job);

private:
    static QCoro::Task<RestResult<RestAnswer>> exchange(RestJob job);
    RestJob with(const QByteArray &token) const;
    QNetworkRequest request() const;
    QNetworkReply *send() const;
    bool isWrite() const { return m_verb != "GET" && m_verb != "OPTIONS"; }
    RestResult<RestAnswer> result(QNetworkReply &reply, bool timedOut) const;
    RestFailure withoutAnswer(const QNetworkReply &reply, bool timedOut) const;
    RestFailure refusal(const QNetworkReply &reply, int status, const QByteArray &body) const;
    QString host() const { return m_connection.address.host(m_kind); }

    ServerConnection m_connection;
    ResourceKind m_kind;
    QByteArray m_verb;
    QUrl m_url;
    std::optional<QByteArray> m_body;
    QHash<QByteArray, QByteArray> m_headers;
};

} // namespace salesbench
