// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverdocuments.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"

#include <QTcpSocket>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What those who run the server see of it.
class TelemetryTest : public QObject {
    Q_OBJECT

    QString file() const { return m_folder.filePath(u"log"_s); }
    void start()
    {
        auto server =
            EmbeddedServer::start({.database = m_folder.filePath(u"server.sqlite"_s),
                                   .users = {{u"Sue"_s, {}, Role::Supervisor, tokenDigest("sue-token")}},
                                   .log = *ServerLog::open(file())});
        QVERIFY(server);
        m_server = std::move(*server);
    }
    /// What was logged, after the end of the server.
    QList<QJsonObject> logged()
    {
        m_server.reset();
        QFile log(file());
        QList<QJsonObject> lines;
        if (log.open(QFile::ReadOnly)) {
            for (const QByteArray &line : log.readAll().trimmed().split('\n'))
                lines.append(QJsonDocument::fromJson(line).object());
        }
        return lines;
    }
    QByteArray metrics() { return HttpClient(m_server->origin(), "sue-token").get(u"/metrics"_s).body; }

private Q_SLOTS:
    void init()
    {
        QFile::remove(file());
        start();
    }

    void cleanup() { m_server.reset(); }

    void shouldLogEveryRequestWithoutSecrets()
    {
        HttpClient sue(m_server->origin(), "sue-token");
        sue.post(LeadPath, R"({"name":"Private matter"})");
        sue.get(LeadPath + u"?name=Private+matter"_s);
        HttpClient(m_server->origin(), "wrong-token").get(LeadPath);
        sue.get(u"/nothing"_s);

        const QList<QJsonObject> lines = logged();
        QCOMPARE(lines.size(), 4);
        const auto column = [&](QLatin1StringView name) {
            QVariantList values;
            for (const QJsonObject &line : lines)
                values.append(line.value(name).toVariant());
            return values;
        };
        QCOMPARE(column("status"_L1), QVariantList({201, 200, 401, 404}));
        QCOMPARE(column("method"_L1), QVariantList({u"POST"_s, u"GET"_s, u"GET"_s, u"GET"_s}));
        QCOMPARE(column("path"_L1), QVariantList({LeadPath, LeadPath, LeadPath, u"/nothing"_s}));
        QCOMPARE(column("user"_L1), QVariantList({u"Sue"_s, u"Sue"_s, {}, {}}));
        QFile log(file());
        QVERIFY(log.open(QFile::ReadOnly));
        const QByteArray all = log.readAll();
        QVERIFY(!all.contains("Private"));
        QVERIFY(!all.contains("token"));
    }

    void shouldLogWhatTheTransportRefuses()
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_server->port());
        socket.write("GET / HTTP/1.1\r\n\r\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const QList<QJsonObject> lines = logged();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().value("status"_L1).toInt(), 400);
    }

    void shouldLogWhyTheDatabaseFailed()
    {
        {
            Database::Options options;
            options.lock = false;
            const auto other =
                Database::open(m_folder.filePath(u"server.sqlite"_s), ServerDocuments::migrations(), options);
            QVERIFY(other && (*other)->execute(u"ALTER TABLE document RENAME TO gone"_s));
        }
        HttpClient sue(m_server->origin(), "sue-token");
        const HttpAnswer read = sue.get(LeadPath + u"/any"_s);
        QCOMPARE(read.status, 500);
        QVERIFY(!read.body.contains("table"));
        QCOMPARE(sue.post(LeadPath, R"({"name":"a"})").status, 500);
        for (const QJsonObject &line : logged())
            QVERIFY2(line.value("cause"_L1).toString().contains(u"no such table: document"_s),
                     qPrintable(line.value("cause"_L1).toString()));
        QFile::remove(m_folder.filePath(u"server.sqlite"_s));
    }

    void shouldCount()
    {
        HttpClient sue(m_server->origin(), "sue-token");
        sue.get(LeadPath);
        sue.get(LeadPath);
        sue.post(LeadPath, "{}");
        sue.send("BREW", LeadPath, {}, {});
        const QByteArray text = metrics();
        QVERIFY(text.contains("\nsalesbench_requests_total{method=\"GET\",status=\"200\"} 2\n"));
        QVERIFY(text.contains("\nsalesbench_requests_total{method=\"POST\",status=\"400\"} 1\n"));
        QVERIFY(text.contains("salesbench_requests_total{method=\"other\",status=\"405\"} 1\n"));
        QVERIFY(text.contains("\nsalesbench_request_seconds_bucket{le=\"+Inf\"} 4\n"));
        QVERIFY(text.contains("\nsalesbench_request_seconds_count 4\n"));
        QVERIFY(text.contains("\nsalesbench_subscriptions 0\n"));
        QVERIFY(text.contains("\nsalesbench_connections "));
        QVERIFY(!text.contains("salesbench_resident_bytes 0\n"));
    }

    void shouldShowTheCountsOnlyToUsers()
    {
        QCOMPARE(HttpClient(m_server->origin()).get(u"/metrics"_s).status, 401);
        QCOMPARE(HttpClient(m_server->origin()).get(u"/health"_s).status, 200);
        const HttpAnswer answer = HttpClient(m_server->origin(), "sue-token").get(u"/metrics"_s);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.headers.value("content-type").startsWith("text/plain; version=0.0.4"));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedServer> m_server;
};

SALESBENCH_TEST(TelemetryTest)
#include "telemetrytest.moc"
