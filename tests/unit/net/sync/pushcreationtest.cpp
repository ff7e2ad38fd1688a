// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/decision.h"
#include "net/sync/words.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/sync/syncdesk.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class PushCreationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SyncDesk>();
        desk().meet();
    }

    void shouldCreateUnderItsOwnId()
    {
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s,
                              parse("{'name':'a','status':'acknowledged'}"));
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.pushed, 1);
        QCOMPARE(summary.waiting, 0);
        QCOMPARE(summary.pulled, 0);
        QCOMPARE(posts().at(0).headers.value("idempotency-key"), "l1");
        QCOMPARE(posts().at(0).body,
                 R"({"id":"l1","name":"a","note":[{"id":"l1","text":"Made with Salesbench."}]})");
        QCOMPARE(desk().journal.find(u"l1"_s).serverId, u"l1"_s);
    }

    void shouldUseAnotherKeyForWhatTheServerDeletedAndGetsAnew()
    {
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        desk().journal.setSetting(recreationsKey(u"l1"_s), 2);
        desk().sync();
        QCOMPARE(posts().at(0).headers.value("idempotency-key"), "l1-2");
        QCOMPARE(desk().journal.find(u"l1"_s).serverId, u"l1"_s);
    }

    void shouldTakeTheIdThatTheServerGives()
    {
        desk().tmf.keepsIds = false;
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        desk().sync();
        QCOMPARE(desk().journal.find(u"l1"_s).serverId, u"made-1"_s);
        QCOMPARE(desk().journal.find(u"l1"_s).local.value("id"_L1).toString(), u"made-1"_s);
    }

    void shouldDoWithoutIdsWhereTheyAreForbidden()
    {
        desk().tmf.keepsIds = false;
        desk().tmf.instead = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const bool strange = request.verb == "POST" && request.body.startsWith(R"({"id")");
            return strange ? std::optional(FakeAnswer{.status = 400}) : std::nullopt;
        };
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        desk().journal.create(ResourceKind::SalesLead, u"l2"_s, parse("{'name':'b'}"));
        QCOMPARE(desk().sync().pushed, 2);
        QCOMPARE(desk().tmf.count(Leads), 2);
    }

    void shouldLetMovesFollowTheCreation()
    {
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a','status':'accepted'}"));
        QCOMPARE(desk().sync().waiting, 0);
        QCOMPARE(desk().tmf.get(Leads, u"l1"_s).value("status"_L1).toString(), u"accepted"_s);
        QCOMPARE(desk().tmf.server().count("PATCH"), 2);
    }

    void shouldCarryTheChainWithItsReferences()
    {
        desk().tmf.keepsIds = false;
        desk().journal.create(
            ResourceKind::Quote, u"q"_s,
            parse("{'description':'q','salesOpportunity':{'id':'o'},'quoteItem':[{'id':'1'}]}"));
        desk().journal.create(ResourceKind::SalesOpportunity, u"o"_s,
                              parse("{'name':'o','salesLead':[{'id':'l'}],'quote':[{'id':'q'}]}"));
        desk().journal.create(ResourceKind::SalesLead, u"l"_s,
                              parse("{'name':'l','salesOpportunity':{'id':'o'}}"));
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.waiting, 0);
        const QString lead = desk().journal.find(u"l"_s).serverId;
        const QString opportunity = desk().journal.find(u"o"_s).serverId;
        const QString quote = desk().journal.find(u"q"_s).serverId;
        const QJsonObject madeOf = desk().tmf.get(Opportunities, opportunity);
        QCOMPARE(desk().tmf.get(Leads, lead).value("salesOpportunity"_L1)["id"_L1].toString(), opportunity);
        QCOMPARE(madeOf.value("salesLead"_L1)[0]["id"_L1].toString(), lead);
        QCOMPARE(madeOf.value("quote"_L1)[0]["id"_L1].toString(), quote);
        QCOMPARE(desk().tmf.get(Quotes, quote).value("salesOpportunity"_L1)["id"_L1].toString(), opportunity);
    }

    void shouldNotDoubleWhatWasDoneWithoutAnAnswer()
    {
        desk().hangUpOnceAfter("POST");
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        desk().sync();
        desk().sync();
        QCOMPARE(posts().size(), 1);
        QCOMPARE(desk().tmf.count(Leads), 1);
        QCOMPARE(desk().stateOf(u"l1"_s), SyncState::Synced);
    }

    void shouldSendAgainWhatDidNotArrive()
    {
        knowThatIdsAreKept();
        desk().failOnce("POST", hangingUp());
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        QCOMPARE(desk().sync().waiting, 0);
        QCOMPARE(posts().size(), 2);
        QCOMPARE(desk().tmf.get(Leads, u"l1"_s).value("name"_L1).toString(), u"a"_s);
    }

    void shouldKeepWhatTheUserDidAfterTheSilence()
    {
        knowThatIdsAreKept();
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        desk().tmf.put(Leads, parse("{'id':'l1','name':'a','rating':'hot','status':'acknowledged'}"));
        desk().journal.update(u"l1"_s, parse("{'name':'b'}"));
        markUnknown(u"l1"_s);
        QCOMPARE(desk().sync().waiting, 0);
        QCOMPARE(posts().size(), 0);
        QCOMPARE(desk().tmf.get(Leads, u"l1"_s),
                 parse("{'id':'l1','name':'b','rating':'hot','status':'acknowledged'}"));
        QCOMPARE(desk().journal.find(u"l1"_s).local.value("rating"_L1).toString(), u"hot"_s);
    }

    void shouldStayUnknownUntilItCouldBeLookedFor()
    {
        knowThatIdsAreKept();
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        markUnknown(u"l1"_s);
        for (const FakeAnswer &answer :
             {FakeAnswer{.status = 401}, FakeAnswer{.status = 503}, FakeAnswer{.status = 403}}) {
            desk().failOnce("GET", answer);
            desk().timing.random = [] {
                return 0.5;
            };
            desk().sync();
            QVERIFY(desk().journal.find(u"l1"_s).unknown);
            QCOMPARE(posts().size(), 0);
            desk().now = desk().now.addSecs(600);
        }
    }

    void shouldWaitAndLookWhereIdsAreNotKept()
    {
        knowThatIdsAreNotKept();
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        markUnknown(u"l1"_s);
        QCOMPARE(desk().sync().waiting, 1);
        QCOMPARE(posts().size(), 0);
        QCOMPARE(desk().journal.find(u"l1"_s).notBefore, desk().now.addSecs(10));
        desk().now = desk().now.addSecs(11);
        QCOMPARE(desk().sync().waiting, 0);
        QCOMPARE(posts().size(), 1);
    }

    void shouldAskTheUserWhereATwinIsFound()
    {
        dropMarkers();
        knowThatIdsAreNotKept();
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        desk().tmf.put(Leads, parse("{'id':'made-77','name':'a'}"));
        markUnknown(u"l1"_s);
        desk().sync();
        desk().now = desk().now.addSecs(11);
        QCOMPARE(desk().sync().refused, 1);
        QCOMPARE(posts().size(), 0);
        QVERIFY(desk().journal.find(u"l1"_s).reason.contains("made-77"_L1));
        // The user wants it all the same.
        desk().journal.update(u"l1"_s, parse("{'description':'another one'}"));
        QCOMPARE(desk().sync().waiting, 0);
        QCOMPARE(posts().size(), 1);
    }

    void shouldFindItselfByItsMarker()
    {
        knowThatIdsAreNotKept();
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        desk().hangUpOnceAfter("POST");
        desk().sync();
        // Somebody calls it otherwise before it is looked for.
        const QString id = desk().tmf.last(Leads).value("id"_L1).toString();
        desk().tmf.change(Leads, id, parse("{'name':'theirs'}"));
        desk().now = desk().now.addSecs(11);
        desk().sync();
        QCOMPARE(posts().size(), 1);
        QCOMPARE(desk().journal.find(u"l1"_s).serverId, id);
        QCOMPARE(desk().journal.find(u"l1"_s).local.value("name"_L1).toString(), u"theirs"_s);
    }

    void shouldAskTheUserWhereNoMarkersAreKept()
    {
        dropMarkers();
        knowThatIdsAreNotKept();
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        markUnknown(u"l1"_s);
        desk().sync();
        desk().now = desk().now.addSecs(11);
        QCOMPARE(desk().sync().refused, 1);
        QVERIFY(desk().journal.find(u"l1"_s).reason.contains("no trace"_L1));
        QCOMPARE(posts().size(), 0);
    }

    void shouldFindItselfBehindAKeyThatWasUsed()
    {
        knowThatIdsAreKept();
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        markUnknown(u"l1"_s);
        // It arrives between the look and the repetition.
        desk().tmf.instead = [this](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.verb != "POST")
                return {};
            desk().tmf.put(Leads, parse("{'id':'l1','name':'a','status':'acknowledged'}"));
            return FakeAnswer{.status = 422};
        };
        QCOMPARE(desk().sync().refused, 0);
        QCOMPARE(desk().stateOf(u"l1"_s), SyncState::Synced);
    }

    void shouldSeeThatSomebodyDeletedWhatItsKeyWasUsedFor()
    {
        knowThatIdsAreKept();
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        markUnknown(u"l1"_s);
        desk().failOnce("POST", {.status = 422, .body = R"({"reason":"Idempotency-Key is already used"})"});
        QCOMPARE(desk().sync().conflicts, 1);
        QCOMPARE(desk().stateOf(u"l1"_s), SyncState::Conflict);
        QCOMPARE(desk().journal.find(u"l1"_s).reason, words::deletedThere());
    }

    void shouldShowWhyTheServerRefusesWhatMayHaveArrived()
    {
        knowThatIdsAreKept();
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        markUnknown(u"l1"_s);
        desk().failOnce("POST", {.status = 422, .body = R"({"reason":"name is too short"})"});
        QCOMPARE(desk().sync().refused, 1);
        QVERIFY(desk().journal.find(u"l1"_s).reason.contains("name is too short"_L1));
    }

    void shouldNotMarkWhereTheServerIsOurs()
    {
        m_desk = std::make_unique<SyncDesk>();
        desk().tmf.afterwards = [](const FakeRequest &, FakeAnswer answer) {
            answer.headers.append("Server: Salesbench/1.0");
            return answer;
        };
        desk().meet();
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        desk().sync();
        QCOMPARE(posts().at(0).body, R"({"id":"l1","name":"a"})");
    }

    void shouldFindItselfBehindAnIdThatIsTaken()
    {
        desk().tmf.put(Leads, parse("{'id':'l1','name':'a','status':'acknowledged'}"));
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        QCOMPARE(desk().sync().waiting, 0);
        QCOMPARE(desk().tmf.count(Leads), 1);
    }

    void shouldRefuseInTheServersWords()
    {
        desk().failOnce("POST", {.status = 403, .body = R"({"reason":"not yours"})"});
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a'}"));
        QCOMPARE(desk().sync().refused, 1);
        QVERIFY(desk().journal.find(u"l1"_s).reason.contains("not yours"_L1));
    }

    void shouldSendOnceMoreWhatACreationLost()
    {
        desk().tmf.drops = QStringList{u"rating"_s};
        desk().journal.create(ResourceKind::SalesLead, u"l1"_s, parse("{'name':'a','rating':'hot'}"));
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.refused, 1);
        QCOMPARE(desk().tmf.count(Leads), 1);
        QCOMPARE(desk().journal.find(u"l1"_s).local.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(desk().journal.find(u"l1"_s).serverId, u"l1"_s);
    }

    void shouldKeepHereWhatTheServerHasNoPlaceFor()
    {
        desk().tmf.absent = QStringList{Opportunities, Quotes};
        SyncDesk other;
        other.tmf.absent = desk().tmf.absent;
        other.journal.create(ResourceKind::Quote, u"q"_s, parse("{'description':'q'}"));
        other.journal.create(ResourceKind::SalesLead, u"l"_s, parse("{'name':'l','quote':[{'id':'q'}]}"));
        const SyncSummary summary = other.sync();
        QVERIFY(!summary.problem);
        QCOMPARE(summary.absent,
                 (QVector<ResourceKind>{ResourceKind::SalesOpportunity, ResourceKind::Quote}));
        QCOMPARE(summary.waiting, 0);
        QCOMPARE(other.stateOf(u"q"_s), SyncState::LocalOnly);
        QCOMPARE(other.stateOf(u"l"_s), SyncState::Synced);
        QVERIFY(other.journal.find(u"l"_s).local.contains("quote"_L1));
        // The server learns quotes.
        other.tmf.absent.clear();
        QCOMPARE(other.sync().absent.size(), 0);
        QCOMPARE(other.stateOf(u"q"_s), SyncState::Synced);
        QCOMPARE(other.tmf.count(Quotes), 1);
    }

private:
    SyncDesk &desk() { return *m_desk; }
    QList<FakeRequest> posts() { return desk().sent("POST"); }
    void know(bool kept)
    {
        desk().tmf.keepsIds = kept;
        desk().journal.create(ResourceKind::SalesLead, u"first"_s, parse("{'name':'first'}"));
        desk().meet();
    }
    void dropMarkers()
    {
        desk().tmf.afterwards = [](const FakeRequest &, FakeAnswer answer) {
            answer.body.replace(R"("id":"first",)", "");
            return answer;
        };
    }
    void knowThatIdsAreKept() { know(true); }
    void knowThatIdsAreNotKept() { know(false); }
    void markUnknown(const QString &id)
    {
        FakeJournal::Entry entry = desk().journal.find(id);
        entry.state = SyncState::Sending;
        desk().journal.put(entry);
    }

    std::unique_ptr<SyncDesk> m_desk;
};

SALESBENCH_TEST(PushCreationTest)
#include "pushcreationtest.moc"
