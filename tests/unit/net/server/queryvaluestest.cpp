// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/queryvalues.h"
#include "net/server/instant.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;

class QueryValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldNameANumberOrADateThatIsNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("estimatedRevenue.value.gt=much") << u"estimatedRevenue.value"_s;
        QTest::newRow("estimatedRevenue.value=1,x") << u"estimatedRevenue.value"_s;
        QTest::newRow("estimatedRevenue.value.lt=inf") << u"estimatedRevenue.value"_s;
        QTest::newRow("estimatedRevenue.value.lt=") << u"estimatedRevenue.value"_s;
        QTest::newRow("creationDate.gt=yesterday") << u"creationDate"_s;
        QTest::newRow("creationDate%3C2026-02-30") << u"creationDate"_s;
        QTest::newRow("statusChangeDate=2026-03-02T25:00:00Z") << u"statusChangeDate"_s;
        QTest::newRow("note.date.gte=2026-13-01") << u"note.date"_s;
        QTest::newRow("validFor.startDateTime=x") << u"validFor.startDateTime"_s;
    }

    void shouldNameANumberOrADateThatIsNone()
    {
        QFETCH(QString, name);
        const auto checked = check(QTest::currentDataTag());
        QVERIFY(!checked);
        QCOMPARE(checked.error().status, 400);
        QVERIFY2(checked.error().message.startsWith(name), qPrintable(checked.error().message));
    }

    void shouldTakeWhatCanBeCompared_data()
    {
        QTest::addColumn<bool>("dummy");
        for (const char *query :
             {"estimatedRevenue.value.gt=1e3", "estimatedRevenue.value=-1.50", "creationDate.gt=2026-03-02",
              "creationDate=2026-03-02T09:00:00Z", "creationDate.lt=2026-03-02T09:00:00.123%2B01:00",
              "name.gt=much", "unknown.gt=much", "name=5", "status=unheard", "estimatedRevenue=x",
              "creationDate.regex=^2026"})
            QTest::newRow(query) << true;
    }

    void shouldTakeWhatCanBeCompared() { QVERIFY(check(QTest::currentDataTag())); }

    void shouldReadInstants_data()
    {
        QTest::addColumn<QString>("utc");
        QTest::newRow("2026-03-02") << u"2026-03-02T00:00:00.000Z"_s;
        QTest::newRow("2026-03-02T10:00:00+01:00") << u"2026-03-02T09:00:00.000Z"_s;
        QTest::newRow("2026-03-02T10:00:00 01:00") << u"2026-03-02T09:00:00.000Z"_s; // a plus, decoded
        QTest::newRow("2026-03-02T10:00:00-01:30") << u"2026-03-02T11:30:00.000Z"_s;
        QTest::newRow("2026-03-02T10:00:00.5Z") << u"2026-03-02T10:00:00.500Z"_s;
        QTest::newRow("2026-03-02T10:00:00") << u"2026-03-02T10:00:00.000Z"_s;
        QTest::newRow("2026-03-02T10:00") << u"2026-03-02T10:00:00.000Z"_s;
    }

    void shouldReadInstants()
    {
        QFETCH(QString, utc);
        const auto instant = instantOf(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(instant);
        QCOMPARE(instantText(*instant), utc);
    }

    void shouldTakeNothingElseForAnInstant()
    {
        for (const QString &text : {u""_s, u"2026"_s, u"2026-03-0x"_s, u"2026-02-30"_s, u"2026-03-02T"_s,
                                    u"2026-03-02 or so"_s, u"0123456789"_s, u"2026-03-02T10:00:00 nine"_s})
            QVERIFY2(!instantOf(text), qPrintable(text));
    }

private:
    ApiResult<void> check(const char *query)
    {
        return checkValues(m_description.schemas(), u"SalesLead"_s, *TmfQuery::parse(query));
    }

    ApiDescription m_description;
};

SALESBENCH_TEST(QueryValuesTest)
#include "queryvaluestest.moc"
