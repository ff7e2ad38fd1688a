// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"
#include "tests/unit/net/sync/workbench.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// The real workspace against the real server.
class SynchronisationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldCarryALeadThroughItsLife()
    {
        RunningServer server;
        Workbench bench(server.origin());
        const QString id =
            bench.create(Lead, parse("{'name':'a','estimatedRevenue':{'unit':'EUR','value':5}}"));
        const SyncSummary created = bench.sync();
        checkQuiet(created);
        QCOMPARE(created.pushed, 1);
        QCOMPARE(created.documents.value(Lead), 1);
        const QString path = LeadPath + u'/' + bench.record(Lead, id).serverId;
        QCOMPARE(server.client().get(path).object().value("name"_L1).toString(), u"a"_s);

        bench.update(Lead, id, parse("{'rating':'hot'}"));
        checkQuiet(bench.sync());
        QCOMPARE(server.client().get(path).object().value("rating"_L1).toString(), u"hot"_s);

        bench.remove(Lead, id);
        checkQuiet(bench.sync());
        QCOMPARE(server.client().get(path).status, 404);
        QVERIFY(bench.record(Lead, id).localId.isEmpty());
    }

    void shouldHaveNothingToDoTheSecondTime()
    {
        RunningServer server;
        server.client().post(LeadPath, R"({"name":"a"})");
        server.client().post(OpportunityPath, R"({"name":"b"})");
        Workbench bench(server.origin());
        bench.create(QuoteKind, parse("{'description':'q','quoteItem':[{'id':'1','action':'add'}]}"));
        const SyncSummary first = bench.sync();
        checkQuiet(first);
        QCOMPARE(first.pulled, 2);
        const SyncSummary second = bench.sync();
        checkQuiet(second);
        QCOMPARE(second.pulled, 0);
        QCOMPARE(second.pushed, 0);
    }

    void shouldCarryOfflineMovesStepByStep()
    {
        RunningServer server;
        Workbench bench(server.origin());
        const QString id = bench.create(Lead, parse("{'name':'a','status':'acknowledged'}"));
        bench.update(Lead, id, parse("{'status':'inProgress'}"));
        bench.update(Lead, id, parse("{'status':'rejected','statusChangeReason':'too small'}"));
        checkQuiet(bench.sync());
        const Record record = bench.record(Lead, id);
        const QJsonObject there = server.client().get(LeadPath + u'/' + record.serverId).object();
        QCOMPARE(there.value("status"_L1).toString(), u"rejected"_s);
        QCOMPARE(there.value("statusChangeReason"_L1).toString(), u"too small"_s);
        QCOMPARE(record.local, there);
    }

    void shouldCarryTheChain()
    {
        RunningServer server;
        Workbench bench(server.origin());
        const QString lead = bench.create(Lead, parse("{'name':'l'}"));
        const QString opportunity = bench.create(
            Opportunity, {{"name"_L1, u"o"_s}, {"salesLead"_L1, QJsonArray{QJsonObject{{"id"_L1, lead}}}}});
        const QString quote = bench.create(QuoteKind,
                                           {{"description"_L1, u"q"_s},
                                            {"quoteItem"_L1, QJsonArray{parse("{'id':'1','action':'add'}")}},
                                            {"salesOpportunity"_L1, QJsonObject{{"id"_L1, opportunity}}}});
        bench.update(Lead, lead, {{"salesOpportunity"_L1, QJsonObject{{"id"_L1, opportunity}}}});
        bench.update(Opportunity, opportunity, {{"quote"_L1, QJsonArray{QJsonObject{{"id"_L1, quote}}}}});
        checkQuiet(bench.sync());
        const auto there = [&](const QString &path, ResourceKind kind, const QString &id) {
            return server.client().get(path + u'/' + bench.record(kind, id).serverId).object();
        };
        const QString made = bench.record(Opportunity, opportunity).serverId;
        QCOMPARE(there(LeadPath, Lead, lead).value("salesOpportunity"_L1)["id"_L1].toString(), made);
        QCOMPARE(there(QuotePath, QuoteKind, quote).value("salesOpportunity"_L1)["id"_L1].toString(), made);
        const QJsonObject opportunityThere = there(OpportunityPath, Opportunity, opportunity);
        QCOMPARE(opportunityThere.value("salesLead"_L1)[0]["id"_L1].toString(),
                 bench.record(Lead, lead).serverId);
        QCOMPARE(opportunityThere.value("quote"_L1)[0]["id"_L1].toString(),
                 bench.record(QuoteKind, quote).serverId);
    }

    void shouldLetTwoPeopleEditOneLead()
    {
        RunningServer server;
        const QString id =
            server.client().post(LeadPath, R"({"name":"a"})").object().value("id"_L1).toString();
        Workbench mara(server.origin());
        Workbench anil(server.origin());
        checkQuiet(mara.sync());
        checkQuiet(anil.sync());
        mara.update(Lead, id, parse("{'rating':'hot'}"));
        anil.update(Lead, id, parse("{'description':'wants fibre'}"));
        checkQuiet(mara.sync());
        checkQuiet(anil.sync());
        checkQuiet(mara.sync());
        for (Workbench *bench : {&mara, &anil}) {
            const QJsonObject lead = bench->record(Lead, id).local;
            QCOMPARE(lead.value("rating"_L1).toString(), u"hot"_s);
            QCOMPARE(lead.value("description"_L1).toString(), u"wants fibre"_s);
        }
    }

    void shouldShowWhenTwoPeopleContradictEachOther()
    {
        RunningServer server;
        const QString id =
            server.client().post(LeadPath, R"({"name":"a"})").object().value("id"_L1).toString();
        Workbench mara(server.origin());
        Workbench anil(server.origin());
        mara.sync();
        anil.sync();
        mara.update(Lead, id, parse("{'rating':'hot'}"));
        anil.update(Lead, id, parse("{'rating':'cold'}"));
        mara.sync();
        const SyncSummary summary = anil.sync();
        QCOMPARE(summary.conflicts, 1);
        QCOMPARE(summary.waiting, 0);
        const Record record = anil.record(Lead, id);
        QCOMPARE(record.sync, SyncState::Conflict);
        QCOMPARE(record.local.value("rating"_L1).toString(), u"cold"_s);
        QCOMPARE(record.remote.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(server.client().get(LeadPath + u'/' + id).object().value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(anil.sync().conflicts, 1);
    }

    void shouldKeepTheServersWordsOfARefusal()
    {
        RunningServer server;
        Workbench bench(server.origin());
        const QString id = bench.create(Lead, parse("{'name':'a','validFor':'no period'}"));
        QCOMPARE(bench.sync().refused, 1);
        QCOMPARE(bench.record(Lead, id).sync, SyncState::Refused);
        QVERIFY2(bench.record(Lead, id).reason.contains("validFor"_L1),
                 qPrintable(bench.record(Lead, id).reason));
    }

    void shouldSayThatTheTokenIsWrong()
    {
        RunningServer server({{.name = u"Mara"_s, .partyId = u"p1"_s, .tokenSha256 = tokenDigest("right")}});
        Workbench bench(server.origin(), "wrong");
        const QString id = bench.create(Lead, parse("{'name':'a'}"));
        const SyncSummary summary = bench.sync();
        QCOMPARE(summary.problem->kind, Problem::Kind::SignIn);
        QCOMPARE(summary.waiting, 1);
        QCOMPARE(bench.record(Lead, id).sync, SyncState::Waiting);
    }

private:
    static void checkQuiet(const SyncSummary &summary)
    {
        QVERIFY2(!summary.problem, qPrintable(summary.problem ? summary.problem->sentence : QString()));
        QCOMPARE(summary.waiting, 0);
        QCOMPARE(summary.conflicts, 0);
        QCOMPARE(summary.refused, 0);
    }
};

SALESBENCH_TEST(SynchronisationTest)
#include "synchronisationtest.moc"
#include "tests/support/kinds.h"
