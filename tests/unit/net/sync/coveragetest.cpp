// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/coverage.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class CoverageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldCompareWhatWasSentWithTheAnswer_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("missing");
        const auto row = [](const char *name, const char *sent, const char *answer,
                            const QString &missing = {}) {
            QTest::newRow(name) << QByteArray(sent) << QByteArray(answer) << missing;
        };
        row("same", "{'name':'a'}", "{'name':'a','id':'1'}");
        row("ignored", "{'name':'a','rating':'hot'}", "{'name':'a'}", u"rating"_s);
        row("another value", "{'name':'a'}", "{'name':'b'}", u"name"_s);
        row("two", "{'b':1,'a':2}", "{}", u"a,b"_s);
        row("removed", "{'rating':null}", "{}");
        row("not removed", "{'rating':null}", "{'rating':'hot'}", u"rating"_s);
        row("emptied", "{'note':[]}", "{}");
        row("instant in another form", "{'d':'2026-01-01T00:00:00.000Z'}",
            "{'d':'2026-01-01T01:00:00+01:00'}");
        row("number as text", "{'n':5}", "{'n':'5'}");
        row("truth as text", "{'b':false}", "{'b':'false'}");
        row("more members", "{'note':[{'text':'a'}]}", "{'note':[{'text':'a','id':'1'}]}");
        row("another order", "{'note':[{'text':'a'},{'text':'b'}]}", "{'note':[{'text':'b'},{'text':'a'}]}");
        row("a part too many", "{'note':[{'text':'a'}]}", "{'note':[{'text':'a'},{'text':'b'}]}", u"note"_s);
        row("a part left out", "{'note':[{'text':'a'},{'text':'a'}]}", "{'note':[{'text':'a'}]}", u"note"_s);
        row("the server's own", "{'creationDate':'x','statusChangeDate':'y','quoteTotalPrice':[1]}", "{}");
        row("types", "{'@type':'a','channel':{'id':'1','@type':'b','href':'c'}}", "{'channel':{'id':'1'}}");
    }

    void shouldCompareWhatWasSentWithTheAnswer()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, answer);
        QTEST(
            notTaken(ResourceKind::SalesLead, parse(sent.constData()), parse(answer.constData())).join(u','),
            "missing");
    }

    void shouldLetAServerForgetTheOpportunityOfAQuote()
    {
        const QJsonObject sent = parse("{'salesOpportunity':{'id':'1'}}");
        QVERIFY(notTaken(ResourceKind::Quote, sent, {}).isEmpty());
        QVERIFY(!notTaken(ResourceKind::SalesLead, sent, {}).isEmpty());
    }
};

SALESBENCH_TEST(CoverageTest)
#include "coveragetest.moc"
