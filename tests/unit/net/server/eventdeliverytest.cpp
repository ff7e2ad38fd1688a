// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"
#include "tests/unit/net/server/subscriber.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray lead(const QByteArray &name, const QByteArray &owner = {})
{
    if (owner.isEmpty())
        return R"({"name":")" + name + R"("})";
    return R"({"name":")" + name + R"(","relatedParty":[{"id":")" + owner
        + R"(","role":"salesRepresentative","@referredType":"Individual"}]})";
}

} // namespace

/// From a change to whoever wants to hear of it, over real sockets.
class EventDeliveryTest : public QObject {
    Q_OBJECT

    HttpClient &client() { return m_server->client(); }
    QString create(const QByteArray &body, const QString &path = LeadPath)
    {
        return QString::fromLatin1(client().post(path, body).headers.value("location"));
    }
    QByteArray metric(const QByteArray &name)
    {
        const QByteArray text = client().get(u"/metrics"_s).body;
        const QByteArray line = "\nsalesbench_" + name + ' ';
        const qsizetype begin = text.indexOf(line) + line.size();
        return text.mid(begin, text.indexOf('\n', begin) - begin);
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<RunningServer>(QVector<ServerUser>(), impatient()); }
    void cleanup() { m_server.reset(); }

    void shouldTellADocumentsLife()
    {
        Subscriber subscriber;
        subscriber.subscribe(client());
        const QString path = create(lead("a"));
        client().patch(path, R"({"name":"b"})");
        const HttpAnswer moved = client().patch(path, R"({"status":"inProgress","rating":"hot"})");
        client().patch(path, R"({"rating":"hot"})"); // changes nothing
        client().patch(path, R"({"status":"acknowledged"})"); // is refused
        client().remove(path);

        QTRY_COMPARE(subscriber.types(),
                     QStringList({u"SalesLeadCreateEvent"_s, u"SalesLeadAttributeValueChangeEvent"_s,
                                  u"SalesLeadStateChangeEvent"_s, u"SalesLeadAttributeValueChangeEvent"_s,
                                  u"SalesLeadDeleteEvent"_s}));
        const QList<QJsonObject> &events = subscriber.events();
        QCOMPARE(events.at(1).value("fieldPath"_L1).toString(), u"name"_s);
        QCOMPARE(events.at(3).value("fieldPath"_L1).toString(), u"rating"_s);
        QCOMPARE(events.at(2).value("correlationId"_L1), events.at(3).value("correlationId"_L1));
        QCOMPARE(events.at(2).value("event"_L1)["salesLead"_L1].toObject(), moved.object());
        const QStringList ids = subscriber.ids();
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 5);
    }

    void shouldPostAsTheStandardSays()
    {
        Subscriber subscriber;
        subscriber.subscribe(client());
        create(lead("a"));
        QTRY_COMPARE(subscriber.requests().size(), 1);
        const FakeRequest &request = subscriber.requests().first();
        QCOMPARE(request.verb, "POST");
        QCOMPARE(request.url.path(), u"/told"_s);
        QVERIFY(request.headers.value("content-type").startsWith("application/json"));
        QCOMPARE(request.headers.value("idempotency-key"), subscriber.ids().first().toLatin1());
        QVERIFY(!request.headers.contains("authorization"));
    }

    void shouldTellEachHubOfItsOwnResources()
    {
        Subscriber sales;
        Subscriber quotes;
        sales.subscribe(client());
        quotes.subscribe(client(), QuoteHub);
        create(RunningServer::minimal(ResourceKind::SalesOpportunity), OpportunityPath);
        const QString quote = create(RunningServer::minimal(ResourceKind::Quote), QuotePath);
        client().patch(quote, R"({"state":"pending"})");
        create(lead("a"));

        QTRY_COMPARE(quotes.types(),
                     QStringList({u"QuoteCreateEvent"_s, u"QuoteStateChangeEvent"_s,
                                  u"QuoteInformationRequiredEvent"_s}));
        QTRY_COMPARE(sales.types(),
                     QStringList({u"SalesOpportunityCreateEvent"_s, u"SalesLeadCreateEvent"_s}));
    }

    void shouldTellOnlyWhatIsAskedFor()
    {
        Subscriber subscriber;
        subscriber.subscribe(
            client(), SalesHub,
            u"eventType=SalesLeadStateChangeEvent&event.salesLead.priority=high&fields=status"_s);
        create(R"({"name":"low","priority":"low"})");
        const QString path = create(R"({"name":"high","priority":"high"})");
        client().patch(path, R"({"name":"other"})");
        client().patch(path, R"({"status":"inProgress"})");
        client().patch(create(R"({"name":"low","priority":"low"})"), R"({"status":"inProgress"})");
        client().patch(path, R"({"status":"pending"})");

        QTRY_COMPARE(subscriber.events().size(), 2);
        const QJsonObject document = subscriber.events().first().value("event"_L1)["salesLead"_L1].toObject();
        QCOMPARE(document.keys(), QStringList({u"href"_s, u"id"_s, u"status"_s}));
        QVERIFY(subscriber.events().first().contains("eventTime"_L1));
        QCOMPARE(subscriber.types().last(), u"SalesLeadStateChangeEvent"_s);
    }

    void shouldTellNothingMoreAfterTheEnd()
    {
        Subscriber subscriber;
        Subscriber other;
        const QString id = subscriber.subscribe(client());
        other.subscribe(client());
        create(lead("a"));
        QTRY_COMPARE(subscriber.names(), QStringList{u"a"_s});
        client().remove(SalesHub + u'/' + id);
        create(lead("b"));
        QTRY_COMPARE(other.names(), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(subscriber.names(), QStringList{u"a"_s});
        QTRY_COMPARE(metric("events_pending"), "0");
    }

    void shouldTryAgainInOrder_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("hangUp");
        QTest::newRow("500") << 500 << false;
        QTest::newRow("404") << 404 << false;
        QTest::newRow("hung up") << 0 << true;
    }

    void shouldTryAgainInOrder()
    {
        QFETCH(int, status);
        QFETCH(bool, hangUp);
        Subscriber subscriber;
        subscriber.subscribe(client());
        subscriber.refuse(5, {.status = status, .hangUp = hangUp});
        for (const char *name : {"a", "b", "c"})
            create(lead(name));
        QTRY_COMPARE(subscriber.names(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(subscriber.requests().size() >= 8);
        const QByteArray first = subscriber.requests().first().headers.value("idempotency-key");
        for (int i = 0; i < 6; ++i)
            QCOMPARE(subscriber.requests().at(i).headers.value("idempotency-key"), first);
        QTRY_COMPARE(metric("events_pending"), "0");
    }

    void shouldTryAgainWhereNobodyListens()
    {
        Subscriber subscriber;
        const quint16 port = subscriber.serverPort();
        subscriber.subscribe(client());
        subscriber.close();
        create(lead("a"));
        QTRY_VERIFY(metric("events_failed_total").toInt() > 2);
        QCOMPARE(metric("events_pending"), "1");
        QVERIFY(subscriber.listen(QHostAddress::LocalHost, port));
        QTRY_COMPARE(subscriber.names(), QStringList{u"a"_s});
    }

    void shouldFollowNoRedirect()
    {
        Subscriber elsewhere;
        Subscriber subscriber;
        subscriber.subscribe(client());
        subscriber.refuse(3, {.status = 307, .headers = {"Location: " + elsewhere.callback().toLatin1()}});
        create(lead("a"));
        QTRY_COMPARE(subscriber.names(), QStringList{u"a"_s});
        QCOMPARE(subscriber.requests().size(), 4);
        QCOMPARE(elsewhere.requests().size(), 0);
    }

    void shouldLetASilentOneHoldUpNobody()
    {
        FakeServer silent;
        silent.answer([](const FakeRequest &) { return FakeAnswer{.silent = true}; });
        QTcpServer neverReads; // accepts in the kernel alone
        QVERIFY(neverReads.listen(QHostAddress::LocalHost));
        neverReads.pauseAccepting();
        Subscriber subscriber;
        const QString deaf = u"http://127.0.0.1:%1"_s.arg(neverReads.serverPort());
        for (const QString &callback : {silent.origin(), deaf}) {
            const QJsonObject body{{u"callback"_s, callback}};
            QCOMPARE(client().post(SalesHub, QJsonDocument(body).toJson()).status, 201);
        }
        subscriber.subscribe(client());
        for (const char *name : {"a", "b", "c"})
            create(lead(name));
        QTRY_COMPARE(subscriber.names(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QTRY_COMPARE(metric("events_pending"), "6");
    }

    void shouldNotListenToAnEndlessAnswer()
    {
        QTcpServer endless;
        QVERIFY(endless.listen(QHostAddress::LocalHost));
        int heard = 0;
        connect(&endless, &QTcpServer::newConnection, &endless, [&] {
            QTcpSocket *socket = endless.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &heard] {
                ++heard;
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            });
            const auto goOn = [socket] {
                socket->write("400\r\n" + QByteArray(0x400, 'a') + "\r\n");
            };
            connect(socket, &QTcpSocket::bytesWritten, socket, goOn);
        });
        const QJsonObject body{{u"callback"_s, u"http://127.0.0.1:%1"_s.arg(endless.serverPort())}};
        client().post(SalesHub, QJsonDocument(body).toJson());
        create(lead("a"));
        create(lead("b"));
        QTRY_COMPARE(metric("events_delivered_total"), "2");
        QTRY_COMPARE(metric("events_pending"), "0");
    }

    void shouldGiveUpTheOldestAndCountThem()
    {
        EventLimits limits = impatient();
        limits.backlog = 3;
        m_server = std::make_unique<RunningServer>(QVector<ServerUser>(), limits);
        Subscriber subscriber;
        const quint16 port = subscriber.serverPort();
        subscriber.subscribe(client());
        subscriber.close();
        for (const char *name : {"a", "b", "c", "d", "e"})
            create(lead(name));
        QCOMPARE(metric("events_pending"), "3");
        QCOMPARE(metric("events_dropped_total"), "2");
        QVERIFY(subscriber.listen(QHostAddress::LocalHost, port));
        QTRY_VERIFY(subscriber.names().endsWith(u"e"_s));
        // The first was on its way when it was given up, so it may come all the same.
        QCOMPARE(subscriber.names().mid(subscriber.names().size() - 3),
                 QStringList({u"c"_s, u"d"_s, u"e"_s}));
        QVERIFY(!subscriber.names().contains(u"b"_s));
    }

    void shouldDeliverAfterARestart()
    {
        Subscriber subscriber;
        const quint16 port = subscriber.serverPort();
        subscriber.subscribe(client());
        subscriber.close();
        create(lead("a"));
        create(lead("b"));
        m_server->restart();
        QVERIFY(subscriber.listen(QHostAddress::LocalHost, port));
        QTRY_COMPARE(subscriber.names(), QStringList({u"a"_s, u"b"_s}));
        QTRY_COMPARE(metric("events_pending"), "0");
        m_server->restart();
        create(lead("c"));
        QTRY_COMPARE(subscriber.names(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    }

    void shouldWriteNoEventsWhereNobodyListens()
    {
        create(lead("a"));
        Subscriber subscriber;
        subscriber.subscribe(client());
        create(lead("b"));
        QTRY_COMPARE(subscriber.names(), QStringList{u"b"_s});
    }

    void shouldTellARepeatedPostOnce()
    {
        Subscriber subscriber;
        subscriber.subscribe(client());
        const HttpHeaders key{{"Idempotency-Key", "k"}};
        client().post(LeadPath, lead("a"), key);
        client().post(LeadPath, lead("a"), key);
        create(lead("b"));
        QTRY_COMPARE(subscriber.names(), QStringList({u"a"_s, u"b"_s}));
    }

    void shouldTellARepresentativeOnlyWhatTheyMayRead()
    {
        startForAnnAndSue();
        HttpClient ann = m_server->clientOf("ann");
        HttpClient sue = m_server->clientOf("sue");
        Subscriber anns;
        Subscriber sues;
        anns.subscribe(ann);
        sues.subscribe(sue);
        const auto pathOf = [](const HttpAnswer &answer) {
            return QString::fromLatin1(answer.headers.value("location"));
        };
        const QString bobs = pathOf(sue.post(LeadPath, lead("bobs", "bob")));
        const QString own = pathOf(sue.post(LeadPath, lead("anns", "ann")));
        sue.post(LeadPath, lead("free"));
        QTRY_COMPARE(anns.names(), QStringList({u"anns"_s, u"free"_s}));
        sue.patch(own, lead("taken from ann", "bob"));
        sue.patch(bobs, lead("given to ann", "ann"));
        sue.remove(bobs);
        QTRY_COMPARE(anns.names(), QStringList({u"anns"_s, u"free"_s, u"given to ann"_s, u"given to ann"_s}));
        QTRY_COMPARE(sues.events().size(), 6);
    }

    void shouldForgetWhatItsSubscriberMayNoLongerRead()
    {
        startForAnnAndSue();
        HttpClient ann = m_server->clientOf("ann");
        HttpClient sue = m_server->clientOf("sue");
        Subscriber anns;
        const quint16 port = anns.serverPort();
        anns.subscribe(ann);
        anns.close();
        const QString path =
            QString::fromLatin1(ann.post(LeadPath, lead("secret", "ann")).headers.value("location"));
        sue.patch(path, lead("bobs", "bob"));
        ann.post(LeadPath, lead("mine", "ann"));
        QVERIFY(anns.listen(QHostAddress::LocalHost, port));
        QTRY_COMPARE(anns.names(), QStringList{u"mine"_s});
    }

private:
    /// A representative, and a supervisor who reads everything.
    void startForAnnAndSue()
    {
        m_server = std::make_unique<RunningServer>(
            QVector<ServerUser>{{u"Ann"_s, u"ann"_s, Role::Representative, tokenDigest("ann")},
                                {u"Sue"_s, {}, Role::Supervisor, tokenDigest("sue")}},
            impatient());
    }

    std::unique_ptr<RunningServer> m_server;
};

SALESBENCH_TEST(EventDeliveryTest)
#include "eventdeliverytest.moc"
