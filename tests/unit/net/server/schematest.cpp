// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/schema.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

const char Schemas[] =
    "{'Thing':{'type':'object','required':['name'],'properties':{"
    "'name':{'type':'string','pattern':'^[a-z]+$'},'kind':{'type':'string','enum':['a','b']},"
    "'count':{'type':'integer'},'size':{'type':'number'},'flag':{'type':'boolean'},"
    "'when':{'type':'string','format':'date-time'},'where':{'type':'string','format':'uri'},"
    "'any':{},'parts':{'type':'array','minItems':1,'items':{'$ref':'#/components/schemas/Thing'}}}}}";

} // namespace

class SchemaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldNameWhatIsWrong_data()
    {
        QTest::addColumn<QString>("begin");
        const auto row = [](const char *document, const QString &begin) {
            QTest::newRow(document) << begin;
        };
        row("{}", u"name is missing"_s);
        row("{'name':1}", u"name must be a text, not a number"_s);
        row("{'name':null}", u"name must be a text, not null"_s);
        row("{'name':'A'}", u"name must fit"_s);
        row("{'name':'a','kind':'c'}", u"kind must be one of a, b"_s);
        row("{'name':'a','count':1.5}", u"count must be a whole number"_s);
        row("{'name':'a','size':'1'}", u"size must be a number, not a text"_s);
        row("{'name':'a','flag':'false'}", u"flag must be true or false"_s);
        row("{'name':'a','when':''}", u"when must be a date-time"_s);
        row("{'name':'a','where':'not here'}", u"where must be a whole URI"_s);
        row("{'name':'a','parts':[]}", u"parts needs at least 1"_s);
        row("{'name':'a','parts':{}}", u"parts must be a list, not an object"_s);
        row("{'name':'a','parts':[{'name':'b'},{}]}", u"parts[1].name is missing"_s);
        row("{'name':'a','parts':[{'name':'b','parts':[3]}]}", u"parts[0].parts[0] must be an object"_s);
    }

    void shouldNameWhatIsWrong()
    {
        QFETCH(QString, begin);
        const SchemaSet schemas(parse(Schemas));
        const auto objection = schemas.objection(u"Thing"_s, parse(QTest::currentDataTag()));
        QVERIFY(objection);
        QVERIFY2(objection->startsWith(begin), qPrintable(*objection));
    }

    void shouldAccept_data()
    {
        QTest::addColumn<int>("unused");
        QTest::newRow("{'name':'a'}") << 0;
        QTest::newRow("{'name':'a','unknown':{'x':[1]},'any':null}") << 0;
        QTest::newRow("{'name':'a','count':3.0,'size':-1e3,'flag':true,'kind':'b'}") << 0;
        QTest::newRow("{'name':'a','when':'2026-03-02T09:00:00Z','where':'https://example.org/a'}") << 0;
    }

    void shouldAccept()
    {
        const auto objection =
            SchemaSet(parse(Schemas)).objection(u"Thing"_s, parse(QTest::currentDataTag()));
        QVERIFY2(!objection, qPrintable(objection.value_or(QString())));
    }

    void shouldNameReferencesThatLeadNowhere()
    {
        QCOMPARE(SchemaSet(parse("{'A':{'$ref':'#/components/schemas/B'}}")).broken(),
                 QStringList{u"#/components/schemas/B"_s});
        QVERIFY(SchemaSet(parse(Schemas)).broken().isEmpty());
    }

    void shouldKnowADateTime_data()
    {
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *text, bool valid) {
            QTest::newRow(text) << valid;
        };
        row("2026-03-02T09:00:00Z", true);
        row("2026-03-02T09:00:00.123456Z", true);
        row("2026-03-02t09:00:00z", true);
        row("2024-02-29T23:59:60+14:00", true);
        row("2026-02-29T09:00:00Z", false);
        row("2026-03-02T09:00:00", false);
        row("2026-03-02T24:00:00Z", false);
        row("2026-03-02T09:00Z", false);
        row("2026-03-02 09:00:00Z", false);
        row("2026-03-02T09:00:00+1:00", false);
        row("2026-03-02T09:00:00+24:00", false);
        row("2019-05-013T12:45:12.028Z", false);
        row("2026-03-02", false);
    }

    void shouldKnowADateTime()
    {
        QFETCH(bool, valid);
        QCOMPARE(isDateTime(QString::fromLatin1(QTest::currentDataTag())), valid);
    }
};

SALESBENCH_TEST(SchemaTest)
#include "schematest.moc"
