// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/whendone.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "ui/assignment/assignment.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class AssignmentTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    QStringList free;

    QString owner(const QString &id)
    {
        const Record record = desk->workspace.find(ResourceKind::SalesLead, id);
        return summarize(record.kind, record.local, DefaultOwnerRole).text(Field::OwnerId);
    }

    Result<void> wait(const QFuture<Result<void>> &future)
    {
        std::optional<Result<void>> answer;
        whenDone(future, this, [&](const Result<void> &done) { answer = done; });
        return QTest::qWaitFor([&] { return answer.has_value(); }) ? *answer : tl::unexpected(Problem{});
    }

private Q_SLOTS:
    void init()
    {
        desk = std::make_unique<FakeDesk>();
        context.reset(new Context(desk->context()));
        free.clear();
        for (int i = 0; i < 20; ++i)
            free.append(desk->workspace.add(ResourceKind::SalesLead, {{u"name"_s, u"Lead %1"_s.arg(i)}}));
    }

    void shouldAssignManyInOneStepThatIsUndoneAsOne()
    {
        QVERIFY(wait(assignLeads(*context, free, desk->session.team[1])));

        for (const QString &id : free)
            QCOMPARE(owner(id), u"p2"_s);
        QCOMPARE(desk->workspace.changes().size(), 1);
        QCOMPARE(context->edits.undoState().undoTitle, u"Assign 20 leads to Anil Deshmukh"_s);

        QVERIFY(wait(context->edits.undo()));
        for (const QString &id : free)
            QCOMPARE(owner(id), QString());
    }

    void shouldLeaveOutWhatHasGone()
    {
        desk->workspace.remove(ResourceKind::SalesLead, free.first());

        QVERIFY(wait(assignLeads(*context, free, desk->session.team[1])));
        QCOMPARE(desk->workspace.changes().first().edits.size(), 19);
    }

    void shouldSayWhenNothingRemains()
    {
        QVERIFY(wait(assignLeads(*context, free, desk->session.team[1])));

        const Result<void> again = wait(assignLeads(*context, free, desk->session.team[1]));
        QCOMPARE(again.error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(wait(assignLeads(*context, {}, desk->session.team[1])).error().kind, Problem::Kind::NotAllowed);
    }

    void shouldPassOnWhyItFailed()
    {
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        QCOMPARE(wait(assignLeads(*context, free, desk->session.team[1])).error().sentence, u"The disk is full."_s);

        desk->workspace.failQueries(Problem{Problem::Kind::Storage, u"The file is damaged."_s, {}});
        QCOMPARE(wait(assignLeads(*context, free, desk->session.team[1])).error().sentence, u"The file is damaged."_s);
    }

    void shouldClaimAFreeLeadOnly()
    {
        QVERIFY(wait(claimRecord(*context, ResourceKind::SalesLead, free.first())));
        QCOMPARE(owner(free.first()), u"p1"_s);

        QCOMPARE(wait(claimRecord(*context, ResourceKind::SalesLead, free.first())).error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(wait(claimRecord(*context, ResourceKind::SalesLead, u"gone"_s)).error().kind, Problem::Kind::NotFound);
    }
};

SALESBENCH_TEST(AssignmentTest)
#include "assignmenttest.moc"
