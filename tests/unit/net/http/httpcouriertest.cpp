// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httpcourier.h"
#include "tests/support/certificate.h"
#include "tests/support/fakeserver.h"
#include "tests/support/testcase.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>

#include <future>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr HttpCourier::Limits Short{.exchange = 500ms, .headerBytes = 1024, .bodyBytes = 4096};

/// Writes @p head, then @p piece over and over.
class EndlessServer : public QTcpServer {
public:
    EndlessServer(const QByteArray &head, const QByteArray &piece)
    {
        connect(this, &QTcpServer::newConnection, this, [this, head, piece] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::bytesWritten, socket, [socket, piece] { socket->write(piece); });
            socket->write(head);
        });
        listen(QHostAddress::LocalHost);
    }
    QString origin() const { return u"http://127.0.0.1:%1"_s.arg(serverPort()); }
};

} // namespace

class HttpCourierTest : public QObject {
    Q_OBJECT

    using LinePointer = std::shared_ptr<HttpCourier::Line>;

    LinePointer lineTo(const QString &url)
    {
        std::promise<LinePointer> line;
        m_courier->run([&] { line.set_value(m_courier->lineTo(QUrl(url))); });
        return line.get_future().get();
    }

    /// Lets the fake server answer meanwhile.
    PostOutcome post(const LinePointer &line, const QByteArray &body = "{}")
    {
        std::promise<PostOutcome> promise;
        auto outcome = promise.get_future();
        m_courier->run([&] {
            m_courier->post(line, {{"Content-Type", "application/json"}}, body,
                            [&promise](const PostOutcome &answer) { promise.set_value(answer); });
        });
        while (outcome.wait_for(0ms) != std::future_status::ready)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        return outcome.get();
    }

    void serve(QSslServer &server)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(Certificate));
        configuration.setPrivateKey(QSslKey(CertificateKey, QSsl::Ec));
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QSslServer::pendingConnectionAvailable, &server, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (socket->readAll().endsWith("{}"))
                    socket->write("HTTP/1.1 204 No Content\r\n\r\n");
            });
        });
    }

