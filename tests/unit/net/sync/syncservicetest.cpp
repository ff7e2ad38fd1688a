// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/syncservice.h"
#include "tests/support/fakeauthserver.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/sync/syncdesk.h"

#include <QSignalSpy>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Connection = WorkspaceStatus::Connection;

class SyncServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tmf = std::make_unique<FakeTmf>();
        m_origin = m_tmf->origin();
        m_journal = std::make_unique<FakeJournal>();
        m_snapshots.clear();
        m_hanging = 0;
    }

    void cleanup() { m_service.reset(); }

    void shouldComeOnlineAndSayWhen()
    {
        m_tmf->put(Leads, parse("{'id':'1','name':'a'}"));
        start();
        QTRY_VERIFY(last().connection == Connection::Online && last().nextTry.isValid());
        QCOMPARE(m_snapshots.first().connection, Connection::Connecting);
        QVERIFY(last().lastSync.isValid());
        QVERIFY(!last().progress);
        QVERIFY(!last().problem);
        QVERIFY(last().server.startsWith("127.0.0.1:"_L1));
        QVERIFY(sawProgress(u"Reading leads"_s));
        QCOMPARE(m_journal->count(ResourceKind::SalesLead), 1);
    }

    void shouldSendEditsSoonWithoutPulling()
    {
        start();
        QTRY_VERIFY(last().nextTry.isValid());
        m_tmf->server().forget();
        m_journal->create(ResourceKind::SalesLead, u"l"_s, parse("{'name':'a'}"));
        m_service->noteEdits();
        QTRY_COMPARE(m_tmf->count(Leads), 1);
        QTRY_COMPARE(last().pending, 0);
        QVERIFY(std::any_of(m_snapshots.begin(), m_snapshots.end(),
                            [](const WorkspaceStatus::Snapshot &snapshot) { return snapshot.pending == 1; }));
        QCOMPARE(m_tmf->server().count("GET"), 0);
    }

    void shouldRepeatWhatWasPutOffWithoutPulling()
    {
        m_tmf->put(Leads, parse("{'id':'1','name':'a'}"));
        start({.settle = 1ms, .random = [] {
                   return 0.001;
               }});
        QTRY_VERIFY(last().nextTry.isValid());
        beBusyFor(2);
        m_journal->update(u"1"_s, parse("{'name':'b'}"));
        m_service->noteEdits();
        QTRY_COMPARE(m_journal->find(u"1"_s).state, SyncState::Synced);
        QCOMPARE(m_tmf->server().count("PATCH"), 3);
        QCOMPARE(m_tmf->server().count("GET"), 3);
    }

    void shouldRemindItselfOfWhatWasPutOffWhenSomethingElseIsSent()
    {
        m_tmf->put(Leads, parse("{'id':'1','name':'a'}"));
        m_tmf->put(Leads, parse("{'id':'2','name':'a'}"));
        start({.settle = 1ms, .random = [] {
                   return 0.5;
               }});
        QTRY_VERIFY(last().nextTry.isValid());
        beBusyFor(1);
        m_journal->update(u"1"_s, parse("{'name':'b'}"));
        m_service->noteEdits();
        QTRY_VERIFY(m_journal->find(u"1"_s).notBefore.isValid());
        m_journal->update(u"2"_s, parse("{'name':'b'}"));
        m_service->noteEdits();
        QTRY_COMPARE(m_journal->find(u"2"_s).state, SyncState::Synced);
        QCOMPARE(m_journal->find(u"1"_s).state, SyncState::Waiting);
        QTRY_COMPARE(m_journal->find(u"1"_s).state, SyncState::Synced);
    }

    void shouldPollByItself()
    {
        start({.poll = 20ms});
        QTRY_COMPARE(last().connection, Connection::Online);
        m_tmf->put(Leads, parse("{'id':'1','name':'a'}"));
        QTRY_COMPARE(m_journal->count(ResourceKind::SalesLead), 1);
    }

    void shouldPauseUntilSomebodySignsIn()
    {
        m_tmf->instead = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const bool known = request.headers.value("authorization") == "Bearer new";
            return known ? std::nullopt : std::optional(FakeAnswer{.status = 401});
        };
        start({.poll = 1ms, .settle = 1ms, .random = [] {
                   return 0.0;
               }});
        QTRY_COMPARE(last().connection, Connection::SignIn);
        QVERIFY(last().problem.has_value());
        QVERIFY(!last().nextTry.isValid());
        const int asked = m_tmf->server().count("GET");
        m_journal->create(ResourceKind::SalesLead, u"l"_s, parse("{'name':'a'}"));
        m_service->noteEdits();
        QTRY_COMPARE(last().pending, 1);
        QCOMPARE(m_tmf->server().count("GET"), asked);
        m_service->start(*ServerAddress::parse(m_origin), QByteArray("new"));
        QTRY_COMPARE(last().connection, Connection::Online);
        QTRY_COMPARE(last().pending, 0);
    }

    void shouldTellOfTokensThatTakeTheOldOnesPlace()
    {
        FakeAuthServer auth;
        auth.secret.clear();
        m_tmf->instead = [&auth](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return auth.accepts(request) ? std::nullopt : std::optional(FakeAnswer{.status = 401});
        };
        start({}, Credential(auth.method(SignInMethod::Kind::Client), {}));
        QSignalSpy renewed(m_service.get(), &SyncService::renewed);
        QTRY_COMPARE(last().connection, Connection::Online);
        QTRY_COMPARE(renewed.size(), 1);
        QCOMPARE(renewed.first().first().value<OAuthTokens>().refresh, "refresh-1");
        auth.revoke();
        m_service->syncNow();
        QTRY_COMPARE(renewed.size(), 2);
        QTRY_COMPARE(last().connection, Connection::Online);
        m_service.reset();
    }

    void shouldPauseWhereTheSignInServerRefuses()
    {
        // GIVEN a sign-in server that does not know the workbench
        FakeAuthServer auth;
        const Credential wrong(auth.method(SignInMethod::Kind::Client), "wrong");
        m_journal->create(ResourceKind::SalesLead, u"l"_s, parse("{'name':'a'}"));

        // WHEN something is to be sent
        start({.settle = 1ms}, wrong);

        // THEN it waits, untouched, and the user is told whose refusal it is
        QTRY_COMPARE(last().connection, Connection::SignIn);
        QVERIFY2(last().problem->sentence.contains(QUrl(auth.server().origin()).authority()),
                 qPrintable(last().problem->sentence));
        QVERIFY(!last().nextTry.isValid());
        QCOMPARE(m_journal->find(u"l"_s).state, SyncState::Waiting);
        QCOMPARE(m_tmf->server().requests().size(), 0);
        m_service.reset();
    }

    void shouldGoOnOnceTheSignInServerIsBack()
    {
        FakeAuthServer auth;
        auth.instead = [](const FakeRequest &) { return FakeAnswer{.status = 503}; };
        m_journal->create(ResourceKind::SalesLead, u"l"_s, parse("{'name':'a'}"));
        start({.settle = 1ms, .random = [] {
                   return 0.001;
               }},
              Credential(auth.method(SignInMethod::Kind::Client), auth.secret));
        QTRY_COMPARE(last().connection, Connection::Offline);
        QVERIFY(last().problem->sentence.contains(u"error 503"_s));
        auth.instead = {};
        QTRY_COMPARE(last().connection, Connection::Online);
        QTRY_COMPARE(m_tmf->count(Leads), 1);
        m_service.reset();
    }

    void shouldTryAgainByItselfWhenNobodyAnswers()
    {
        goAway();
        start({.poll = 10h, .random = [] {
                   return 0.5;
               }});
        QTRY_COMPARE(last().connection, Connection::Offline);
        QVERIFY(last().nextTry.isValid());
        QVERIFY(last().nextTry < QDateTime::currentDateTimeUtc().addSecs(600));
        QVERIFY(last().problem->sentence.contains("refused"_L1));
    }

    void shouldComeBackWhenTheServerDoes()
    {
        goAway();
        start({.random = [] {
            return 0.001;
        }});
        QTRY_COMPARE(last().connection, Connection::Offline);
        QVERIFY(m_tmf->server().listen(QHostAddress::LocalHost, quint16(QUrl(m_origin).port())));
        QTRY_COMPARE(last().connection, Connection::Online);
        QVERIFY(!last().problem);
    }

    void shouldSayThatItIsNoTmfServer()
    {
        m_tmf->instead = [](const FakeRequest &) {
            return FakeAnswer{.status = 200, .body = "<html>"};
        };
        start();
        QTRY_COMPARE(last().connection, Connection::Unusable);
        QVERIFY(last().problem->sentence.contains("web page"_L1));
    }

    void shouldStopWhenAskedToAndGoOnLater()
    {
        hangAt(u"offset"_s, 0);
        start({.settle = 1ms, .random = [] {
                   return 0.999; // else it may try again by itself before all is well
               }});
        QTRY_VERIFY(m_hanging > 0);
        m_service->cancel();
        QTRY_VERIFY(last().problem && last().problem->kind == Problem::Kind::Cancelled);
        QVERIFY(last().nextTry.isValid());
        m_tmf->instead = {};
        m_service->syncNow();
        QTRY_COMPARE(last().connection, Connection::Online);
        QVERIFY(!last().problem);
    }

    void shouldEndInTheMiddleOfAnExchange()
    {
        hangAt(u"limit"_s, 1);
        start({.timeout = 1h});
        QTRY_VERIFY(m_hanging > 0);
        m_service.reset();
        const qsizetype told = m_snapshots.size();
        QCoreApplication::processEvents();
        QCOMPARE(m_snapshots.size(), told);
    }

    void shouldLeaveAWriteInDoubtWhenItEnds()
    {
        start({.settle = 1ms, .timeout = 1h});
        QTRY_VERIFY(last().nextTry.isValid());
        m_tmf->instead = [this](const FakeRequest &request) -> std::optional<FakeAnswer> {
            m_hanging += request.verb == "POST";
            return request.verb == "POST" ? std::optional(FakeAnswer{.silent = true}) : std::nullopt;
        };
        m_journal->create(ResourceKind::SalesLead, u"l"_s, parse("{'name':'a'}"));
        m_service->noteEdits();
        QTRY_VERIFY(m_hanging > 0);
        m_service.reset();
        QCOMPARE(m_journal->find(u"l"_s).state, SyncState::Waiting);
        QVERIFY(m_journal->find(u"l"_s).unknown);
    }

    void shouldTurnToAnotherServerAtOnce()
    {
        hangAt(u"limit"_s, 1);
        start({.timeout = 1h});
        QTRY_VERIFY(m_hanging > 0);
        FakeTmf other;
        other.put(Leads, parse("{'id':'1','name':'a'}"));
        m_service->start(*ServerAddress::parse(other.origin()), {});
        QTRY_COMPARE(last().connection, Connection::Online);
        QVERIFY(!last().problem);
        QVERIFY(other.origin().endsWith(last().server));
        m_service.reset();
    }

