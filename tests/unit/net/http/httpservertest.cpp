// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httpserver.h"
#include "tests/support/testcase.h"

#include <QTcpSocket>
#include <QTest>

#include <future>
#include <thread>

using namespace salesbench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Tells what came: "GET /a?b 3", the number being the body's length.
HttpResponse echo(const HttpRequest &request)
{
    return {.status = 200,
            .headers = {{"Content-Type", "text/plain"}},
            .body = request.method + ' ' + request.path + '?' + request.query + ' '
                + QByteArray::number(request.body.size())};
}

HttpResponse refusal(int status, const QByteArray &why)
{
    return {.status = status, .headers = {{"Content-Type", "text/plain"}}, .body = "refused: " + why};
}

const QByteArray Get = "GET /a?b=1 HTTP/1.1\r\nHost: x\r\n\r\n";

} // namespace

class HttpServerTest : public QObject {
    Q_OBJECT

    void serve(HttpHandler handler, const HttpLimits &limits = {})
    {
        auto server =
            HttpServer::start({.address = u"127.0.0.1"_s, .port = 0, .threads = 2, .limits = limits},
                              std::move(handler), refusal);
        QVERIFY(server);
        m_server = std::move(*server);
    }
    void serveEcho(const HttpLimits &limits = {})
    {
        serve([](const HttpRequest &request, const HttpReply &reply) { reply(echo(request)); }, limits);
    }

