// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/orderchange.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using Kind = OrderChange::Kind;

class OrderChangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldSeeNoChangeInEqualOrders()
    {
        QCOMPARE(compareOrders({}, {}).kind, Kind::None);
        QCOMPARE(compareOrders({1, 2, 3}, {1, 2, 3}).kind, Kind::None);
    }

    void shouldTakeUnknownRowsForAnyRow()
    {
        QCOMPARE(compareOrders({1, UnknownRow, UnknownRow}, {1, 2, 3}).kind, Kind::None);
    }

    void shouldFindInsertedRows()
    {
        const OrderChange change = compareOrders({1, 4, 5}, {1, 2, 3, 4, 5});
        QCOMPARE(change.kind, Kind::Insert);
        QCOMPARE(change.first, 1);
        QCOMPARE(change.newEnd, 3);
    }

    void shouldFindRemovedRows()
    {
        const OrderChange change = compareOrders({1, 2, 3, 4}, {1, 4});
        QCOMPARE(change.kind, Kind::Remove);
        QCOMPARE(change.first, 1);
        QCOMPARE(change.oldEnd, 3);
    }

    void shouldFindTheOneRowThatMoved_data()
    {
        QTest::addColumn<QVector<RowId>>("after");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("down") << QVector<RowId>{1, 3, 4, 2, 5} << 1 << 3;
        QTest::newRow("up") << QVector<RowId>{1, 4, 2, 3, 5} << 3 << 1;
        QTest::newRow("to the end") << QVector<RowId>{2, 3, 4, 5, 1} << 0 << 4;
    }
    void shouldFindTheOneRowThatMoved()
    {
        QFETCH(QVector<RowId>, after);
        const OrderChange change = compareOrders({1, 2, 3, 4, 5}, after);

        QCOMPARE(change.kind, Kind::Move);
        QTEST(change.from, "from");
        QTEST(change.to, "to");
    }

    void shouldCallTheRestMixed()
    {
        const OrderChange change = compareOrders({1, 2, 3, 4, 5}, {1, 3, 2, 9, 8, 5});
        QCOMPARE(change.kind, Kind::Mixed);
        QCOMPARE(change.first, 1);
        QCOMPARE(change.oldEnd, 4);
        QCOMPARE(change.newEnd, 5);
    }
};

SALESBENCH_TEST(OrderChangeTest)
#include "orderchangetest.moc"