private Q_SLOTS:
    void init() { m_courier = std::make_unique<HttpCourier>(Short); }
    void cleanup()
    {
        m_courier.reset();
        qunsetenv("SSL_CERT_FILE");
    }

    void shouldPostAndTellTheStatus()
    {
        FakeServer server;
        server.answer([](const FakeRequest &) { return FakeAnswer{.status = 202}; });
        const PostOutcome outcome = post(lineTo(server.origin() + u"/a%20b?c=d"_s), R"({"e":1})");
        QCOMPARE(outcome.status, 202);
        QCOMPARE(server.requests().size(), 1);
        const FakeRequest &request = server.requests().first();
        QCOMPARE(request.url.toEncoded(), "/a%20b?c=d");
        QCOMPARE(request.body, R"({"e":1})");
        QCOMPARE(request.headers.value("host"), server.origin().mid(7).toLatin1());
        QCOMPARE(request.headers.value("content-type"), "application/json");
    }

    void shouldKeepTheConnection()
    {
        FakeServer server;
        int connections = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] { ++connections; });
        server.answer([](const FakeRequest &) { return FakeAnswer{.status = 200, .body = "{}"}; });
        const LinePointer line = lineTo(server.origin());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(post(line).status, 200);
        QCOMPARE(connections, 1);
    }

    void shouldConnectAgainWhereTheOtherSideHungUp()
    {
        FakeServer server;
        server.answer([&](const FakeRequest &) {
            return server.requests().size() == 2 ? FakeAnswer{.hangUp = true} : FakeAnswer{.status = 200};
        });
        const LinePointer line = lineTo(server.origin());
        QCOMPARE(post(line).status, 200);
        QCOMPARE(post(line).status, 200);
        QCOMPARE(server.requests().size(), 3);
    }

    void shouldTellThatNobodyAnswers_data()
    {
        QTest::addColumn<bool>("silent");
        QTest::addColumn<bool>("hangUp");
        QTest::newRow("silent") << true << false;
        QTest::newRow("hangs up") << false << true;
    }

    void shouldTellThatNobodyAnswers()
    {
        QFETCH(bool, silent);
        QFETCH(bool, hangUp);
        FakeServer server;
        server.answer([&](const FakeRequest &) { return FakeAnswer{.hangUp = hangUp, .silent = silent}; });
        const PostOutcome outcome = post(lineTo(server.origin()));
        QCOMPARE(outcome.status, 0);
        QVERIFY(!outcome.why.isEmpty());
        QCOMPARE(server.requests().size(), 1);
    }

    void shouldTellThatNobodyIsThere_data()
    {
        QTest::addColumn<int>("nothing");
        QTest::newRow("http://127.0.0.1:1") << 0;
        QTest::newRow("https://127.0.0.1:1") << 0;
        QTest::newRow("http://nobody.invalid") << 0;
    }

    void shouldTellThatNobodyIsThere()
    {
        const PostOutcome outcome = post(lineTo(QString::fromLatin1(QTest::currentDataTag())));
        QCOMPARE(outcome.status, 0);
        QVERIFY(!outcome.why.isEmpty());
    }

    void shouldFollowNoRedirect()
    {
        FakeServer server;
        server.answer([&](const FakeRequest &) {
            return FakeAnswer{.status = 302, .headers = {"Location: " + server.origin().toLatin1() + "/b"}};
        });
        QCOMPARE(post(lineTo(server.origin())).status, 302);
        QCOMPARE(server.requests().size(), 1);
    }

    void shouldNotReadEndlessly_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<int>("status");
        const QByteArray chunk = "400\r\n" + QByteArray(0x400, 'a') + "\r\n";
        QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                                << chunk << 200;
        QTest::newRow("until it closes") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << chunk << 200;
        QTest::newRow("too long") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n")
                                  << chunk << 200;
        QTest::newRow("drop by drop")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n") << QByteArray() << 200;
        QTest::newRow("headers") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("A: b\r\n") << 0;
        QTest::newRow("half a status") << QByteArray("HTTP/1.1 2") << QByteArray() << 0;
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << QByteArray() << 0;
        QTest::newRow("still going on") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n")
                                        << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << 100;
    }

    void shouldNotReadEndlessly()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, piece);
        QFETCH(int, status);
        EndlessServer server(head, piece);
        QCOMPARE(post(lineTo(server.origin())).status, status);
    }

    void shouldTrustOnlyCertificatesThatItKnows()
    {
        QSslServer server;
        serve(server);
        const QString url = u"https://127.0.0.1:%1/a"_s.arg(server.serverPort());
        const PostOutcome outcome = post(lineTo(url));
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.why.contains(u"certificate"_s), qPrintable(outcome.why));

        QTemporaryDir folder;
        QFile known(folder.filePath(u"known.pem"_s));
        QVERIFY(known.open(QFile::WriteOnly));
        known.write(Certificate);
        known.close();
        qputenv("SSL_CERT_FILE", known.fileName().toLocal8Bit());
        m_courier = std::make_unique<HttpCourier>(Short);
        QCOMPARE(post(lineTo(url)).status, 204);
        QCOMPARE(post(lineTo(u"https://127.0.0.1:%1/"_s.arg(server.serverPort()))).status, 204);
        const PostOutcome otherName = post(lineTo(u"https://127.0.0.2:%1/"_s.arg(server.serverPort())));
        QCOMPARE(otherName.status, 0);
    }

    void shouldEndWhileAnAnswerIsOut()
    {
        FakeServer server;
        server.answer([](const FakeRequest &) { return FakeAnswer{.silent = true}; });
        const LinePointer line = lineTo(server.origin());
        m_courier->run([&] { m_courier->post(line, {}, "{}", [](const PostOutcome &) {}); });
        QTRY_COMPARE(server.requests().size(), 1);
        m_courier->stop();
        m_courier->run([] { qFatal("Nothing runs after the end."); });
    }

private:
    std::unique_ptr<HttpCourier> m_courier;
};

SALESBENCH_TEST(HttpCourierTest)
#include "httpcouriertest.moc"
