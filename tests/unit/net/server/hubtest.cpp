// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"
#include "tests/unit/net/server/subscriber.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Callback = "{\"callback\":\"http://localhost:9/a\"}";

} // namespace

/// Subscribing and ending it, over real sockets.
class HubTest : public QObject {
    Q_OBJECT

    HttpClient &client() { return m_server->client(); }
    static QString pathOf(const HttpAnswer &created)
    {
        return QString::fromLatin1(created.headers.value("location"));
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<RunningServer>(); }
    void cleanup() { m_server.reset(); }

    void shouldSubscribeAndEnd_data()
    {
        QTest::addColumn<QString>("hub");
        QTest::newRow("leads and opportunities") << SalesHub;
        QTest::newRow("quotes") << QuoteHub;
    }

    void shouldSubscribeAndEnd()
    {
        QFETCH(QString, hub);
        const HttpAnswer created = client().post(
            hub, "{\"callback\":\"http://127.0.0.1:9/a\",\"query\":\"eventType=QuoteCreateEvent\"}");
        QCOMPARE(created.status, 201);
        const QString id = created.object().value("id"_L1).toString();
        QVERIFY(!id.isEmpty());
        QCOMPARE(pathOf(created), QString(hub + u'/' + id));
        QCOMPARE(created.object(),
                 QJsonObject({{u"id"_s, id},
                              {u"callback"_s, u"http://127.0.0.1:9/a"_s},
                              {u"query"_s, u"eventType=QuoteCreateEvent"_s}}));

        QCOMPARE(client().get(pathOf(created)).object(), created.object());
        QCOMPARE(client().get(hub).array(), QJsonArray{created.object()});
        QCOMPARE(client().get(hub == SalesHub ? QuoteHub : SalesHub).array(), QJsonArray());

        QCOMPARE(client().remove(pathOf(created)).status, 204);
        QCOMPARE(client().remove(pathOf(created)).status, 404);
        QCOMPARE(client().get(pathOf(created)).status, 404);
        QCOMPARE(client().get(hub).array(), QJsonArray());
    }

    void shouldDoWithoutAQuery()
    {
        const HttpAnswer created = client().post(SalesHub, Callback);
        QCOMPARE(created.status, 201);
        QVERIFY(!created.object().contains("query"_L1));
    }

    void shouldSayWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("word");
        QTest::newRow("no callback") << QByteArray("{}") << u"callback"_s;
        QTest::newRow("callback is a number") << QByteArray(R"({"callback":1})") << u"callback"_s;
        QTest::newRow("callback is no URL") << QByteArray(R"({"callback":"here"})") << u"callback"_s;
        QTest::newRow("another host")
            << QByteArray("{\"callback\":\"http://hooks.example.com/a\"}") << u"hooks.example.com"_s;
        QTest::newRow("query is a number")
            << QByteArray("{\"callback\":\"http://localhost/\",\"query\":1}") << u"query"_s;
        QTest::newRow("query with a bad number")
            << QByteArray("{\"callback\":\"http://localhost/\",\"query\":\"limit=many\"}") << u"limit"_s;
        QTest::newRow("no object") << QByteArray("[]") << u"object"_s;
    }

    void shouldSayWhatIsWrong()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, word);
        const HttpAnswer answer = client().post(SalesHub, body);
        QCOMPARE(answer.status, 400);
        const QString message = answer.object().value("message"_L1).toString();
        QVERIFY2(message.contains(word), qPrintable(message));
        QCOMPARE(client().get(SalesHub).array(), QJsonArray());
    }

    void shouldTakeNothingButJson()
    {
        QCOMPARE(client().post(SalesHub, "a", {{"Content-Type", "text/plain"}}).status, 415);
        QCOMPARE(client().get(SalesHub, {{"Accept", "text/html"}}).status, 406);
        const HttpAnswer patched = client().patch(SalesHub, "{}");
        QCOMPARE(patched.status, 405);
        QCOMPARE(patched.headers.value("allow"), "GET, HEAD, POST, OPTIONS");
        QCOMPARE(client().post(SalesHub + u"/1"_s, "{}").headers.value("allow"),
                 "GET, HEAD, DELETE, OPTIONS");
    }

    void shouldNotSubscribeTwiceToTheSame()
    {
        const QByteArray body = "{\"callback\":\"http://localhost:9/a\",\"query\":\"eventType=a\"}";
        const QString id = client().post(SalesHub, body).object().value("id"_L1).toString();
        const HttpAnswer again = client().post(SalesHub, body);
        QCOMPARE(again.status, 409);
        QVERIFY(again.object().value("message"_L1).toString().contains(id));
        QCOMPARE(client().post(SalesHub, Callback).status, 201);
        QCOMPARE(client().post(QuoteHub, body).status, 201);
    }

    void shouldHaveRoomForSoManyAndNoMore()
    {
        m_server = std::make_unique<RunningServer>(QVector<ServerUser>(), EventLimits{.subscriptions = 2});
        for (const int status : {201, 201, 409}) {
            const QString number = QString::number(client().get(SalesHub).array().size());
            const QJsonObject body{{u"callback"_s, QString(u"http://localhost:9/"_s + number)}};
            QCOMPARE(client().post(SalesHub, QJsonDocument(body).toJson()).status, status);
        }
    }

    void shouldShowEverybodyOnlyTheirOwn()
    {
        m_server = std::make_unique<RunningServer>(
            QVector<ServerUser>{{u"Ann"_s, u"ann"_s, Role::Representative, tokenDigest("ann")},
                                {u"Sue"_s, {}, Role::Supervisor, tokenDigest("sue")}});
        HttpClient ann = m_server->clientOf("ann");
        HttpClient sue = m_server->clientOf("sue");
        const HttpAnswer anns = ann.post(SalesHub, Callback);
        QCOMPARE(anns.status, 201);
        QCOMPARE(sue.get(SalesHub).array(), QJsonArray());
        QCOMPARE(sue.get(pathOf(anns)).status, 404);
        QCOMPARE(sue.remove(pathOf(anns)).status, 404);
        QCOMPARE(sue.post(SalesHub, Callback).status, 201);
        QCOMPARE(client().post(SalesHub, Callback).status, 401);
        QCOMPARE(ann.remove(pathOf(anns)).status, 204);
    }

    void shouldRememberAcrossARestart()
    {
        const HttpAnswer created = client().post(SalesHub, Callback);
        m_server->restart();
        QCOMPARE(client().get(pathOf(created)).object(), created.object());
    }

private:
    std::unique_ptr<RunningServer> m_server;
};

SALESBENCH_TEST(HubTest)
#include "hubtest.moc"
