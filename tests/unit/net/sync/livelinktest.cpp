// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/capabilities.h"
#include "net/sync/syncservice.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"
#include "tests/unit/net/sync/syncdesk.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Connection = WorkspaceStatus::Connection;

/// A workbench that hears of changes, with the real server: it polls only once an hour here.
class LiveLinkTest : public QObject {
    Q_OBJECT

    const QString m_leads = u"/tmf-api/sales/v4/salesLead"_s;
    std::unique_ptr<RunningServer> m_server;
    std::unique_ptr<FakeJournal> m_journal;
    std::unique_ptr<SyncService> m_service;
    WorkspaceStatus::Snapshot m_now;

    void start(const QString &origin)
    {
        m_service = std::make_unique<SyncService>(*m_journal, Surroundings::real(),
                                                  SyncTiming{.poll = 1h, .settle = 1ms});
        connect(m_service.get(), &SyncService::snapshot, this, [this](const auto &now) { m_now = now; });
        m_service->start(*ServerAddress::parse(origin), {});
        QTRY_VERIFY(m_now.connection == Connection::Online && m_now.nextTry.isValid());
    }
    int subscriptions(const QString &base) const
    {
        return int(m_server->client().get(base + u"hub"_s).array().size());
    }
    QString nameOf(const QString &id) { return m_journal->find(id).local.value("name"_L1).toString(); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RunningServer>();
        m_journal = std::make_unique<FakeJournal>();
        m_now = {};
    }
    void cleanup()
    {
        m_service.reset();
        m_server.reset();
    }

    void shouldTakeInWhatAnotherOneDoes()
    {
        start(m_server->origin());
        HttpClient &other = m_server->client();

        QCOMPARE(other.post(m_leads, R"({"id":"l","name":"a"})").status, 201);
        QTRY_COMPARE(nameOf(u"l"_s), u"a"_s);
        QCOMPARE(other.patch(m_leads + u"/l"_s, R"({"name":"b"})").status, 200);
        QTRY_COMPARE(nameOf(u"l"_s), u"b"_s);
        QCOMPARE(other.remove(m_leads + u"/l"_s).status, 204);
        QTRY_COMPARE(m_journal->count(ResourceKind::SalesLead), 0);
    }

    void shouldHearOfQuotesToo()
    {
        start(m_server->origin());
        m_server->client().post(u"/tmf-api/quoteManagement/v4/quote"_s,
                                RunningServer::minimal(ResourceKind::Quote));
        QTRY_COMPARE(m_journal->count(ResourceKind::Quote), 1);
    }

    void shouldKeepWhatTheUserChangedBesides()
    {
        m_server->client().post(m_leads, R"({"id":"l","name":"a"})");
        start(m_server->origin());
        m_service->cancel();
        m_journal->update(u"l"_s, parse("{'description':'mine'}"));
        m_server->client().patch(m_leads + u"/l"_s, R"({"name":"theirs"})");
        QTRY_COMPARE(nameOf(u"l"_s), u"theirs"_s);
        QCOMPARE(m_journal->find(u"l"_s).local.value("description"_L1).toString(), u"mine"_s);
    }

    void shouldSubscribeOnceAtEachHubAndTakeItBack()
    {
        start(m_server->origin());
        m_service->syncNow();
        QTRY_COMPARE(subscriptions(u"/tmf-api/sales/v4/"_s), 1);
        QTRY_COMPARE(subscriptions(u"/tmf-api/quoteManagement/v4/"_s), 1);
        m_service.reset();
        QCOMPARE(subscriptions(u"/tmf-api/sales/v4/"_s), 0);
        QCOMPARE(subscriptions(u"/tmf-api/quoteManagement/v4/"_s), 0);
    }

    void shouldTakeBackWhatACrashLeft()
    {
        const HttpAnswer left =
            m_server->client().post(u"/tmf-api/sales/v4/hub"_s, "{\"callback\":\"http://127.0.0.1:1/gone\"}");
        const QString server = serverKey(*ServerAddress::parse(m_server->origin()));
        m_journal->setSetting(
            u"subscriptions"_s,
            QJsonObject{{u"server"_s, server},
                        {u"hubs"_s,
                         QJsonArray{QJsonObject{{u"resource"_s, u"salesLead"_s},
                                                {u"id"_s, left.object().value("id"_L1)}}}}});
        start(m_server->origin());
        QTRY_COMPARE(subscriptions(u"/tmf-api/sales/v4/"_s), 1);
        const QJsonArray now = m_server->client().get(u"/tmf-api/sales/v4/hub"_s).array();
        QVERIFY(now.first()["id"_L1] != left.object().value("id"_L1));
    }

    void shouldLeaveAServerWithoutAHubInPeace()
    {
        FakeTmf tmf;
        start(tmf.origin());
        QCOMPARE(tmf.server().count("POST"), 2);
        QVERIFY(!m_now.problem);
        tmf.server().forget();
        m_service->syncNow();
        QTRY_VERIFY(tmf.server().count("GET") >= 3);
        QTRY_VERIFY(!m_now.progress);
        QCOMPARE(tmf.server().count("POST"), 0);
        m_service.reset(); // before the server that it speaks to
    }
};

SALESBENCH_TEST(LiveLinkTest)
#include "livelinktest.moc"
