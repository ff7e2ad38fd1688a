// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/net/sync/syncdesk.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class PushUpdateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SyncDesk>();
        desk().tmf.put(Leads, parse("{'id':'1','name':'a','rating':'cold','status':'acknowledged'}"));
        desk().meet();
    }

    void shouldSendOnlyWhatChangedUnderItsVersion()
    {
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.pushed, 1);
        QCOMPARE(summary.waiting, 0);
        const FakeRequest patch = sent("PATCH").value(0);
        QCOMPARE(patch.body, R"({"name":"b"})");
        QCOMPARE(patch.headers.value("if-match"), "\"1\"");
        QCOMPARE(patch.headers.value("content-type"), "application/merge-patch+json");
        QCOMPARE(desk().tmf.get(Leads, u"1"_s).value("name"_L1).toString(), u"b"_s);
        QCOMPARE(desk().stateOf(u"1"_s), SyncState::Synced);
    }

    void shouldKeepWhatAnotherDidToOtherAttributes()
    {
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        desk().tmf.change(Leads, u"1"_s, parse("{'rating':'hot'}"));
        desk().sync();
        QCOMPARE(desk().tmf.get(Leads, u"1"_s),
                 parse("{'id':'1','name':'b','rating':'hot','status':'acknowledged'}"));
        QCOMPARE(desk().journal.find(u"1"_s).local, desk().tmf.get(Leads, u"1"_s));
    }

    void shouldLookBeforeItRepeats()
    {
        // The server does it, and its answer is lost; then somebody else changes another attribute.
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        desk().tmf.afterwards = [this](const FakeRequest &request, FakeAnswer answer) {
            if (request.verb == "PATCH") {
                desk().tmf.change(Leads, u"1"_s, parse("{'rating':'hot'}"));
                answer.hangUp = true;
            }
            return answer;
        };
        desk().sync();
        desk().tmf.afterwards = {};
        const SyncSummary summary = desk().sync();
        QCOMPARE(sent("PATCH").size(), 1);
        QCOMPARE(summary.waiting, 0);
        QCOMPARE(desk().journal.find(u"1"_s).local.value("rating"_L1).toString(), u"hot"_s);
    }

    void shouldKnowItsOwnWorkAgainWhenTheUserWentOn()
    {
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        desk().hangUpOnceAfter("PATCH");
        desk().timing.random = [] {
            return 0.5;
        };
        desk().sync();
        desk().now = desk().now.addSecs(600);
        desk().journal.update(u"1"_s, parse("{'name':'c'}"));
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.conflicts, 0);
        QCOMPARE(desk().tmf.get(Leads, u"1"_s).value("name"_L1).toString(), u"c"_s);
    }

    void shouldNotTakeSomebodysMoveForItsOwn()
    {
        desk().journal.update(u"1"_s, parse("{'status':'inProgress'}"));
        desk().journal.update(u"1"_s, parse("{'status':'pending','statusChangeReason':'mine'}"));
        desk().failOnce("PATCH", hangingUp());
        desk().timing.random = [] {
            return 0.5;
        };
        desk().sync();
        desk().now = desk().now.addSecs(600);
        desk().tmf.change(Leads, u"1"_s, parse("{'status':'inProgress','statusChangeReason':'theirs'}"));
        QCOMPARE(desk().sync().conflicts, 1);
    }

    void shouldShowAConflictAndSendNothing()
    {
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        desk().tmf.change(Leads, u"1"_s, parse("{'name':'c'}"));
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.conflicts, 1);
        QCOMPARE(summary.waiting, 0);
        QCOMPARE(sent("PATCH").size(), 0);
        const FakeJournal::Entry entry = desk().journal.find(u"1"_s);
        QCOMPARE(entry.state, SyncState::Conflict);
        QCOMPARE(entry.remote.value("name"_L1).toString(), u"c"_s);
        QVERIFY(entry.reason.contains("name"_L1));
    }

    void shouldBeginAnewWhenSomebodyWasFaster()
    {
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        int changes = 0;
        desk().tmf.instead = [&](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.verb == "PATCH" && ++changes == 1)
                desk().tmf.change(Leads, u"1"_s, parse("{'rating':'hot'}"));
            return {};
        };
        desk().sync();
        QCOMPARE(sent("PATCH").size(), 2);
        QCOMPARE(desk().tmf.get(Leads, u"1"_s).value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(desk().tmf.get(Leads, u"1"_s).value("name"_L1).toString(), u"b"_s);
    }

    void shouldPutOffWhatNeverComesToRest()
    {
        desk().timing.random = [] {
            return 0.5;
        };
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        desk().tmf.instead = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return request.verb == "PATCH" ? std::optional(FakeAnswer{.status = 412}) : std::nullopt;
        };
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.waiting, 1);
        QVERIFY(firstDue(summary.putOff) > desk().now);
        QCOMPARE(desk().journal.find(u"1"_s).attempts, 1);
    }

    void shouldTakeEveryStepOfALongWay()
    {
        desk().journal.update(u"1"_s, parse("{'status':'inProgress','name':'b'}"));
        desk().journal.update(u"1"_s, parse("{'status':'rejected','statusChangeReason':'why'}"));
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.waiting, 0);
        QCOMPARE(sent("PATCH").size(), 2);
        QCOMPARE(sent("PATCH").at(0).body, R"({"name":"b","status":"inProgress"})");
        QCOMPARE(sent("PATCH").at(1).body, R"({"status":"rejected","statusChangeReason":"why"})");
        QCOMPARE(desk().journal.find(u"1"_s).local.value("status"_L1).toString(), u"rejected"_s);
    }

    void shouldShowAMoveThatIsNoLongerLegal()
    {
        desk().tmf.change(Leads, u"1"_s, parse("{'status':'LEAD'}"));
        desk().meet();
        desk().journal.update(u"1"_s, parse("{'status':'inProgress'}"));
        QCOMPARE(desk().sync().conflicts, 1);
        QCOMPARE(sent("PATCH").size(), 0);
        QVERIFY(desk().journal.find(u"1"_s).reason.contains("LEAD"_L1));
    }

    void shouldTellWhatTheServerDidNotTake()
    {
        desk().tmf.drops = QStringList{u"rating"_s};
        desk().journal.update(u"1"_s, parse("{'rating':'hot'}"));
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.refused, 1);
        QCOMPARE(summary.pushed, 0);
        const FakeJournal::Entry entry = desk().journal.find(u"1"_s);
        QCOMPARE(entry.reason, u"Not accepted by the server: rating."_s);
        QCOMPARE(entry.local.value("rating"_L1).toString(), u"hot"_s);
    }

    void shouldKeepTheServersWordsAndGoOnWithTheRest()
    {
        desk().tmf.put(Leads, parse("{'id':'2','name':'a'}"));
        desk().meet();
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        desk().journal.update(u"2"_s, parse("{'name':'b'}"));
        desk().failOnce("PATCH", {.status = 422, .body = R"({"reason":"name is too short"})"});
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.refused, 1);
        QCOMPARE(summary.pushed, 1);
        QVERIFY(desk().journal.find(u"1"_s).reason.contains("name is too short"_L1));
    }

    void shouldTellThatItWasDeletedThere()
    {
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        desk().tmf.remove(Leads, u"1"_s);
        desk().tmf.put(Leads, parse("{'id':'2','name':'a'}"));
        desk().sync();
        QVERIFY(!sent("GET").isEmpty());
        QCOMPARE(sent("PATCH").size(), 0);
    }

    void shouldAskHowItLooksAfterAnEmptyAnswer()
    {
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        desk().tmf.afterwards = [](const FakeRequest &request, FakeAnswer answer) {
            return request.verb == "PATCH" ? FakeAnswer{.status = 204} : answer;
        };
        QCOMPARE(desk().sync().pushed, 1);
        QCOMPARE(desk().stateOf(u"1"_s), SyncState::Synced);
    }

    void shouldSendTheLinesAlongWhereAServerInsists()
    {
        desk().tmf.put(Quotes, parse("{'id':'q','state':'inProgress','quoteItem':[{'id':'1'}]}"));
        desk().meet();
        desk().journal.update(u"q"_s, parse("{'state':'approved'}"));
        desk().tmf.instead = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const bool bare = request.verb == "PATCH" && !request.body.contains("quoteItem");
            return bare ? std::optional(FakeAnswer{.status = 400}) : std::nullopt;
        };
        QCOMPARE(desk().sync().pushed, 1);
        QCOMPARE(desk().tmf.get(Quotes, u"q"_s).value("state"_L1).toString(), u"approved"_s);
    }

    void shouldSendWithoutAGuardWhereThereIsNone()
    {
        desk().tmf.hasEtags = false;
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        QCOMPARE(desk().sync().pushed, 1);
        QVERIFY(!sent("PATCH").at(0).headers.contains("if-match"));
    }

    void shouldDelete()
    {
        desk().journal.remove(u"1"_s);
        QCOMPARE(desk().sync().pushed, 1);
        QCOMPARE(sent("DELETE").at(0).headers.value("if-match"), "\"1\"");
        QCOMPARE(desk().tmf.count(Leads), 0);
        QCOMPARE(desk().journal.count(ResourceKind::SalesLead), 0);
    }

    void shouldNotDeleteWhatSomebodyChanged()
    {
        desk().journal.remove(u"1"_s);
        desk().tmf.change(Leads, u"1"_s, parse("{'rating':'hot'}"));
        QCOMPARE(desk().sync().conflicts, 1);
        QCOMPARE(desk().tmf.count(Leads), 1);
        QCOMPARE(sent("DELETE").size(), 0);
    }

    void shouldDeleteWhatOnlyItsOwnAttemptChanged()
    {
        // The server takes the edit, the network goes before its answer, and the user goes on to delete.
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        desk().tmf.afterwards = goneFromThePatchOn();
        desk().sync();
        desk().tmf.afterwards = {};
        desk().journal.remove(u"1"_s);
        QCOMPARE(desk().sync().conflicts, 0);
        QCOMPARE(desk().tmf.count(Leads), 0);
    }

    void shouldNotDeleteWhatSomebodyChangedBesideItsOwnAttempt()
    {
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        desk().tmf.afterwards = goneFromThePatchOn();
        desk().sync();
        desk().tmf.afterwards = {};
        desk().tmf.change(Leads, u"1"_s, parse("{'rating':'hot'}"));
        desk().journal.remove(u"1"_s);
        QCOMPARE(desk().sync().conflicts, 1);
        QCOMPARE(desk().tmf.count(Leads), 1);
    }

    void shouldBeContentWhenItIsGoneAlready()
    {
        desk().journal.remove(u"1"_s);
        desk().tmf.remove(Leads, u"1"_s);
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.pushed, 1);
        QCOMPARE(summary.waiting, 0);
    }

private:
    /// Each request arrives, and none from the first PATCH on is answered.
    static std::function<FakeAnswer(const FakeRequest &, FakeAnswer)> goneFromThePatchOn()
    {
        return [isGone = false](const FakeRequest &request, FakeAnswer answer) mutable {
            isGone = isGone || request.verb == "PATCH";
            answer.hangUp = isGone;
            return answer;
        };
    }
    SyncDesk &desk() { return *m_desk; }
    QList<FakeRequest> sent(const QByteArray &verb) { return desk().sent(verb); }

    std::unique_ptr<SyncDesk> m_desk;
};

SALESBENCH_TEST(PushUpdateTest)
#include "pushupdatetest.moc"
