// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/querymatch.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

const char Document[] =
    "{'id':'7','name':'Harbour','preferred':true,'estimatedRevenue':{'unit':'EUR','value':1200.5},"
    "'referredDate':'2026-03-02T09:00:00.000Z','relatedParty':[{'id':'14','name':'Ann'},{'id':'15'}],"
    "'note':[],'deep':[[{'x':1}]]}";

} // namespace

class QueryMatchTest : public QObject {
    Q_OBJECT

    static QStringList sorted(const QVector<QJsonObject> &documents, const char *query)
    {
        const QVector<TmfSortKey> sort = TmfQuery::parse(query)->sort;
        QVector<QJsonArray> keys;
        for (const QJsonObject &document : documents)
            keys.append(sortKeyOf(document, sort));
        std::sort(keys.begin(), keys.end(),
                  [&](const QJsonArray &a, const QJsonArray &b) { return sortsBefore(a, b, sort); });
        QStringList ids;
        for (const QJsonArray &key : keys)
            ids.append(key.last().toString());
        return ids;
    }

private Q_SLOTS:
    void shouldMatch_data()
    {
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *query, bool expected) {
            QTest::newRow(query) << expected;
        };
        row("", true);
        row("name=Harbour", true);
        row("name=harbour", false);
        row("name=Dock,Harbour", true);
        row("name=Harbour&id=8", false);
        row("unknown=1", false);
        row("unknown=", false);
        row("name.strange=Harbour", false);
        row("preferred=true", true);
        row("preferred=false", false);
        row("estimatedRevenue.value=1200.5", true);
        row("estimatedRevenue.value=1200.50", true);
        row("estimatedRevenue.value.gt=999", true);
        row("estimatedRevenue.value.gt=9999", false);
        row("estimatedRevenue.value.gt=1000&estimatedRevenue.value.lt=1100", false);
        row("estimatedRevenue.value.lte=1200.5", true);
        row("estimatedRevenue.value.gt=much", false);
        row("relatedParty.id=15", true);
        row("relatedParty.id=14&relatedParty.name=Ann", true);
        row("relatedParty.id=15&relatedParty.name=Ann", true); // met by different elements
        row("relatedParty.id=16", false);
        row("deep.x=1", true);
        row("referredDate.gt=2026-03-02", true);
        row("referredDate.lt=2026-03-02", false);
        row("referredDate.gte=2026-03-02T10:00:00%2B01:00", true);
        row("referredDate.gt=2026-03-02T10:00:00%2B01:00", false);
        row("name.gt=Harbo", true);
        row("name.lt=Harbo", false);
        row("referredDate=2026-03-02T10:00:00%2B01:00", true);
        row("referredDate=2026-03-02", false);
        row("referredDate.eq=2026-03-02T09:00:00Z", true);
        row("name.regex=arb", true);
        row("name.regex=^arb", false);
        row("name.regex=^H.*r$", true);
        row("name.regex=^(?i)harbour$", true);
        row("name%2A%3DHar,?bour", true);
        row("name.regex=Har&name.regex=xyz", false);
        row("relatedParty.name.regex=^A", true);
        row("relatedParty.id.regex=^1[5-9]$", true);
        row("estimatedRevenue.value.regex=1200", false); // a number is no text
        row("unknown.regex=.*", false);
        row("name.gt=A,Z", true); // a comma is OR
        row("deep.x.gte=1", true);
    }

    void shouldMatch()
    {
        QFETCH(bool, expected);
        const auto query = TmfQuery::parse(QTest::currentDataTag());
        QCOMPARE(matches(parse(Document), query->conditions), expected);
    }

    void shouldSearchInLinearTime()
    {
        const auto query = TmfQuery::parse("name.regex=(a*)*(a*)*(a|aa)*(a*)*b$");
        QVERIFY(query);
        QVERIFY(!matches({{u"name"_s, QString(100'000, u'a')}}, query->conditions));
    }

    void shouldSortByCodePointWithAbsentValuesLast()
    {
        const QVector<QJsonObject> documents{parse("{'id':'1','name':'b'}"),
                                             parse("{'id':'2'}"),
                                             parse("{'id':'3','name':'B'}"),
                                             parse("{'id':'4','name':'b'}"),
                                             QJsonObject{{u"id"_s, u"5"_s}, {u"name"_s, u"\U0001F600"_s}},
                                             QJsonObject{{u"id"_s, u"6"_s}, {u"name"_s, u"\uFFFD"_s}}};
        QCOMPARE(sorted(documents, "sort=name"),
                 QStringList({u"3"_s, u"1"_s, u"4"_s, u"6"_s, u"5"_s, u"2"_s}));
        QCOMPARE(sorted(documents, "sort=-name"),
                 QStringList({u"5"_s, u"6"_s, u"1"_s, u"4"_s, u"3"_s, u"2"_s}));
    }

    void shouldSortNumbersByValueAndListsByTheirFirstElement()
    {
        const QVector<QJsonObject> documents{parse("{'id':'1','a':[{'v':10},{'v':1}]}"),
                                             parse("{'id':'2','a':[{'v':9}]}"), parse("{'id':'3','a':[]}")};
        QCOMPARE(sorted(documents, "sort=a.v"), QStringList({u"2"_s, u"1"_s, u"3"_s}));
        QCOMPARE(sorted(documents, "sort=-a.v"), QStringList({u"1"_s, u"2"_s, u"3"_s}));
    }
};

SALESBENCH_TEST(QueryMatchTest)
#include "querymatchtest.moc"
