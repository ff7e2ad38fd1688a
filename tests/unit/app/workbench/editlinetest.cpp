// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/editline.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace salesbench;
using salesbench::testing::parse;

namespace {

Result<Change> read(QByteArray line)
{
    return parseEditLine(line.replace('\'', '"'), [] { return u"made"_s; });
}

} // namespace

class EditLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldReadACreation()
    {
        const auto change =
            read("{'op':'create','resource':'salesLead','document':{'name':'Fibre','x':1}}\r\n");

        QVERIFY(change);
        QCOMPARE(change->title, u"Create a lead"_s);
        QCOMPARE(change->edits.size(), 1);
        QCOMPARE(change->edits.first().op, Edit::Op::Create);
        QCOMPARE(change->edits.first().kind, ResourceKind::SalesLead);
        QCOMPARE(change->edits.first().id, u"made"_s);
        QCOMPARE(change->edits.first().content, parse("{'name':'Fibre','x':1}"));
    }

    void shouldTakeTheUuidThatANewDocumentBrings()
    {
        const auto change = read("{'op':'create','resource':'quote','document':"
                                 "{'id':'0C3F2D54-8E47-4F0C-9C55-1B8F6A3A7D10','description':'Lines'}}");

        QVERIFY(change);
        QCOMPARE(change->edits.first().id, u"0c3f2d54-8e47-4f0c-9c55-1b8f6a3a7d10"_s);
        QCOMPARE(change->edits.first().content, parse("{'description':'Lines'}"));
    }

    void shouldReadAnUpdate()
    {
        const auto change =
            read("{'op':'update','resource':'salesOpportunity','id':7,'patch':{'name':null}}");

        QVERIFY(change);
        QCOMPARE(change->title, u"Edit an opportunity"_s);
        QCOMPARE(change->edits.first().op, Edit::Op::Update);
        QCOMPARE(change->edits.first().id, u"7"_s);
        QCOMPARE(change->edits.first().content, parse("{'name':null}"));
    }

    void shouldReadADeletion()
    {
        const auto change = read("{'op':'delete','resource':'quote','id':'q-1'}");

        QVERIFY(change);
        QCOMPARE(change->title, u"Delete a quote"_s);
        QCOMPARE(change->edits.first().op, Edit::Op::Delete);
        QCOMPARE(change->edits.first().id, u"q-1"_s);
        QVERIFY(change->edits.first().content.isEmpty());
    }

    void shouldSayWhatIsWrongWithALine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *line, const QString &named) {
            QTest::newRow(line) << QByteArray(line) << named;
        };
        row("{'op':'create',", u"no JSON"_s);
        row("hello", u"no JSON"_s);
        row("[1,2]", u"not an object"_s);
        row("{}", u"“op”"_s);
        row("{'op':'merge','resource':'salesLead'}", u"“op”"_s);
        row("{'op':'create'}", u"“resource”"_s);
        row("{'op':'create','resource':'lead','document':{}}", u"“lead”"_s);
        row("{'op':'create','resource':'salesLead'}", u"“document”"_s);
        row("{'op':'create','resource':'salesLead','document':[]}", u"“document”"_s);
        row("{'op':'create','resource':'salesLead','document':{'id':'1'}}", u"uuid"_s);
        row("{'op':'update','resource':'salesLead','patch':{}}", u"“id”"_s);
        row("{'op':'update','resource':'salesLead','id':'1'}", u"“patch”"_s);
        row("{'op':'update','resource':'salesLead','id':'1','patch':'x'}", u"“patch”"_s);
        row("{'op':'delete','resource':'salesLead'}", u"“id”"_s);
    }

    void shouldSayWhatIsWrongWithALine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, named);

        const auto change = read(line);

        QVERIFY(!change);
        QCOMPARE(change.error().kind, Problem::Kind::BadInput);
        QVERIFY2(change.error().sentence.contains(named), qPrintable(change.error().sentence));
    }
};

SALESBENCH_TEST(EditLineTest)
#include "editlinetest.moc"
