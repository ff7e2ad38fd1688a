// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/tmfquery.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace salesbench;
using namespace Qt::StringLiterals;

using Operator = TmfCondition::Operator;
Q_DECLARE_METATYPE(salesbench::TmfCondition)

class TmfQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldReadAFilter_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<TmfCondition>("condition");
        const auto row = [](const char *query, const QStringList &path, Operator op,
                            const QStringList &anyOf) {
            QTest::newRow(query) << QByteArray(query) << TmfCondition{path, op, anyOf};
        };
        row("status=pending", {u"status"_s}, Operator::Equal, {u"pending"_s});
        row("status=pending,inProgress", {u"status"_s}, Operator::Equal, {u"pending"_s, u"inProgress"_s});
        row("status=pending&status=inProgress", {u"status"_s}, Operator::Equal,
            {u"pending"_s, u"inProgress"_s});
        row("status=pending;status=inProgress", {u"status"_s}, Operator::Equal,
            {u"pending"_s, u"inProgress"_s});
        row("name=\"x\"", {u"name"_s}, Operator::Equal, {u"x"_s});
        row("name=%22a,b%22,c", {u"name"_s}, Operator::Equal, {u"a,b"_s, u"c"_s});
        row("name=a+b%2Bc", {u"name"_s}, Operator::Equal, {u"a b+c"_s});
        row("name=", {u"name"_s}, Operator::Equal, {u""_s});
        row("name=%C3%A4", {u"name"_s}, Operator::Equal, {u"ä"_s});
        row("relatedParty.id=14", {u"relatedParty"_s, u"id"_s}, Operator::Equal, {u"14"_s});
        row("@type=SalesLead", {u"@type"_s}, Operator::Equal, {u"SalesLead"_s});
        row("a.b.gt=1", {u"a"_s, u"b"_s}, Operator::Greater, {u"1"_s});
        row("a.gte=1", {u"a"_s}, Operator::GreaterOrEqual, {u"1"_s});
        row("a.lt=1", {u"a"_s}, Operator::Less, {u"1"_s});
        row("a.lte=1", {u"a"_s}, Operator::LessOrEqual, {u"1"_s});
        row("a.eq=1", {u"a"_s}, Operator::Equal, {u"1"_s});
        row("dateTime%3E2013-04-20", {u"dateTime"_s}, Operator::Greater, {u"2013-04-20"_s});
        row("dateTime%3E%3D2013-04-20", {u"dateTime"_s}, Operator::GreaterOrEqual, {u"2013-04-20"_s});
        row("a%3C1", {u"a"_s}, Operator::Less, {u"1"_s});
        row("a<=1", {u"a"_s}, Operator::LessOrEqual, {u"1"_s});
        row("a%3D%3D1", {u"a"_s}, Operator::Equal, {u"1"_s});
        row("name.regex=^a,b{1,2}$", {u"name"_s}, Operator::Regex, {u"^a,b{1,2}$"_s});
        row("name%2A%3D%22^a.%22", {u"name"_s}, Operator::Regex, {u"^a."_s});
        row("a.b%3D~x%5C.y", {u"a"_s, u"b"_s}, Operator::Regex, {u"x\\.y"_s});
        row("a*=x", {u"a"_s}, Operator::Regex, {u"x"_s});
        row("gt=1", {u"gt"_s}, Operator::Equal, {u"1"_s});
    }

    void shouldReadAFilter()
    {
        QFETCH(QByteArray, query);
        QFETCH(TmfCondition, condition);
        const auto read = TmfQuery::parse(query);
        QVERIFY(read);
        QCOMPARE(read->conditions.size(), 1);
        QCOMPARE(read->conditions.constFirst().path, condition.path);
        QCOMPARE(read->conditions.constFirst().op, condition.op);
        QCOMPARE(read->conditions.constFirst().anyOf, condition.anyOf);
    }

    void shouldAddUpBounds() { QCOMPARE(TmfQuery::parse("a.gt=1&a.gt=2&b=1")->conditions.size(), 3); }

    void shouldReadSorting()
    {
        const auto query = TmfQuery::parse("sort=-status,+name,relatedParty.name");
        const QVector<TmfSortKey> expected{
            {{u"status"_s}, true}, {{u"name"_s}, false}, {{u"relatedParty"_s, u"name"_s}, false}};
        QCOMPARE(query->sort, expected);
    }

    void shouldReadFields()
    {
        QVERIFY(!TmfQuery::parse("a=1")->fields);
        QCOMPARE(TmfQuery::parse("fields=name,status")->fields.value(),
                 QStringList({u"name"_s, u"status"_s}));
        QVERIFY(TmfQuery::parse("fields=none")->fields.value().isEmpty());
        QVERIFY(!TmfQuery::parse("fields=")->fields);
    }

    void shouldTakeFewRegularExpressions()
    {
        QByteArray query;
        for (int i = 0; i < TmfQuery::MaximumPatterns; ++i)
            query += "a.regex=x&";
        QVERIFY(TmfQuery::parse(query));
        QCOMPARE(TmfQuery::parse(query + "b.regex=x").error().status, 400);
    }

    void shouldReadPaging()
    {
        const auto query = TmfQuery::parse("offset=30&limit=20");
        QCOMPARE(query->offset, 30);
        QCOMPARE(query->limit, 20);
        QCOMPARE(TmfQuery::parse("")->limit, TmfQuery::DefaultLimit);
        QCOMPARE(TmfQuery::parse("limit=100000")->limit, TmfQuery::MaximumLimit);
        QCOMPARE(TmfQuery::parse("limit=0")->limit, 0);
        QCOMPARE(TmfQuery::parse("offset=9223372036854775807")->offset, TmfQuery::MaximumOffset);
    }

    void shouldNameWhatItCannotRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("offset=-1") << u"offset"_s;
        QTest::newRow("offset=x") << u"offset"_s;
        QTest::newRow("limit=1.5") << u"limit"_s;
        QTest::newRow("limit=") << u"limit"_s;
        QTest::newRow("limit=99999999999999999999") << u"limit"_s;
        QTest::newRow("sort=a..b") << u"sort"_s;
        QTest::newRow("sort=-") << u"sort"_s;
        QTest::newRow(QByteArray("sort=" + QByteArray("a,").repeated(17)).constData()) << u"sort"_s;
        QTest::newRow("name.regex=(") << u"name"_s;
        QTest::newRow("a.b%2A%3D[z-a]") << u"a.b"_s;
        QTest::newRow("name.regex=(?=x)") << u"name"_s; // looking ahead has no bound
        QTest::newRow("name.regex=(a)%5C1") << u"name"_s;
        QTest::newRow("name.regex=((a{1,1000}){1,1000}){1,1000}") << u"name"_s;
        QTest::newRow(QByteArray("name.regex=" + QByteArray(501, 'a')).constData()) << u"name"_s;
    }

    void shouldNameWhatItCannotRead()
    {
        QFETCH(QString, name);
        const auto query = TmfQuery::parse(QTest::currentDataTag());
        QVERIFY(!query);
        QCOMPARE(query.error().status, 400);
        QVERIFY2(query.error().message.startsWith(name), qPrintable(query.error().message));
    }
};

SALESBENCH_TEST(TmfQueryTest)
#include "tmfquerytest.moc"
