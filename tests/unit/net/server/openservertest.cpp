// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificate.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// A server on a network: TLS, proxies, pages of other origins, too many requests.
class OpenServerTest : public QObject {
    Q_OBJECT

    EmbeddedServer::Options options() const
    {
        return {.database = m_folder->filePath(u"server.sqlite"_s),
                .users = {{u"Sue"_s, {}, Role::Supervisor, tokenDigest("sue")},
                          {u"Tom"_s, {}, Role::Supervisor, tokenDigest("tom")}}};
    }
    EmbeddedServer::Options secure() const
    {
        EmbeddedServer::Options result = options();
        result.tlsCertificate = m_folder->filePath(u"certificate.pem"_s);
        result.tlsKey = m_folder->filePath(u"key.pem"_s);
        return result;
    }
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(content);
    }
    void start(const EmbeddedServer::Options &options)
    {
        auto server = EmbeddedServer::start(options);
        QVERIFY2(server, server ? "" : qPrintable(server.error().sentence));
        m_server = std::move(*server);
    }

    /// What comes for @p request over TLS, up to the end; empty where no connection came about.
    QByteArray exchange(const QByteArray &request, QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        QSslSocket socket;
        QSslConfiguration configuration = socket.sslConfiguration();
        configuration.setProtocol(protocol);
        configuration.setCaCertificates(QSslCertificate::fromData(Certificate));
        socket.setSslConfiguration(configuration);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, m_server->port());
        if (!socket.waitForEncrypted(10'000))
            return {};
        socket.write(request);
        while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(10'000)) { }
        return socket.readAll();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"certificate.pem"_s, Certificate);
        write(u"key.pem"_s, CertificateKey);
    }
    void cleanup() { m_server.reset(); }

    void shouldSpeakTls()
    {
        start(secure());
        QVERIFY(m_server->origin().startsWith(u"https://127.0.0.1:"_s));
        const QByteArray head = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sue\r\n";
        for (int i = 0; i < 2; ++i) {
            const QByteArray created =
                exchange("POST " + LeadPath.toLatin1() + head
                         + "Connection: close\r\nContent-Length: 12\r\n\r\n{\"name\":\"a\"}");
            QVERIFY2(created.startsWith("HTTP/1.1 201"), created.constData());
        }
        const QByteArray page =
            exchange("GET " + LeadPath.toLatin1() + "?limit=1" + head + "Connection: close\r\n\r\n");
        QVERIFY2(page.contains(QByteArray("<https://localhost" + LeadPath.toLatin1())), page.constData());
    }

    void shouldAnswerSeveralRequestsOverOneSecureConnection()
    {
        start(secure());
        const QByteArray get = "GET /health HTTP/1.1\r\nHost: a\r\n";
        const QByteArray answers = exchange(get + "\r\n" + get + "\r\n" + get + "Connection: close\r\n\r\n");
        QCOMPARE(answers.count("HTTP/1.1 200"), 3);
    }

    void shouldSpeakNoOldTls()
    {
        start(secure());
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        QCOMPARE(exchange("GET /health HTTP/1.0\r\n\r\n", QSsl::TlsV1_1), QByteArray());
        QT_WARNING_POP
        QVERIFY(exchange("GET /health HTTP/1.0\r\n\r\n", QSsl::TlsV1_2).startsWith("HTTP/1.0 200"));
        QVERIFY(exchange("GET /health HTTP/1.0\r\n\r\n", QSsl::TlsV1_3).startsWith("HTTP/1.0 200"));
    }

    void shouldNotBeHeldUpByWhoNeverShakesHands()
    {
        EmbeddedServer::Options given = secure();
        given.limits.request = std::chrono::seconds(1);
        start(given);
        QTcpSocket silent;
        silent.connectToHost(u"127.0.0.1"_s, m_server->port());
        QVERIFY(silent.waitForConnected());
        QVERIFY(exchange("GET /health HTTP/1.0\r\n\r\n").startsWith("HTTP/1.0 200"));
        QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
    }

    void shouldNameAFileThatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("word");
        QTest::newRow("no certificate") << QByteArray("a") << CertificateKey << u"certificate.pem"_s;
        QTest::newRow("no key") << Certificate << QByteArray("a") << u"key.pem"_s;
    }

    void shouldNameAFileThatCannotBeUsed()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, key);
        QFETCH(QString, word);
        write(u"certificate.pem"_s, certificate);
        write(u"key.pem"_s, key);
        const auto server = EmbeddedServer::start(secure());
        QVERIFY(!server);
        QCOMPARE(server.error().kind, Problem::Kind::BadInput);
        QVERIFY2(server.error().sentence.contains(word), qPrintable(server.error().sentence));
    }

    void shouldNotSpeakOpenlyOnANetwork()
    {
        EmbeddedServer::Options given = options();
        given.listen = u"0.0.0.0:0"_s;
        const auto server = EmbeddedServer::start(given);
        QVERIFY(!server);
        QVERIFY(server.error().sentence.contains(u"--tls-certificate"_s));
        given.behindProxy = true;
        QVERIFY(EmbeddedServer::start(given));
        given = secure();
        given.listen = u"0.0.0.0:0"_s;
        QVERIFY(EmbeddedServer::start(given));
        given.tlsKey.clear();
        QVERIFY(!EmbeddedServer::start(given));
        given = secure();
        given.listen = u"0.0.0.0:0"_s;
        given.users.clear();
        given.noAuth = true;
        QVERIFY(!EmbeddedServer::start(given));
    }

    void shouldBelieveTheProxyOnlyWhereThereIsOne_data()
    {
        QTest::addColumn<bool>("behindProxy");
        QTest::addColumn<QByteArray>("link");
        QTest::newRow("proxy") << true << QByteArray("<https:");
        QTest::newRow("none") << false << QByteArray("<http:");
    }

    void shouldBelieveTheProxyOnlyWhereThereIsOne()
    {
        QFETCH(bool, behindProxy);
        QFETCH(QByteArray, link);
        EmbeddedServer::Options given = options();
        given.behindProxy = behindProxy;
        start(given);
        HttpClient sue(m_server->origin(), "sue");
        sue.post(LeadPath, R"({"name":"a"})");
        sue.post(LeadPath, R"({"name":"b"})");
        const HttpAnswer page = sue.get(LeadPath + u"?limit=1"_s, {{"X-Forwarded-Proto", "https"}});
        QVERIFY2(page.headers.value("link").startsWith(link), page.headers.value("link").constData());
    }

    void shouldLetOnlyNamedOriginsRead_data()
    {
        QTest::addColumn<QByteArrayList>("origins");
        QTest::addColumn<QByteArray>("allowed");
        QTest::newRow("nobody named") << QByteArrayList() << QByteArray();
        QTest::newRow("named") << QByteArrayList{"https://a.example", "https://b.example"}
                               << QByteArray("https://b.example");
        QTest::newRow("another named") << QByteArrayList{"https://a.example"} << QByteArray();
    }

    void shouldLetOnlyNamedOriginsRead()
    {
        QFETCH(QByteArrayList, origins);
        QFETCH(QByteArray, allowed);
        EmbeddedServer::Options given = options();
        given.corsOrigins = origins;
        start(given);
        HttpClient sue(m_server->origin(), "sue");
        const std::pair<QByteArray, QByteArray> origin{"Origin", "https://b.example"};
        const HttpAnswer answer = sue.get(LeadPath, {origin});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("access-control-allow-origin"), allowed);
        QCOMPARE(answer.headers.value("access-control-expose-headers").contains("ETag"), !allowed.isEmpty());
        QCOMPARE(answer.headers.contains("vary"), !origins.isEmpty());

        const HttpAnswer preflight =
            HttpClient(m_server->origin())
                .send("OPTIONS", LeadPath, {}, {origin, {"Access-Control-Request-Method", "PATCH"}});
        QCOMPARE(preflight.status, 204);
        QCOMPARE(preflight.headers.value("access-control-allow-methods").contains("PATCH"),
                 !allowed.isEmpty());
    }

    void shouldTakeSoManyRequestsOfEachUser()
    {
        EmbeddedServer::Options given = options();
        given.rateLimit = 2;
        start(given);
        HttpClient sue(m_server->origin(), "sue");
        HttpAnswer answer;
        for (int i = 0; i < 50 && answer.status != 429; ++i)
            answer = sue.get(LeadPath);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.headers.value("retry-after"), "1");
        QCOMPARE(answer.object().value("code"_L1).toString(), u"429"_s);
        QCOMPARE(HttpClient(m_server->origin(), "tom").get(LeadPath).status, 200);
        QCOMPARE(sue.get(u"/health"_s).status, 200);
        bool again = false; // the macro asks once more after the first success
        QTRY_VERIFY(again = again || sue.get(LeadPath).status == 200);
    }

    void shouldGiveSoManyDocumentsAtOnce()
    {
        EmbeddedServer::Options given = options();
        given.maxPage = 2;
        start(given);
        HttpClient sue(m_server->origin(), "sue");
        for (int i = 0; i < 3; ++i)
            sue.post(LeadPath, R"({"name":"a"})");
        for (const QString &query : {u""_s, u"?limit=3"_s}) {
            const HttpAnswer page = sue.get(LeadPath + query);
            QCOMPARE(page.status, 206);
            QCOMPARE(page.array().size(), 2);
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EmbeddedServer> m_server;
};

SALESBENCH_TEST(OpenServerTest)
#include "openservertest.moc"
