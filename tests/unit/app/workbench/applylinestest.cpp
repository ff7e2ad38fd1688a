// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/applylines.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QBuffer>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using namespace salesbench;
using salesbench::testing::FakeWorkspace;
using salesbench::testing::parse;

namespace {

Applied apply(FakeWorkspace &workspace, QByteArray lines)
{
    auto input = std::make_shared<QBuffer>();
    input->setData(lines.replace('\'', '"'));
    input->open(QIODevice::ReadOnly);
    return QCoro::waitFor(applyLines(input, u"edits.jsonl"_s, &workspace.edits(), workspace.surroundings()));
}

} // namespace

class ApplyLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldRecordEveryLineInOrder()
    {
        // GIVEN a lead, and lines that end in every way, the last one in none
        FakeWorkspace workspace;
        const QString id = workspace.add(ResourceKind::SalesLead, parse("{'name':'Old','rating':'hot'}"));

        // WHEN
        const Applied applied = apply(workspace,
                                      "{'op':'create','resource':'salesLead','document':{'name':'New'}}\r\n\n"
                                      "{'op':'update','resource':'salesLead','id':'"
                                          + id.toUtf8()
                                          + "','patch':{'name':'Newer','rating':null}}\n"
                                            "{'op':'delete','resource':'salesLead','id':'"
                                          + id.toUtf8() + "'}");

        // THEN each is a change of its own
        QVERIFY2(!applied.problem, qPrintable(applied.problem.value_or(Problem{}).sentence));
        QCOMPARE(applied.recorded, 3);
        QCOMPARE(workspace.changes().size(), 3);
        const QString created = workspace.changes().first().edits.first().id;
        QCOMPARE(workspace.find(ResourceKind::SalesLead, created).local.value("name"_L1), u"New"_s);
        const Record edited = workspace.find(ResourceKind::SalesLead, id);
        QCOMPARE(edited.local.value("name"_L1), u"Newer"_s);
        QVERIFY(!edited.local.contains("rating"_L1));
        QVERIFY(edited.deleted);
    }

    void shouldRecordNothingForAnEmptyFile()
    {
        FakeWorkspace workspace;

        const Applied applied = apply(workspace, "\n\n");

        QVERIFY(!applied.problem);
        QCOMPARE(applied.recorded, 0);
    }

    void shouldStopAtABadLineAndSayWhereAndWhatStays()
    {
        FakeWorkspace workspace;
        const QByteArray good = "{'op':'create','resource':'salesLead','document':{'name':'New'}}\n";

        // WHEN the fourth line, of which the second is blank, is bad
        const Applied applied = apply(workspace, good + "\n" + good + "{'op':'create'}\n" + good);

        // THEN
        QCOMPARE(applied.recorded, 2);
        QCOMPARE(workspace.changes().size(), 2);
        QVERIFY(applied.problem);
        QCOMPARE(applied.problem->kind, Problem::Kind::BadInput);
        QCOMPARE(applied.problem->sentence,
                 u"Line 4 of edits.jsonl: “resource” must be salesLead, salesOpportunity or quote, not “”. "
                 "The 2 edits before it are recorded and stay so."_s);
    }

    void shouldSayWhyTheWorkspaceRefusesAnEdit()
    {
        FakeWorkspace workspace;
        workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, u"13"_s});

        const Applied applied = apply(workspace, "{'op':'delete','resource':'quote','id':'1'}");

        QVERIFY(applied.problem);
        QCOMPARE(applied.problem->kind, Problem::Kind::Storage);
        QCOMPARE(applied.problem->sentence,
                 u"Line 1 of edits.jsonl: The disk is full. Nothing was recorded."_s);
        QCOMPARE(applied.problem->detail, u"13"_s);
    }
};

SALESBENCH_TEST(ApplyLinesTest)
#include "applylinestest.moc"
