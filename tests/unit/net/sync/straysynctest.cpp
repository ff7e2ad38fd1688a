// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketmf.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/sync/workbench.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// The real workspace against servers that stray.
class StraySyncTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tmf = std::make_unique<FakeTmf>();
        m_bench = std::make_unique<Workbench>(m_tmf->origin());
    }

    void shouldPutTheServersIdsInPlace()
    {
        m_tmf->keepsIds = false;
        const QString lead = m_bench->create(Lead, parse("{'name':'l'}"));
        const QString opportunity = m_bench->create(
            ResourceKind::SalesOpportunity,
            {{"name"_L1, u"o"_s}, {"salesLead"_L1, QJsonArray{QJsonObject{{"id"_L1, lead}}}}});
        m_bench->update(Lead, lead, {{"salesOpportunity"_L1, QJsonObject{{"id"_L1, opportunity}}}});
        QCOMPARE(m_bench->sync().waiting, 0);
        const QString leadThere = m_bench->record(Lead, lead).serverId;
        const QString opportunityThere =
            m_bench->record(ResourceKind::SalesOpportunity, opportunity).serverId;
        QVERIFY(leadThere.startsWith("made-"_L1));
        QCOMPARE(m_tmf->get(u"salesLead"_s, leadThere).value("salesOpportunity"_L1)["id"_L1].toString(),
                 opportunityThere);
        QCOMPARE(
            m_tmf->get(u"salesOpportunity"_s, opportunityThere).value("salesLead"_L1)[0]["id"_L1].toString(),
            leadThere);
        QCOMPARE(m_bench->sync().pushed, 0);
    }

    void shouldNotDoubleWhatWasDoneWithoutAnAnswer()
    {
        m_tmf->afterwards = [this](const FakeRequest &request, FakeAnswer answer) {
            answer.hangUp = request.verb == "POST" && m_tmf->server().count("POST") == 1;
            return answer;
        };
        const QString id = m_bench->create(Lead, parse("{'name':'l'}"));
        m_bench->sync();
        m_bench->sync();
        QCOMPARE(m_tmf->server().count("POST"), 1);
        QCOMPARE(m_tmf->count(u"salesLead"_s), 1);
        QCOMPARE(m_bench->record(Lead, id).sync, SyncState::Synced);
        QCOMPARE(m_bench->sync().pulled, 0);
    }

    void shouldKeepQuotesHereWhereTheServerHasNone()
    {
        m_tmf->absent = QStringList{u"quote"_s};
        const QString quote = m_bench->create(QuoteKind, parse("{'description':'q'}"));
        const QString opportunity =
            m_bench->create(ResourceKind::SalesOpportunity,
                            {{"name"_L1, u"o"_s}, {"quote"_L1, QJsonArray{QJsonObject{{"id"_L1, quote}}}}});
        for (int i = 0; i < 2; ++i) {
            const SyncSummary summary = m_bench->sync();
            QVERIFY(!summary.problem);
            QCOMPARE(summary.waiting, 0);
            QCOMPARE(summary.absent, QVector<ResourceKind>{QuoteKind});
            QCOMPARE(m_bench->record(QuoteKind, quote).sync, SyncState::LocalOnly);
        }
        const Record record = m_bench->record(ResourceKind::SalesOpportunity, opportunity);
        QCOMPARE(record.sync, SyncState::Synced);
        QVERIFY(record.local.contains("quote"_L1));
        // Somebody else's edit does not take the link away.
        m_tmf->change(u"salesOpportunity"_s, record.serverId, parse("{'rating':'hot'}"));
        QCOMPARE(m_bench->sync().waiting, 0);
        const Record later = m_bench->record(ResourceKind::SalesOpportunity, opportunity);
        QCOMPARE(later.local.value("rating"_L1).toString(), u"hot"_s);
        QVERIFY(later.local.contains("quote"_L1));
    }

    void shouldSendWhatStayedHereOnceTheServerHasAPlaceForIt()
    {
        m_tmf->absent = QStringList{u"quote"_s};
        const QString quote = m_bench->create(QuoteKind, parse("{'description':'q'}"));
        m_bench->sync();
        m_tmf->absent.clear();
        QCOMPARE(m_bench->sync().pushed, 1);
        QCOMPARE(m_bench->record(QuoteKind, quote).sync, SyncState::Synced);
        QCOMPARE(m_tmf->count(u"quote"_s), 1);
    }

    void shouldGoOnWithAPullThatWasStopped()
    {
        for (int i = 0; i < 2500; ++i)
            m_tmf->put(u"salesLead"_s, {{"id"_L1, QString::number(i)}, {"name"_L1, u"lead"_s}});
        const auto cancel = std::make_shared<CancelSignal>();
        m_tmf->instead = [cancel](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.query(u"offset"_s, 0) == 980)
                cancel->set();
            return {};
        };
        QCOMPARE(m_bench->sync(cancel).problem->kind, Problem::Kind::Cancelled);
        m_tmf->instead = {};
        m_tmf->server().forget();
        const SyncSummary summary = m_bench->sync();
        QVERIFY(!summary.problem);
        QCOMPARE(summary.documents.value(Lead), 2500);
        QCOMPARE(summary.pulled, 1500);
    }

    void shouldTakeNumbersAndForeignStates()
    {
        m_tmf->put(u"salesLead"_s, parse("{'id':'7','name':'a','status':'LEAD'}"));
        m_tmf->numericIds = true;
        QCOMPARE(m_bench->sync().pulled, 1);
        QCOMPARE(m_bench->sync().pulled, 0);
        QCOMPARE(m_bench->record(Lead, u"7"_s).local.value("status"_L1).toString(), u"LEAD"_s);
    }

    void shouldReadAServerThatCountsPages_data()
    {
        QTest::addColumn<bool>("totals");
        QTest::newRow("with totals") << true;
        QTest::newRow("without") << false;
    }
    void shouldReadAServerThatCountsPages()
    {
        QFETCH(bool, totals);
        m_tmf->countsPages = true;
        m_tmf->hasTotals = totals;
        for (int i = 0; i < 2500; ++i)
            m_tmf->put(u"salesLead"_s, {{"id"_L1, QString::number(i)}, {"name"_L1, u"lead"_s}});
        const SyncSummary summary = m_bench->sync();
        QVERIFY2(!summary.problem, summary.problem ? qPrintable(summary.problem->sentence) : "");
        QCOMPARE(summary.documents.value(Lead), 2500);
        QCOMPARE(m_bench->sync().pulled, 0);
    }

    void shouldSpeakPlainJsonToAServerThatTakesNothingElse()
    {
        m_tmf->takesPlainJsonOnly = true;
        const QString id = m_bench->create(Lead, parse("{'name':'l'}"));
        QCOMPARE(m_bench->sync().pushed, 1);
        for (const QString &name : {u"m"_s, u"n"_s}) {
            m_tmf->server().forget();
            m_bench->update(Lead, id, {{"name"_L1, name}});
            QCOMPARE(m_bench->sync().pushed, 1);
            QCOMPARE(m_tmf->get(u"salesLead"_s, id).value("name"_L1).toString(), name);
        }
        QCOMPARE(m_tmf->server().count("PATCH"), 1); // it is known by now
    }

    void shouldNotTakeTwoForOneWhereTheyAreGivenOneId()
    {
        m_tmf->keepsIds = false;
        m_tmf->sharesIds = true;
        m_bench->create(Lead, parse("{'name':'first'}"));
        const QString second = m_bench->create(Lead, parse("{'name':'second'}"));
        const SyncSummary summary = m_bench->sync();
        QVERIFY(!summary.problem);
        QCOMPARE(summary.refused, 1);
        const Record stopped = m_bench->record(Lead, second);
        QCOMPARE(stopped.sync, SyncState::Refused);
        QCOMPARE(stopped.local.value("name"_L1).toString(), u"second"_s);
        QVERIFY2(stopped.reason.contains(u"the id of another document (made-1)"_s),
                 qPrintable(stopped.reason));
    }

    void shouldTakeOutWhatIsGone()
    {
        m_tmf->put(u"salesLead"_s, parse("{'id':'7','name':'a'}"));
        m_tmf->put(u"salesLead"_s, parse("{'id':'8','name':'a'}"));
        m_bench->sync();
        m_tmf->remove(u"salesLead"_s, u"7"_s);
        const SyncSummary summary = m_bench->sync();
        QCOMPARE(summary.pulled, 1);
        QCOMPARE(summary.documents.value(Lead), 1);
    }

private:
    std::unique_ptr<FakeTmf> m_tmf;
    std::unique_ptr<Workbench> m_bench;
};

SALESBENCH_TEST(StraySyncTest)
#include "straysynctest.moc"
#include "tests/support/kinds.h"
