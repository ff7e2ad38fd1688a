// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/filtersettings.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/list/createdperiod.h"

#include <QTest>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class FilterSettingsTest : public QObject {
    Q_OBJECT

private:
    OwnSettings own;
    const QDateTime now = QDateTime({2026, 11, 25}, {9, 30});

private Q_SLOTS:
    void shouldGiveBackWhatWasKept()
    {
        ListFilter filter;
        filter.anyOf = {{Field::Status, {u"pending"_s, u""_s}}, {Field::OwnerId, {u""_s}}};
        filter.noneOf = {{Field::Channel, {u"Partner, west; \"EMEA\""_s}}};
        filter.createdFrom = now.addDays(-3).toUTC();
        filter.text = u"depot"_s;
        filter.unsentOnly = true;

        QSettings settings;
        keepFilter(settings, filter, now);
        settings.sync();

        QCOMPARE(keptFilter(QSettings(), now), filter);
    }

    void shouldMoveOnWithTheCalendar()
    {
        ListFilter filter;
        const CreatedRange quarter = rangeOf(CreatedPeriod::ThisQuarter, now);
        filter.createdFrom = quarter.from;
        filter.createdTo = quarter.to;
        QSettings settings;
        keepFilter(settings, filter, now);

        const QDateTime later = now.addMonths(3);
        const ListFilter kept = keptFilter(settings, later);

        QCOMPARE(kept.createdFrom, rangeOf(CreatedPeriod::ThisQuarter, later).from);
        QCOMPARE(kept.createdTo, rangeOf(CreatedPeriod::ThisQuarter, later).to);
    }

    void shouldPassOverWhatCannotBeRead_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no JSON") << u"{oops"_s;
        QTest::newRow("a list") << u"[1, 2]"_s;
        QTest::newRow("an unknown field") << uR"({"anyOf": {"shoeSize": ["43"]}})"_s;
        QTest::newRow("an unknown period") << uR"({"created": "yesterday"})"_s;
        QTest::newRow("no list of values") << uR"({"anyOf": {"status": {}}, "noneOf": 3})"_s;
    }

    void shouldPassOverWhatCannotBeRead()
    {
        QFETCH(QString, kept);
        QSettings settings;
        settings.setValue("filter", kept);

        QVERIFY(keptFilter(settings, now).isEmpty());
    }
};

SALESBENCH_TEST(FilterSettingsTest)
#include "filtersettingstest.moc"
