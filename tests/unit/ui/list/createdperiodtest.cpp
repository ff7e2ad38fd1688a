// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/createdperiod.h"
#include "tests/support/testcase.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace salesbench;
using namespace Qt::StringLiterals;

class CreatedPeriodTest : public QObject {
    Q_OBJECT

private:
    const QTimeZone berlin{"Europe/Berlin"};
    /// A Wednesday; in UTC it is still Tuesday.
    const QDateTime now{QDate(2026, 11, 25), QTime(0, 30), berlin};

    QDateTime midnight(int year, int month, int day) const
    {
        return {QDate(year, month, day), QTime(0, 0), berlin};
    }

private Q_SLOTS:
    void shouldKnowItsFirstAndLastMoment_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("after");
        QTest::newRow("today") << int(CreatedPeriod::Today) << QDate(2026, 11, 25) << QDate(2026, 11, 26);
        QTest::newRow("month") << int(CreatedPeriod::ThisMonth) << QDate(2026, 11, 1) << QDate(2026, 12, 1);
        QTest::newRow("quarter") << int(CreatedPeriod::ThisQuarter) << QDate(2026, 10, 1)
                                 << QDate(2027, 1, 1);
        QTest::newRow("year") << int(CreatedPeriod::ThisYear) << QDate(2026, 1, 1) << QDate(2027, 1, 1);
    }

    void shouldKnowItsFirstAndLastMoment()
    {
        QFETCH(int, period);
        QFETCH(QDate, first);
        QFETCH(QDate, after);

        const CreatedRange range = rangeOf(CreatedPeriod(period), now);

        QCOMPARE(range.from, QDateTime(first, QTime(0, 0), berlin));
        QCOMPARE(range.to, QDateTime(after, QTime(0, 0), berlin));
    }

    void shouldBeginTheWeekAsTheLanguageHasIt()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(rangeOf(CreatedPeriod::ThisWeek, now).from, midnight(2026, 11, 23));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(rangeOf(CreatedPeriod::ThisWeek, now).from, midnight(2026, 11, 22));
        QCOMPARE(rangeOf(CreatedPeriod::ThisWeek, now).to, midnight(2026, 11, 29));
        QLocale::setDefault(before);
    }

    void shouldRecogniseItself()
    {
        for (CreatedPeriod period : createdPeriods()) {
            QCOMPARE(periodOf(rangeOf(period, now), now), period);
            QCOMPARE(periodFromName(periodName(period)), period);
        }
        QCOMPARE(periodOf(rangeOf({2026, 11, 3}, {2026, 11, 4}, now), now), std::nullopt);
        QCOMPARE(periodFromName("yesterday"), std::nullopt);
    }

    void shouldSayARangeInWords()
    {
        const QDateTime now({2026, 11, 25}, {9, 30});
        const CreatedRange own = rangeOf({2026, 11, 3}, {2026, 12, 4}, now);
        QCOMPARE(rangeText(rangeOf(CreatedPeriod::ThisQuarter, now), now), u"This quarter"_s);
        QCOMPARE(rangeText(own, now), u"3 Nov 2026 – 4 Dec 2026"_s);
        QCOMPARE(rangeText({own.from, {}}, now), u"from 3 Nov 2026"_s);
        QCOMPARE(rangeText({{}, own.to}, now), u"until 4 Dec 2026"_s);
        QCOMPARE(rangeText(rangeOf({2026, 11, 3}, {2026, 11, 3}, now), now), u"3 Nov 2026"_s);
    }
};

SALESBENCH_TEST(CreatedPeriodTest)
#include "createdperiodtest.moc"
