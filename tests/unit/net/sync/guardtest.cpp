// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/guard.h"

#include "tests/support/testcase.h"
#include "tests/unit/net/sync/syncdesk.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class GuardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SyncDesk>();
        desk().tmf.put(Leads, parse("{'id':'1','name':'a','rating':'cold','status':'acknowledged'}"));
    }

    void shouldTestWhatItReplaces()
    {
        const QJsonArray patch = testedPatch(parse("{'a':1,'b':{'c':1,'d':2},'e':[1],'x':0}"),
                                             parse("{'a':null,'b':{'c':null},'f/g':'new'}"));
        QCOMPARE(patch,
                 parse("{'all':[{'op':'test','path':'/a','value':1},"
                       "{'op':'test','path':'/b','value':{'c':1,'d':2}},"
                       "{'op':'remove','path':'/a'},{'op':'add','path':'/b','value':{'d':2}},"
                       "{'op':'add','path':'/f~1g','value':'new'}]}")
                     .value("all"_L1)
                     .toArray());
    }

    void shouldLearnTheGuardByReading_data()
    {
        QTest::addColumn<bool>("hasEtags");
        QTest::addColumn<bool>("takesTests");
        QTest::addColumn<WriteGuard>("guard");
        QTest::newRow("versions") << true << true << WriteGuard::Versions;
        QTest::newRow("tests") << false << true << WriteGuard::Tests;
        QTest::newRow("none") << false << false << WriteGuard::None;
    }
    void shouldLearnTheGuardByReading()
    {
        QFETCH(bool, hasEtags);
        QFETCH(bool, takesTests);
        desk().tmf.hasEtags = hasEtags;
        desk().tmf.takesTests = takesTests;
        const SyncSummary summary = desk().sync();
        QTEST(summary.guard.value(), "guard");
        for (const FakeRequest &request : desk().tmf.server().requests())
            QVERIFY2(request.verb == "GET" || request.verb == "OPTIONS", request.verb.constData());
        desk().tmf.server().forget();
        QTEST(desk().sync().guard.value(), "guard");
        QVERIFY(sent("OPTIONS").isEmpty()); // it is kept
    }

    void shouldNotKnowTheGuardOfAnEmptyServer()
    {
        desk().tmf.remove(Leads, u"1"_s);
        QVERIFY(!desk().sync().guard);
    }

    void shouldLearnTheGuardWithTheFirstChangeAtTheLatest()
    {
        desk().tmf.remove(Leads, u"1"_s);
        desk().tmf.hasEtags = false;
        desk().sync();
        desk().tmf.put(Leads, parse("{'id':'1','name':'a'}"));
        desk().sync();
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        QCOMPARE(desk().sync().guard, WriteGuard::None);
    }

    void shouldBeginAnewWhereATestFails_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("409") << 409;
        QTest::newRow("412") << 412;
        QTest::newRow("422") << 422;
    }
    void shouldBeginAnewWhereATestFails()
    {
        QFETCH(int, status);
        testsOnly();
        desk().tmf.failedTest = status;
        desk().journal.update(u"1"_s, parse("{'note':[{'id':'m','text':'mine'}]}"));
        bool isDone = false;
        desk().tmf.instead = [&](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.verb == "PATCH" && !std::exchange(isDone, true))
                desk().tmf.change(Leads, u"1"_s, parse("{'note':[{'id':'t','text':'theirs'}]}"));
            return {};
        };
        desk().tmf.change(Leads, u"1"_s, parse("{'note':[]}"));
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.conflicts + summary.refused + summary.waiting, 0);
        QCOMPARE(sent("PATCH").size(), 2);
        QCOMPARE(desk().tmf.get(Leads, u"1"_s).value("note"_L1).toArray().size(), 2);
    }

    void shouldTellARefusalFromAFailedTest()
    {
        testsOnly();
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        desk().failOnce("PATCH", {409, R"({"reason":"Not like that."})", {}, false, false, 0});
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.refused, 1);
        QCOMPARE(sent("PATCH").size(), 1);
        QVERIFY(desk().journal.find(u"1"_s).reason.contains("Not like that."_L1));
    }

    void shouldDoWithoutTestsWhereTheyAreNotTakenAfterAll()
    {
        testsOnly();
        desk().tmf.takesTests = false;
        desk().journal.update(u"1"_s, parse("{'name':'b'}"));
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.guard, WriteGuard::None);
        QCOMPARE(desk().tmf.get(Leads, u"1"_s).value("name"_L1).toString(), u"b"_s);
    }

private:
    SyncDesk &desk() { return *m_desk; }
    QList<FakeRequest> sent(const QByteArray &verb) { return desk().sent(verb); }
    void testsOnly()
    {
        desk().tmf.hasEtags = false;
        desk().tmf.takesTests = true;
        desk().meet();
    }

    std::unique_ptr<SyncDesk> m_desk;
};

SALESBENCH_TEST(GuardTest)
#include "guardtest.moc"
