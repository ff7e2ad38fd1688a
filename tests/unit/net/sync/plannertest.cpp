// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/planner.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

using Action = UpdatePlan::Action;

class PlannerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldDecideOnAnUpdate_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("local");
        QTest::addColumn<QByteArray>("remote");
        QTest::addColumn<int>("action");
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QString>("step");
        const auto row = [](const char *name, const char *base, const char *local, const char *remote,
                            Action action, const char *patch = "{}", const QString &step = {}) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(local) << QByteArray(remote) << int(action)
                                << QByteArray(patch) << step;
        };
        row("nothing changed", "{'name':'a'}", "{'name':'a'}", "{'name':'a'}", Action::Nothing);
        row("changed there", "{'name':'a'}", "{'name':'a'}", "{'name':'b'}", Action::Nothing);
        row("changed here", "{'name':'a'}", "{'name':'b'}", "{'name':'a'}", Action::Send, "{'name':'b'}");
        row("changed alike", "{'name':'a'}", "{'name':'b'}", "{'name':'b'}", Action::Nothing);
        row("changed apart", "{'name':'a','rating':'x'}", "{'name':'b','rating':'x'}",
            "{'name':'a','rating':'y'}", Action::Send, "{'name':'b'}");
        row("changed against each other", "{'name':'a'}", "{'name':'b'}", "{'name':'c'}", Action::Conflict);
        row("an id that the server does not tell", "{'id':'1','name':'a'}", "{'id':'1','name':'a'}",
            "{'name':'a'}", Action::Nothing);
        row("removed here", "{'name':'a','rating':'x'}", "{'name':'a'}", "{'name':'a','rating':'x'}",
            Action::Send, "{'rating':null}");
        row("removed here, changed there", "{'rating':'x'}", "{}", "{'rating':'y'}", Action::Conflict);
        row("an amount goes whole", "{'estimatedRevenue':{'unit':'EUR','value':1}}",
            "{'estimatedRevenue':{'unit':'EUR','value':2}}", "{'estimatedRevenue':{'unit':'EUR','value':1}}",
            Action::Send, "{'estimatedRevenue':{'unit':'EUR','value':2}}");
        row("two notes", "{'note':[]}", "{'note':[{'id':'1','text':'a'}]}",
            "{'note':[{'id':'2','text':'b'}]}", Action::Send,
            "{'note':[{'id':'2','text':'b'},{'id':'1','text':'a'}]}");
        row("one move", "{'status':'acknowledged'}", "{'status':'inProgress'}", "{'status':'acknowledged'}",
            Action::Send, "{'status':'inProgress'}");
        row("a move under the same reason", "{'status':'acknowledged','statusChangeReason':'r'}",
            "{'status':'inProgress','statusChangeReason':'r'}",
            "{'status':'acknowledged','statusChangeReason':'r'}", Action::Send, "{'status':'inProgress'}");
        row("two moves", "{'status':'acknowledged'}", "{'status':'accepted'}", "{'status':'acknowledged'}",
            Action::Send, "{'status':'inProgress'}", u"inProgress"_s);
        row("two moves and an edit", "{'status':'acknowledged','name':'a'}",
            "{'status':'rejected','statusChangeReason':'why','name':'b'}",
            "{'status':'acknowledged','name':'a'}", Action::Send, "{'status':'inProgress','name':'b'}",
            u"inProgress"_s);
        row("moved apart", "{'status':'inProgress'}", "{'status':'accepted'}",
            "{'status':'rejected','statusChangeReason':'why'}", Action::Conflict);
        row("no way back", "{'status':'accepted'}", "{'status':'inProgress'}", "{'status':'accepted'}",
            Action::Illegal);
        row("from a foreign state", "{'status':'LEAD'}", "{'status':'inProgress'}", "{'status':'LEAD'}",
            Action::Illegal);
        row("a foreign state left alone", "{'status':'LEAD','name':'a'}", "{'status':'LEAD','name':'b'}",
            "{'status':'LEAD','name':'a'}", Action::Send, "{'name':'b'}");
        row("moved there, edited here", "{'status':'acknowledged','name':'a'}",
            "{'status':'acknowledged','name':'b'}", "{'status':'inProgress','name':'a'}", Action::Send,
            "{'name':'b'}");
    }

    void shouldDecideOnAnUpdate()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, local);
        QFETCH(QByteArray, remote);
        QFETCH(QByteArray, patch);
        const UpdatePlan plan = planUpdate(ResourceKind::SalesLead, parse(base.constData()),
                                           parse(local.constData()), parse(remote.constData()));
        QTEST(int(plan.action), "action");
        QCOMPARE(plan.patch, parse(patch.constData()));
        QTEST(plan.step, "step");
        QCOMPARE(plan.attributes.isEmpty(), plan.action == Action::Nothing || plan.action == Action::Send);
    }

    void shouldTakeAStateOnTheWayForItsOwnAfterSilence()
    {
        const QJsonObject base = parse("{'status':'acknowledged'}");
        const QJsonObject local = parse("{'status':'accepted'}");
        const QJsonObject remote = parse("{'status':'inProgress'}");
        const auto plan = [&](bool afterSilence) {
            return planUpdate(ResourceKind::SalesLead, base, local, remote, afterSilence);
        };
        QCOMPARE(int(plan(false).action), int(Action::Conflict));
        QCOMPARE(int(plan(true).action), int(Action::Send));
        QCOMPARE(plan(true).patch, parse("{'status':'accepted'}"));
    }

    void shouldNotTakeAStateOnTheWayForItsOwnWhereElseIsNewToo()
    {
        const QJsonObject base = parse("{'status':'acknowledged','statusChangeDate':'x'}");
        const QJsonObject local = parse("{'status':'accepted','statusChangeDate':'x'}");
        const auto action = [&](const char *remote) {
            return int(planUpdate(ResourceKind::SalesLead, base, local, parse(remote), true).action);
        };
        QCOMPARE(action("{'status':'inProgress','statusChangeDate':'y'}"), int(Action::Send));
        QCOMPARE(action("{'status':'inProgress','statusChangeDate':'y','name':'theirs'}"),
                 int(Action::Conflict));
        QCOMPARE(action("{'status':'inProgress','statusChangeDate':'y','statusChangeReason':'theirs'}"),
                 int(Action::Conflict));
    }

    void shouldNotTakeTheSameMoveOfSomebodyElseForItsOwnAfterSilence()
    {
        const QJsonObject base = parse("{'status':'acknowledged'}");
        const QJsonObject local = parse("{'status':'inProgress','statusChangeReason':'mine'}");
        const QJsonObject remote = parse("{'status':'inProgress'}");
        const UpdatePlan plan = planUpdate(ResourceKind::SalesLead, base, local, remote, true);
        QCOMPARE(int(plan.action), int(Action::Conflict));
        QCOMPARE(plan.attributes, QStringList{u"statusChangeReason"_s});
    }

    /// Whatever the two states are, no illegal move is ever planned.
    void shouldNeverPlanAnIllegalMove()
    {
        for (const ResourceType &type : resourceTypes()) {
            for (int from = 0; from < StateCount; ++from) {
                for (int to = 0; to < StateCount; ++to)
                    checkMove(type, State(from), State(to));
            }
        }
    }

    void shouldLeaveToTheServerWhatIsItsOwn()
    {
        const QJsonObject body = creationBody(ResourceKind::SalesLead,
                                              parse("{'id':'1','href':'h','name':'a','status':'rejected','"
                                                    "statusChangeReason':'why','creationDate':'x',"
                                                    "'statusChangeDate':'y','own':1}"));
        QCOMPARE(body, parse("{'id':'1','name':'a','own':1}"));
    }

    void shouldSeeThatADocumentChangedBeforeItsDeletion()
    {
        QVERIFY(!changedSince(parse("{'a':1,'b':null}"), parse("{'a':1.0}")));
        QVERIFY(changedSince(parse("{'a':1}"), parse("{'a':2}")));
    }

private:
    static void checkMove(const ResourceType &type, State from, State to)
    {
        const QJsonObject remote{{type.stateAttribute, QString(toText(from))}};
        const QJsonObject local{{type.stateAttribute, QString(toText(to))}};
        const UpdatePlan plan = planUpdate(type.kind, remote, local, remote);
        if (from == to) {
            QCOMPARE(int(plan.action), int(Action::Nothing));
        } else if (plan.action == Action::Send) {
            const auto sent = stateFromText(plan.patch.value(type.stateAttribute).toString());
            QVERIFY(type.lifecycle.allows(from, *sent));
            QCOMPARE(plan.step.isEmpty(), *sent == to);
        } else {
            QCOMPARE(int(plan.action), int(Action::Illegal));
            QVERIFY(!type.lifecycle.allows(from, to));
        }
    }
};

SALESBENCH_TEST(PlannerTest)
#include "plannertest.moc"
