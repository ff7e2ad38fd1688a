// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/net/sync/syncdesk.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class PullTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SyncDesk>(); }

    void shouldPullEverythingInPages()
    {
        addLeads(250);
        desk().tmf.put(Opportunities, parse("{'id':'o','name':'o'}"));
        desk().tmf.put(Quotes, parse("{'id':'q'}"));
        desk().tmf.largestPage = 100;
        const SyncSummary summary = desk().sync();
        QVERIFY(!summary.problem);
        QCOMPARE(summary.pulled, 252);
        QCOMPARE(summary.documents.value(ResourceKind::SalesLead), 250);
        QCOMPARE(summary.documents.value(ResourceKind::Quote), 1);
        QCOMPARE(leadOffsets(), (QVector<int>{0, 90, 180}));
        QVERIFY(desk().progress.contains(WorkspaceStatus::Progress{u"Reading leads"_s, 190, 250}));
    }

    void shouldPullWithoutTotals()
    {
        desk().tmf.hasTotals = false;
        addLeads(250);
        desk().tmf.largestPage = 100;
        QCOMPARE(desk().sync().pulled, 250);
    }

    void shouldCountOnlyWhatIsNew()
    {
        addLeads(3);
        desk().meet();
        QCOMPARE(desk().sync().pulled, 0);
        desk().tmf.change(Leads, u"1"_s, parse("{'name':'other'}"));
        desk().tmf.remove(Leads, u"2"_s);
        QCOMPARE(desk().sync().pulled, 2);
        QCOMPARE(desk().journal.count(ResourceKind::SalesLead), 2);
    }

    void shouldTakeNumbersAsIds()
    {
        addLeads(2);
        desk().tmf.numericIds = true;
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.pulled, 2);
        QCOMPARE(desk().journal.find(u"1"_s).serverId, u"1"_s);
        QCOMPARE(summary.remarks.size(), 1);
        QVERIFY(summary.remarks.first().contains(u"ids as numbers"_s));
    }

    void shouldTakeAForeignStatusAsItIs()
    {
        desk().tmf.put(Leads, parse("{'id':'1','status':'LEAD'}"));
        desk().tmf.put(Leads, parse("{'id':'2','status':'pending'}"));
        const SyncSummary summary = desk().sync();
        QVERIFY(!summary.problem);
        QCOMPARE(summary.remarks.size(), 1);
        QVERIFY(summary.remarks.first().contains(u"salesLead"_s));
        QVERIFY(summary.remarks.first().contains(u"(LEAD)"_s));
        QCOMPARE(desk().journal.find(u"1"_s).local.value("status"_L1).toString(), u"LEAD"_s);
    }

    void shouldNotTakeAbsenceForADeletion()
    {
        addLeads(3);
        desk().meet();
        desk().tmf.instead = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const bool list = request.url.path().endsWith(u"salesLead"_s);
            return list ? std::optional(FakeAnswer{.status = 200, .body = "[]"}) : std::nullopt;
        };
        QCOMPARE(desk().sync().pulled, 0);
        QCOMPARE(desk().journal.count(ResourceKind::SalesLead), 3);
        QCOMPARE(desk().tmf.server().count("GET"), 6);
    }

    void shouldGoOnWhereAnErrorStoppedIt()
    {
        addLeads(250);
        desk().tmf.largestPage = 100;
        desk().tmf.instead = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const bool third = request.query(u"offset"_s, 0) == 180;
            return third ? std::optional(FakeAnswer{.status = 500, .body = R"({"reason":"broken"})"})
                         : std::nullopt;
        };
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.problem->kind, Problem::Kind::Server);
        QVERIFY(summary.problem->sentence.contains("broken"_L1));
        QCOMPARE(summary.pulled, 190);
        desk().tmf.instead = {};
        desk().tmf.server().forget();
        QCOMPARE(desk().sync().pulled, 60);
        QCOMPARE(leadOffsets().first(), 180);
        QCOMPARE(desk().journal.count(ResourceKind::SalesLead), 250);
    }

    void shouldReadTheOtherListsWhereOneFails()
    {
        desk().tmf.put(Quotes, parse("{'id':'q'}"));
        desk().tmf.put(Leads, parse("{'id':'l'}"));
        desk().tmf.instead = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const bool list = request.url.path().endsWith(u"salesLead"_s) && request.query(u"limit"_s, 0) > 1;
            return list ? std::optional(FakeAnswer{.status = 500}) : std::nullopt;
        };
        const SyncSummary summary = desk().sync();
        QVERIFY(summary.problem.has_value());
        QCOMPARE(summary.pulled, 1);
    }

    void shouldStopWhenCancelledAndGoOnLater()
    {
        addLeads(250);
        desk().tmf.largestPage = 100;
        desk().tmf.instead = [this](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.query(u"offset"_s, 0) == 180)
                desk().cancel->set();
            return {};
        };
        QCOMPARE(desk().sync().problem->kind, Problem::Kind::Cancelled);
        desk().tmf.instead = {};
        desk().tmf.server().forget();
        desk().cancel = std::make_shared<CancelSignal>();
        QVERIFY(!desk().sync().problem);
        QCOMPARE(leadOffsets().first(), 180);
        QCOMPARE(desk().journal.count(ResourceKind::SalesLead), 250);
    }

    void shouldBeginAnewWhereTheListShrinks()
    {
        addLeads(300);
        desk().tmf.largestPage = 100;
        bool shrunk = false;
        desk().tmf.instead = [&](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.query(u"offset"_s, 0) == 90 && !std::exchange(shrunk, true)) {
                for (int i = 0; i < 50; ++i)
                    desk().tmf.remove(Leads, QString::number(100 + i));
            }
            return {};
        };
        QVERIFY(!desk().sync().problem);
        QCOMPARE(desk().journal.count(ResourceKind::SalesLead), 250);
        QCOMPARE(leadOffsets().count(0), 2);
    }

    void shouldSayThatAListIsIncomplete()
    {
        addLeads(2);
        desk().tmf.afterwards = [](const FakeRequest &, FakeAnswer answer) {
            answer.headers = {"X-Total-Count: 7"};
            return answer;
        };
        const SyncSummary summary = desk().sync();
        QVERIFY2(summary.problem->sentence.contains("has 7 documents"_L1),
                 qPrintable(summary.problem->sentence));
        QCOMPARE(desk().journal.count(ResourceKind::SalesLead), 2);
    }

    void shouldStopWhereTheWorkspaceFails()
    {
        addLeads(250);
        desk().tmf.largestPage = 100;
        desk().journal.failPages(
            {.kind = Problem::Kind::Storage, .sentence = u"The disk is full."_s, .detail = {}});
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.problem->kind, Problem::Kind::Storage);
        QCOMPARE(summary.problem->sentence, u"The disk is full."_s);
    }

    void shouldExplainAServerThatIsOfNoUse_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Problem::Kind>("kind");
        QTest::addColumn<QString>("words");
        using K = Problem::Kind;
        QTest::newRow("sign-in") << 401 << QByteArray("{}") << K::SignIn << u"token"_s;
        QTest::newRow("web page") << 200 << QByteArray("<!DOCTYPE html><html>") << K::NotTmf << u"web page"_s;
        QTest::newRow("an object") << 200 << QByteArray(R"({"id":"1"})") << K::NotTmf << u"single object"_s;
        QTest::newRow("no JSON") << 200 << QByteArray("hello") << K::NotTmf << u"not JSON"_s;
        QTest::newRow("wrong path") << 404 << QByteArray("{}") << K::NotTmf
                                    << u"no TMF699 interface at /tmf-api"_s;
        QTest::newRow("moved") << 302 << QByteArray() << K::NotTmf << u"another address"_s;
    }

    void shouldExplainAServerThatIsOfNoUse()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, words);
        desk().journal.create(ResourceKind::SalesLead, u"l"_s, parse("{'name':'a'}"));
        desk().tmf.instead = [=](const FakeRequest &) -> std::optional<FakeAnswer> {
            return FakeAnswer{.status = status, .body = body};
        };
        const SyncSummary summary = desk().sync();
        QVERIFY(summary.problem.has_value());
        QTEST(summary.problem->kind, "kind");
        QVERIFY2(summary.problem->sentence.contains(words), qPrintable(summary.problem->sentence));
        QCOMPARE(desk().tmf.server().count("POST"), 0);
        QCOMPARE(summary.waiting, 1);
        QCOMPARE(desk().journal.find(u"l"_s).attempts, 0);
    }

    void shouldSpendNoAttemptOffline()
    {
        desk().meet();
        desk().journal.create(ResourceKind::SalesLead, u"l"_s, parse("{'name':'a'}"));
        desk().tmf.server().close();
        const SyncSummary summary = desk().sync();
        QCOMPARE(summary.problem->kind, Problem::Kind::Unreachable);
        QVERIFY(summary.problem->sentence.contains("refused the connection"_L1));
        QCOMPARE(desk().journal.find(u"l"_s).attempts, 0);
        QVERIFY(!desk().journal.find(u"l"_s).unknown);
        QCOMPARE(summary.waiting, 1);
    }

    void shouldExplainATlsError()
    {
        QString origin = desk().tmf.origin();
        desk().tmf.server().greeting = "HTTP/1.1 400 Bad Request\r\n\r\n";
        const SyncSummary summary = desk().sync(origin.replace("http:"_L1, "https:"_L1));
        QVERIFY(summary.problem.has_value());
        QCOMPARE(summary.problem->kind, Problem::Kind::NotTmf);
        QVERIFY(summary.problem->sentence.contains("No secure connection to 127.0.0.1"_L1));
    }

private:
    SyncDesk &desk() { return *m_desk; }
    void addLeads(int count)
    {
        for (int i = 0; i < count; ++i)
            desk().tmf.put(Leads, {{"id"_L1, QString::number(i)}, {"name"_L1, u"lead"_s}});
    }
    /// Of the pages asked for; not of the first look at a server.
    QVector<int> leadOffsets()
    {
        QVector<int> result;
        for (const FakeRequest &request : desk().tmf.server().requests()) {
            if (request.url.path().endsWith(u"salesLead"_s) && request.query(u"limit"_s, 0) > 1)
                result.append(request.query(u"offset"_s, 0));
        }
        return result;
    }

    std::unique_ptr<SyncDesk> m_desk;
};

SALESBENCH_TEST(PullTest)
#include "pulltest.moc"
