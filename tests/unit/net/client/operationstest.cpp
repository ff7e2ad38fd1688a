// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/operations.h"
#include "tests/support/fakeserver.h"
#include "tests/support/testcase.h"

#include <qcoro/qcorotask.h>

#include <QJsonDocument>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class OperationsTest : public QObject {
    Q_OBJECT

    ServerConnection connectionTo(const QString &origin, std::chrono::milliseconds timeout = 5s)
    {
        return {.address = *ServerAddress::parse(origin), .token = "secret", .network = std::make_shared<QNetworkAccessManager>(),
                .cancel = std::make_shared<CancelSignal>(), .timeout = timeout};
    }

    RestResult<ListPage> list(const ServerConnection &connection)
    {
        return QCoro::waitFor(listPage(connection, ResourceKind::SalesLead, QUrlQuery()));
    }

    RestFailure failureOf(const FakeAnswer &answer, std::chrono::milliseconds timeout = 5s)
    {
        FakeServer server;
        server.answer([&](const FakeRequest &) { return answer; });
        const RestResult<ListPage> page = list(connectionTo(server.origin(), timeout));
        return page ? RestFailure{} : page.error();
    }

private Q_SLOTS:
    void shouldReadAPage()
    {
        FakeServer server;
        server.answer([](const FakeRequest &) {
            return FakeAnswer{206, R"([{"id":7,"name":"a"},{"id":"x","unknown":{"deep":[1]}}])", {"X-Total-Count: 12"}, false, false, 0};
        });
        const RestResult<ListPage> page = list(connectionTo(server.origin()));
        QVERIFY(page.has_value());
        QCOMPARE(page->documents.size(), 2);
        QCOMPARE(page->documents.at(0).serverId, u"7"_s);
        QVERIFY(page->documents.at(1).document.contains("unknown"_L1));
        QCOMPARE(page->total.value_or(-1), 12);
        QVERIFY(!page->whole);
        QCOMPARE(server.requests().at(0).headers.value("authorization"), "Bearer secret");
        QCOMPARE(server.requests().at(0).url.path(), u"/tmf-api/sales/v4/salesLead"_s);
    }

    void shouldExplainBadAnswers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Problem::Kind>("kind");
        using K = Problem::Kind;
        QTest::newRow("html") << 200 << QByteArray("<!DOCTYPE html><html>") << K::NotTmf;
        QTest::newRow("no json") << 200 << QByteArray("hello") << K::NotTmf;
        QTest::newRow("object") << 200 << QByteArray(R"({"id":"1"})") << K::NotTmf;
        QTest::newRow("without id") << 200 << QByteArray(R"([{"name":"1"}])") << K::NotTmf;
        QTest::newRow("numbers") << 200 << QByteArray("[1]") << K::NotTmf;
        QTest::newRow("moved") << 302 << QByteArray() << K::NotTmf;
        QTest::newRow("token") << 401 << QByteArray("{}") << K::SignIn;
        QTest::newRow("forbidden") << 403 << QByteArray(R"({"code":"1","reason":"no"})") << K::NotAllowed;
        QTest::newRow("wrong path") << 404 << QByteArray("<html>") << K::NotFound;
        QTest::newRow("busy") << 503 << QByteArray() << K::Server;
        QTest::newRow("broken") << 500 << QByteArray("oops") << K::Server;
    }

    void shouldExplainBadAnswers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const RestFailure failure = failureOf({status, body, {}, false, false, 0});
        QTEST(failure.problem.kind, "kind");
        QCOMPARE(failure.status, status);
        QVERIFY(failure.problem.sentence.contains(u"127.0.0.1"_s));
        QVERIFY(!failure.problem.sentence.contains(u"secret"_s));
    }

    void shouldObeyRetryAfter()
    {
        const RestFailure failure = failureOf({503, {}, {"Retry-After: 7"}, false, false, 0});
        QCOMPARE(failure.retryAfter.value_or(0s), 7s);
    }

    void shouldTellATimeOut()
    {
        const RestFailure failure = failureOf({200, {}, {}, false, true, 0}, 60ms);
        QCOMPARE(failure.problem.kind, Problem::Kind::Unreachable);
        QVERIFY(failure.problem.sentence.contains(u"in time"_s));
        QVERIFY(!failure.unknown);
    }

    void shouldTellARefusedConnection()
    {
        FakeServer server;
        const QString origin = server.origin();
        server.close();
        const RestResult<ListPage> page = list(connectionTo(origin));
        QCOMPARE(page.error().problem.kind, Problem::Kind::Unreachable);
        QVERIFY(page.error().problem.sentence.contains(u"refused"_s));
        const auto created = QCoro::waitFor(createDocument(connectionTo(origin), ResourceKind::SalesLead, {}, u"k"_s));
        QVERIFY(!created.error().unknown);
    }

    void shouldTellATlsError()
    {
        FakeServer server;
        QString origin = server.origin();
        origin.replace(u"http:"_s, u"https:"_s);
        server.greeting = "HTTP/1.1 400 Bad Request\r\n\r\n";
        const RestResult<ListPage> page = list(connectionTo(origin));
        QVERIFY(!page.has_value());
        QCOMPARE(page.error().problem.kind, Problem::Kind::NotTmf);
        QVERIFY(page.error().problem.sentence.contains(u"No secure connection"_s));
    }

    void shouldStopWhenCancelled()
    {
        FakeServer server;
        const ServerConnection connection = connectionTo(server.origin());
        server.answer([&](const FakeRequest &) {
            connection.cancel->set();
            return FakeAnswer{200, {}, {}, false, true, 0};
        });
        QCOMPARE(list(connection).error().problem.kind, Problem::Kind::Cancelled);
        QCOMPARE(list(connection).error().problem.kind, Problem::Kind::Cancelled);
        QCOMPARE(server.requests().size(), 1);
    }

    void shouldSendAWriteExactlyOnce_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<bool>("used");
        for (const char *verb : {"POST", "PATCH", "DELETE"}) {
            QTest::addRow("%s on a new connection", verb) << QByteArray(verb) << false;
            QTest::addRow("%s on a used connection", verb) << QByteArray(verb) << true;
        }
    }

    void shouldSendAWriteExactlyOnce()
    {
        QFETCH(QByteArray, verb);
        QFETCH(bool, used);
        FakeServer server;
        server.answer([](const FakeRequest &request) {
            return request.verb == "GET" ? FakeAnswer{200, "[]", {}, false, false, 0} : FakeAnswer{0, {}, {}, true, false, 0};
        });
        const ServerConnection connection = connectionTo(server.origin());
        if (used)
            QVERIFY(list(connection).has_value());
        const RestFailure failure = write(connection, verb);
        QCOMPARE(failure.problem.kind, Problem::Kind::Unreachable);
        QVERIFY(failure.unknown);
        QVERIFY(list(connection).has_value()); // whatever Qt might repeat would come before this
        QCOMPARE(server.count(verb), 1);
    }

    void shouldGuardAPatch()
    {
        FakeServer server;
        server.answer([](const FakeRequest &) { return FakeAnswer{200, R"({"id":"1","name":"b"})", {"ETag: \"2\""}, false, false, 0}; });
        const auto patched = QCoro::waitFor(patchDocument(connectionTo(server.origin()), ResourceKind::SalesLead, u"1"_s,
                                                          QJsonObject{{u"name"_s, u"b"_s}}, u"\"1\""_s));
        QVERIFY(patched.has_value());
        QCOMPARE(patched->etag, u"\"2\""_s);
        const FakeRequest request = server.requests().constFirst();
        QCOMPARE(request.verb, "PATCH");
        QCOMPARE(request.headers.value("if-match"), "\"1\"");
        QCOMPARE(request.headers.value("content-type"), "application/merge-patch+json");
        QCOMPARE(request.body, R"({"name":"b"})");
    }

    void shouldTellWhetherAWriteMayHaveHappened_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("unknown");
        for (const int status : {408, 500, 502, 504, 507, 520, 524})
            QTest::addRow("%d", status) << status << true;
        for (const int status : {400, 409, 422, 429, 501, 503})
            QTest::addRow("%d", status) << status << false;
    }

    void shouldTellWhetherAWriteMayHaveHappened()
    {
        QFETCH(int, status);
        FakeServer server;
        server.answer([status](const FakeRequest &) { return FakeAnswer{.status = status}; });
        QTEST(write(connectionTo(server.origin()), "POST").unknown, "unknown");
    }

    void shouldCallAnUnreadableAnswerToAWriteUnknown()
    {
        FakeServer server;
        server.answer([](const FakeRequest &) { return FakeAnswer{201, "<html>", {}, false, false, 0}; });
        const auto created = QCoro::waitFor(createDocument(connectionTo(server.origin()), ResourceKind::SalesLead, {}, u"k1"_s));
        QVERIFY(created.error().unknown);
        QCOMPARE(server.requests().at(0).headers.value("idempotency-key"), "k1");
    }

private:
    RestFailure write(const ServerConnection &connection, const QByteArray &verb)
    {
        const QJsonObject body{{u"name"_s, u"a"_s}};
        if (verb == "DELETE")
            return QCoro::waitFor(deleteDocument(connection, ResourceKind::SalesLead, u"1"_s, {})).error();
        if (verb == "PATCH")
            return QCoro::waitFor(patchDocument(connection, ResourceKind::SalesLead, u"1"_s, body, {})).error();
        return QCoro::waitFor(createDocument(connection, ResourceKind::SalesLead, body, u"k"_s)).error();
    }
};

SALESBENCH_TEST(OperationsTest)
#include "operationstest.moc"
