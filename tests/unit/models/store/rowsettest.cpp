// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowset.h"
#include "tests/support/testcase.h"

using namespace salesbench;

class RowSetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldCountEachRowOnce()
    {
        RowSet set;
        for (RowId row : {7, 64, 7, 100'000})
            set.insert(row);
        QCOMPARE(set.count(), 3);
        QVERIFY(set.contains(64) && !set.contains(63) && !set.contains(2'000'000));
    }

    void shouldNameTheNewestFirst()
    {
        QCOMPARE(of({1, 63, 64, 900}).newest(3), (QVector<RowId>{900, 64, 63}));
        QCOMPARE(of({1, 2}).newest(10), (QVector<RowId>{2, 1}));
        QCOMPARE(RowSet().newest(10), QVector<RowId>());
    }

    void shouldCombineSetsOfDifferentLengths()
    {
        RowSet both = of({1, 2, 1000});
        both.intersect(of({2, 3}));
        QCOMPARE(both.newest(9), (QVector<RowId>{2}));
        RowSet without = of({1, 2});
        without.subtract(of({2, 1000}));
        QCOMPARE(without.newest(9), (QVector<RowId>{1}));
        RowSet either = of({1});
        either.unite(of({1, 1000}));
        QCOMPARE(either.newest(9), (QVector<RowId>{1000, 1}));
        QCOMPARE(either.count(), 2);
    }

private:
    static RowSet of(std::initializer_list<RowId> rows)
    {
        RowSet set;
        for (RowId row : rows)
            set.insert(row);
        return set;
    }
};

SALESBENCH_TEST(RowSetTest)
#include "rowsettest.moc"
