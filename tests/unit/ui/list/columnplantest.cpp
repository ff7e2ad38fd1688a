// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/columnplan.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;

class ColumnPlanTest : public QObject {
    Q_OBJECT

private:
    using Wish = ColumnPlan::Wish;

    static QVector<Column> shown(const ColumnPlan &plan, int width)
    {
        QVector<Column> columns;
        for (const FittedColumn &fitted : fitColumns(plan, width))
            columns.append(fitted.column);
        return columns;
    }

    static int widthOf(const ColumnPlan &plan, int width, Column column)
    {
        for (const FittedColumn &fitted : fitColumns(plan, width)) {
            if (fitted.column == column)
                return fitted.width;
        }
        return 0;
    }

    static int sum(const ColumnPlan &plan, int width)
    {
        int total = 0;
        for (const FittedColumn &fitted : fitColumns(plan, width))
            total += fitted.width;
        return total;
    }

private Q_SLOTS:
    void shouldHoldEveryColumnOnce()
    {
        for (ResourceKind kind : {ResourceKind::SalesLead, ResourceKind::SalesOpportunity, ResourceKind::Quote}) {
            QSet<int> columns;
            for (const ColumnPlan::Entry &entry : ColumnPlan::standard(kind).entries)
                columns.insert(int(entry.column));
            QCOMPARE(columns.size(), ColumnCount);
        }
    }

    void shouldShowAllStandardColumnsBesideTheDetailsInAUsualWindow()
    {
        // 1440 pixels without the rail, the details, the grip between them and the scroll bar.
        constexpr int Room = 1440 - 80 - 344 - 1 - 10;
        const ColumnPlan plan = ColumnPlan::standard(ResourceKind::SalesLead);
        QCOMPARE(widthOf(plan, Room, Column::Name), plan.entry(Column::Name).width);
        QVERIFY(widthOf(plan, Room, Column::NextStep) >= plan.entry(Column::NextStep).width);
    }

    void shouldFillTheWidthWithTheLastTextColumn()
    {
        const ColumnPlan plan = ColumnPlan::standard(ResourceKind::SalesLead);
        QCOMPARE(shown(plan, 1300).last(), Column::NextStep);
        QCOMPARE(sum(plan, 1300), 1300);
        QCOMPARE(widthOf(plan, 1300, Column::Name), plan.entry(Column::Name).width);
    }

    void shouldFillTheWidthWithTheNameWhereTheLastColumnIsNoText()
    {
        ColumnPlan plan = ColumnPlan::standard(ResourceKind::SalesLead);
        plan.entry(Column::NextStep).wish = Wish::Hidden;
        QCOMPARE(sum(plan, 1300), 1300);
        QVERIFY(widthOf(plan, 1300, Column::Name) > plan.entry(Column::Name).width);
    }

    void shouldNarrowTheNameFirst()
    {
        const ColumnPlan plan = ColumnPlan::standard(ResourceKind::SalesLead);
        int natural = 0;
        for (const ColumnPlan::Entry &entry : plan.entries)
            natural += entry.wish == Wish::Hidden ? 0 : entry.width;
        QCOMPARE(shown(plan, natural - 30).size(), shown(plan, natural).size());
        QCOMPARE(widthOf(plan, natural - 30, Column::Name), plan.entry(Column::Name).width - 30);
    }

    void shouldDropColumnsInTheirOrder()
    {
        const ColumnPlan plan = ColumnPlan::standard(ResourceKind::SalesLead);
        QVector<Column> dropped;
        for (int width = 1100; width > 300; --width) {
            for (Column column : {Column::NextStep, Column::Age, Column::Priority, Column::Offering}) {
                if (!shown(plan, width).contains(column) && !dropped.contains(column))
                    dropped.append(column);
            }
            QVERIFY(widthOf(plan, width, Column::Name) >= columns::NameMin);
        }
        QCOMPARE(dropped, (QVector{Column::NextStep, Column::Age, Column::Priority, Column::Offering}));
        QVERIFY(shown(plan, 300).contains(Column::Amount));
    }

    void shouldNotDropWhatWasChosenByHand()
    {
        ColumnPlan plan = ColumnPlan::standard(ResourceKind::SalesLead);
        plan.entry(Column::NextStep).wish = Wish::Shown;
        QVERIFY(shown(plan, 300).contains(Column::NextStep));
    }

    void shouldComeBackFromItsTexts()
    {
        ColumnPlan plan = ColumnPlan::standard(ResourceKind::SalesLead);
        plan.move(Column::Owner, 1);
        plan.entry(Column::Campaign) = {Column::Campaign, 222, Wish::Shown};
        plan.entry(Column::Rating).wish = Wish::Hidden;
        QCOMPARE(ColumnPlan::fromTexts(ResourceKind::SalesLead, plan.toTexts()), plan);
    }

    void shouldLetPassWhatItCannotRead()
    {
        const QStringList texts{u"nonsense"_s, u"name:12:shown"_s, u"name:99999:shown"_s, u"rating:80:perhaps"_s,
                                u"flavour:80:shown"_s, QString()};
        QCOMPARE(ColumnPlan::fromTexts(ResourceKind::Quote, texts), ColumnPlan::standard(ResourceKind::Quote));
    }

    void shouldTakeWhatAnotherVersionKept()
    {
        const ColumnPlan plan = ColumnPlan::fromTexts(ResourceKind::SalesLead, {u"priority:90:shown"_s, u"name:200:auto"_s});
        QCOMPARE(plan.entries[0], (ColumnPlan::Entry{Column::Priority, 90, Wish::Shown}));
        QCOMPARE(plan.entries[1], (ColumnPlan::Entry{Column::Name, 200, Wish::Auto}));
        QCOMPARE(plan.entries.size(), ColumnCount);
    }
};

SALESBENCH_TEST(ColumnPlanTest)
#include "columnplantest.moc"
