// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/exportlines.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>

#include <qcoro/qcorotask.h>

using namespace Qt::StringLiterals;
using namespace salesbench;
using salesbench::testing::FakeWorkspace;
using salesbench::testing::parse;

namespace {

Result<qint64> exportTo(std::shared_ptr<QBuffer> output, FakeWorkspace &workspace)
{
    output->open(QIODevice::WriteOnly);
    return QCoro::waitFor(exportLines(ResourceKind::SalesLead, output, &workspace.queries()));
}

QJsonObject line(const QBuffer &output, int number)
{
    return QJsonDocument::fromJson(output.data().split('\n').value(number)).object();
}

} // namespace

class ExportLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldWriteOneLinePerDocumentOldestFirst()
    {
        // GIVEN two leads with an attribute that no face knows, and another resource
        FakeWorkspace workspace;
        workspace.add(ResourceKind::SalesLead, parse("{'name':'First','x-own':{'deep':[1]}}"));
        workspace.add(ResourceKind::Quote, parse("{'description':'Lines'}"));
        workspace.add(ResourceKind::SalesLead, parse("{'name':'Second\\nline'}"), SyncState::Waiting);
        auto output = std::make_shared<QBuffer>();

        // WHEN
        const auto written = exportTo(output, workspace);

        // THEN
        QVERIFY(written);
        QCOMPARE(*written, 2);
        QCOMPARE(output->data().count('\n'), 2);
        QCOMPARE(line(*output, 0).value("name"_L1), u"First"_s);
        QCOMPARE(line(*output, 0).value("x-own"_L1), parse("{'deep':[1]}"));
        QCOMPARE(line(*output, 1).value("name"_L1), u"Second\nline"_s);
    }

    void shouldReadInPages()
    {
        FakeWorkspace workspace;
        workspace.addLeads(600);
        auto output = std::make_shared<QBuffer>();

        const auto written = exportTo(output, workspace);

        QCOMPARE(written.value(), 600);
        QCOMPARE(workspace.asked(u"rows"_s), 3);
    }

    void shouldLeaveOutWhatWasDeletedHere()
    {
        FakeWorkspace workspace;
        const QString id = workspace.add(ResourceKind::SalesLead, parse("{'name':'Gone'}"));
        workspace.edits().record(Change{{}, {Edit{Edit::Op::Delete, ResourceKind::SalesLead, id, {}}}});
        auto output = std::make_shared<QBuffer>();

        const auto written = exportTo(output, workspace);

        QCOMPARE(written.value(), 0);
        QVERIFY(output->data().isEmpty());
    }

    void shouldSayWhatStopsIt()
    {
        FakeWorkspace workspace;
        workspace.failQueries(Problem{Problem::Kind::Storage, u"Damaged."_s, {}});

        const auto written = exportTo(std::make_shared<QBuffer>(), workspace);

        QVERIFY(!written);
        QCOMPARE(written.error().sentence, u"Damaged."_s);
    }

    void shouldSayThatTheDiskIsFull()
    {
        // GIVEN a device that takes no byte
        FakeWorkspace workspace;
        workspace.addLeads(3);
        auto full = std::make_shared<QFile>(u"/dev/full"_s);
        QVERIFY(full->open(QIODevice::WriteOnly | QIODevice::Unbuffered));

        const auto written = QCoro::waitFor(exportLines(ResourceKind::SalesLead, full, &workspace.queries()));

        QVERIFY(!written);
        QCOMPARE(written.error().kind, Problem::Kind::Storage);
        QVERIFY2(written.error().sentence.contains(u"disk"_s), qPrintable(written.error().sentence));
    }
};

SALESBENCH_TEST(ExportLinesTest)
#include "exportlinestest.moc"