    std::unique_ptr<QTcpSocket> connected()
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(u"127.0.0.1"_s, m_server->port());
        socket->waitForConnected();
        return socket;
    }

    /// Everything up to the end of the connection.
    static QByteArray readToEnd(QTcpSocket &socket)
    {
        while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(20'000)) { }
        return socket.readAll();
    }

    /// Until @p count answers with a body that ends in @p end are there.
    static QByteArray readAnswers(QTcpSocket &socket, const QByteArray &end, int count = 1)
    {
        QByteArray all;
        while (all.count(end) < count && socket.waitForReadyRead(20'000))
            all += socket.readAll();
        return all;
    }

    QByteArray exchange(const QByteArray &request)
    {
        const auto socket = connected();
        socket->write(request);
        return readToEnd(*socket);
    }

private Q_SLOTS:
    void cleanup() { m_server.reset(); }

    void shouldKeepAConnectionAndAnswerAPipelineInOrder()
    {
        serveEcho();
        const auto socket = connected();
        socket->write("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nPOST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: "
                      "3\r\n\r\nabcGET /3 HTTP/1.1\r\nHost: x\r\n\r\n");
        const QByteArray answers = readAnswers(*socket, "? ", 3);
        QVERIFY(answers.indexOf("GET /1? 0") < answers.indexOf("POST /2? 3"));
        QVERIFY(answers.indexOf("POST /2? 3") < answers.indexOf("GET /3? 0"));
        socket->write(Get);
        QVERIFY(readAnswers(*socket, "b=1 0").startsWith("HTTP/1.1 200"));
    }

    void shouldReadAChunkedBody()
    {
        serveEcho();
        const QByteArray answer =
            exchange("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n");
        QVERIFY(answer.endsWith("POST /? 7"));
    }

    void shouldCloseWhereTheClientWishes()
    {
        serveEcho();
        const QByteArray answer = exchange("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.contains("Connection: close\r\n"));
        QVERIFY(answer.contains("Date: "));
    }

    void shouldSpeakTheOlderVersion()
    {
        serveEcho();
        const QByteArray closed = exchange("GET / HTTP/1.0\r\n\r\n");
        QVERIFY(closed.startsWith("HTTP/1.0 200 OK\r\n"));
        const auto kept = connected();
        kept->write("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        QVERIFY(readAnswers(*kept, "? 0").contains("Connection: keep-alive\r\n"));
        QCOMPARE(kept->state(), QAbstractSocket::ConnectedState);
    }

    void shouldAnswerHeadWithoutABody()
    {
        serveEcho();
        const QByteArray answer = exchange("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QVERIFY(answer.contains("Content-Length: 9\r\n"));
        QVERIFY(answer.endsWith("\r\n\r\n"));
    }

    void shouldInviteABodyThatWaits()
    {
        serveEcho();
        const auto socket = connected();
        socket->write("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: "
                      "100-continue\r\nContent-Length: 3\r\n\r\n");
        QVERIFY(socket->waitForReadyRead(20'000));
        QCOMPARE(socket->readAll(), "HTTP/1.1 100 Continue\r\n\r\n");
        socket->write("abc");
        QVERIFY(readToEnd(*socket).endsWith("POST /? 3"));
    }

    void shouldUnderstandAWholeUrlAsTarget()
    {
        serveEcho();
        QVERIFY(exchange("GET http://host:1/a?b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .endsWith("GET /a?b 0"));
        QVERIFY(exchange("GET http://host HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .endsWith("GET /? 0"));
    }

    void shouldRefuseAndClose_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const QByteArray host = "Host: x\r\n";
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("400");
        QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << QByteArray("400");
        QTest::newRow("two hosts") << "GET / HTTP/1.1\r\n" + host + host + "\r\n" << QByteArray("400");
        QTest::newRow("length and chunks") << "POST / HTTP/1.1\r\n" + host
                + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                           << QByteArray("400");
        QTest::newRow("chunks and length") << "POST / HTTP/1.1\r\n" + host
                + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"
                                           << QByteArray("400");
        QTest::newRow("two lengths") << "POST / HTTP/1.1\r\n" + host
                + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"
                                     << QByteArray("400");
        QTest::newRow("length no number") << "POST / HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n"
                                          << QByteArray("400");
        QTest::newRow("bad chunk") << "POST / HTTP/1.1\r\n" + host
                + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"
                                   << QByteArray("400");
        QTest::newRow("large header") << "GET / HTTP/1.1\r\n" + host + "X: " + QByteArray(20'000, 'x')
                + "\r\n\r\n" << QByteArray("431");
        QTest::newRow("large target") << "GET /" + QByteArray(20'000, 'x') + " HTTP/1.1\r\n" + host + "\r\n"
                                      << QByteArray("431");
        QTest::newRow("large body") << "POST / HTTP/1.1\r\n" + host + "Content-Length: 1048577\r\n\r\n"
                                    << QByteArray("413");
        QTest::newRow("large chunked body") << "POST / HTTP/1.1\r\n" + host
                + "Transfer-Encoding: chunked\r\n\r\n100001\r\n" + QByteArray(0x100001, 'x')
                + "\r\n0\r\n\r\n" << QByteArray("413");
    }

    void shouldRefuseAndClose()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        serveEcho();
        const QByteArray answer = exchange(request);
        QVERIFY2(answer.startsWith(QByteArray("HTTP/1.1 " + status)), answer.left(200).constData());
        QVERIFY(answer.contains("Connection: close\r\n"));
        QVERIFY(answer.contains("refused: "));
    }

    void shouldTakeABodyAsLargeAsTheLimit()
    {
        serveEcho();
        const QByteArray answer =
            exchange("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1048576\r\n\r\n"
                     + QByteArray(1048576, 'x'));
        QVERIFY(answer.endsWith("POST /? 1048576"));
    }

    void shouldGiveUpOnARequestThatDoesNotEnd()
    {
        HttpLimits limits;
        limits.request = 50ms;
        serveEcho(limits);
        QVERIFY(exchange("GET / HTTP/1.1\r\nHo").startsWith("HTTP/1.1 408"));
        QVERIFY(
            exchange("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na").startsWith("HTTP/1.1 408"));
    }

    void shouldCloseAnIdleConnectionWithoutAWord()
    {
        HttpLimits limits;
        limits.idle = 50ms;
        serveEcho(limits);
        QVERIFY(readToEnd(*connected()).isEmpty());
        const auto used = connected();
        used->write(Get);
        QVERIFY(readToEnd(*used).endsWith("GET /a?b=1 0"));
    }

    void shouldSurviveAClientThatLeaves()
    {
        serve([](const HttpRequest &request, const HttpReply &reply) { reply(echo(request)); });
        for (int i = 0; i < 20; ++i) {
            const auto socket = connected();
            socket->write(Get);
            socket->waitForBytesWritten();
            socket->abort();
        }
        QVERIFY(exchange("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").endsWith("GET /? 0"));
    }

    void shouldTakeAnAnswerFromAnotherThreadAndFinishItAtTheEnd()
    {
        std::promise<HttpReply> waiting;
        serve([&](const HttpRequest &, const HttpReply &reply) { waiting.set_value(reply); });
        const auto socket = connected();
        socket->write(Get);
        socket->waitForBytesWritten();
        const HttpReply reply = waiting.get_future().get();
        std::thread stopper([this] { m_server->stop(); });
        reply({.status = 200, .headers = {}, .body = "late"});
        stopper.join();
        const QByteArray answer = readToEnd(*socket);
        QVERIFY2(answer.endsWith("late"), answer.constData());
    }

    void shouldStopAlthoughAnAnswerNeverComes()
    {
        HttpLimits limits;
        limits.grace = 20ms;
        std::promise<HttpReply> waiting;
        serve([&](const HttpRequest &, const HttpReply &reply) { waiting.set_value(reply); }, limits);
        const auto socket = connected();
        socket->write(Get);
        socket->waitForBytesWritten();
        {
            const HttpReply reply = waiting.get_future().get();
            m_server->stop();
            reply({.status = 200, .headers = {}, .body = "too late"});
        }
        waiting = {};
        m_server.reset();
        QVERIFY(readToEnd(*socket).isEmpty());
    }

    void shouldStopBesideIdleConnections()
    {
        serveEcho();
        const auto socket = connected();
        socket->write(Get);
        readAnswers(*socket, "b=1 0");
        m_server.reset();
        QVERIFY(readToEnd(*socket).isEmpty());
    }

    void shouldMakeRoomForANewConnection()
    {
        HttpLimits limits;
        limits.connections = 2;
        serveEcho(limits);
        const auto oldest = connected();
        oldest->write(Get);
        readAnswers(*oldest, "b=1 0");
        const auto second = connected();
        second->write(Get);
        readAnswers(*second, "b=1 0");
        QVERIFY(exchange("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").endsWith("GET /? 0"));
        QVERIFY(readToEnd(*oldest).isEmpty());
        second->write(Get);
        QVERIFY(readAnswers(*second, "b=1 0").startsWith("HTTP/1.1 200"));
    }

    void shouldServeNoMoreThanAllowedAfterManyCameAtOnce()
    {
        HttpLimits limits;
        limits.connections = 2;
        serveEcho(limits);
        std::vector<std::unique_ptr<QTcpSocket>> crowd(100);
        for (auto &socket : crowd) {
            socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(u"127.0.0.1"_s, m_server->port());
        }
        QTRY_COMPARE(crowd.back()->state(), QAbstractSocket::ConnectedState);
        QTRY_COMPARE(m_server->connections(), limits.connections);
    }

    void shouldNameAnAddressThatCannotBeUsed()
    {
        const auto server = HttpServer::start(
            {.address = u"192.0.2.1"_s, .port = 1, .threads = 1, .limits = {}},
            [](const HttpRequest &, const HttpReply &) {}, refusal);
        QVERIFY(!server);
        QCOMPARE(server.error().kind, Problem::Kind::BadInput);
        QVERIFY(server.error().sentence.contains(u"192.0.2.1:1"_s));
    }

private:
    std::unique_ptr<HttpServer> m_server;
};

SALESBENCH_TEST(HttpServerTest)
#include "httpservertest.moc"