private:
    void start(SyncTiming timing = {.settle = 1ms}, const Credential &credential = QByteArray("old"))
    {
        m_service = std::make_unique<SyncService>(*m_journal, Surroundings::real(), timing);
        connect(m_service.get(), &SyncService::snapshot, this,
                [this](const WorkspaceStatus::Snapshot &snapshot) { m_snapshots.append(snapshot); });
        m_service->start(*ServerAddress::parse(m_origin), credential);
    }

    /// From now on, the first @p changes get 503.
    void beBusyFor(int changes)
    {
        m_tmf->server().forget();
        m_tmf->instead = [this, changes](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const bool busy = request.verb == "PATCH" && m_tmf->server().count("PATCH") <= changes;
            return busy ? std::optional(FakeAnswer{.status = 503}) : std::nullopt;
        };
    }

    void goAway() { m_tmf->server().close(); }

    /// Requests with this value in their query get no answer.
    void hangAt(const QString &name, int value)
    {
        m_tmf->instead = [this, name, value](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.query(name, -1) != value)
                return {};
            ++m_hanging;
            return FakeAnswer{.silent = true};
        };
    }

    WorkspaceStatus::Snapshot last() const { return m_snapshots.value(m_snapshots.size() - 1); }
    bool sawProgress(const QString &what) const
    {
        return std::any_of(m_snapshots.begin(), m_snapshots.end(),
                           [&](const WorkspaceStatus::Snapshot &snapshot) {
                               return snapshot.progress && snapshot.progress->what == what;
                           });
    }

    std::unique_ptr<FakeTmf> m_tmf;
    QString m_origin;
    std::unique_ptr<FakeJournal> m_journal;
    std::unique_ptr<SyncService> m_service;
    QVector<WorkspaceStatus::Snapshot> m_snapshots;
    int m_hanging = 0;
};

SALESBENCH_TEST(SyncServiceTest)
#include "syncservicetest.moc"
