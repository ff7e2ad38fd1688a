// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/embeddedserver.h"
#include "net/server/servedresource.h"
#include "tests/support/httpclient.h"

#include <QTemporaryDir>
#include <QTest>

namespace salesbench::testing {

inline const QString LeadPath = QStringLiteral("/tmf-api/sales/v4/salesLead");
inline const QString OpportunityPath = QStringLiteral("/tmf-api/sales/v4/salesOpportunity");
inline const QString QuotePath = QStringLiteral("/tmf-api/quoteManagement/v4/quote");

/// A server on a database of its own, and a client that speaks to it.
class RunningServer {
public:
    explicit RunningServer(const QVector<ServerUser> &users = {}, const EventLimits &events = {})
        : m_users(users)
        , m_events(events)
    {
        start();
    }

    HttpClient &client() { return *m_client; }
    HttpClient clientOf(const QByteArray &token) const { return HttpClient(m_server->origin(), token); }
    QString origin() const { return m_server->origin(); }
    quint16 port() const { return m_server->port(); }

    void stop() { m_server.reset(); }
    void restart()
    {
        stop();
        start();
    }

    /// The smallest document of a resource that the server takes.
    static QByteArray minimal(ResourceKind kind)
    {
        return kind == ResourceKind::Quote ? R"({"description":"a","quoteItem":[{"id":"1","action":"add"}]})"
                                           : R"({"name":"a"})";
    }

private:
    void start()
    {
        auto server = EmbeddedServer::start({.database = m_folder.filePath(QStringLiteral("server.sqlite")),
                                             .listen = QStringLiteral("127.0.0.1:0"),
                                             .users = m_users,
                                             .noAuth = m_users.isEmpty(),
                                             .events = m_events});
        if (!server)
            qFatal("%s", qPrintable(server.error().sentence));
        m_server = std::move(*server);
        m_client = std::make_unique<HttpClient>(m_server->origin());
    }

    QTemporaryDir m_folder;
    QVector<ServerUser> m_users;
    EventLimits m_events;
    std::unique_ptr<EmbeddedServer> m_server;
    std::unique_ptr<HttpClient> m_client;
};

} // namespace salesbench::testing
