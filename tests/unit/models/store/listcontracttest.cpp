// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/models/store/queriesroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What WorkspaceQueries promises of lists, of both makes of workspace.
class ListContractTest : public QueriesRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addContractWorkspaces(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void shouldPutTheNewestFirstWithoutKeys() { QCOMPARE(ids(ListQuery()), u"4 3 2 1"_s); }

    void shouldTellSizeAndFirstRows()
    {
        const ListHead head = *await(queries().head({}, 3));
        QCOMPARE(head.total, 4);
        QCOMPARE(head.first, order({}).first(3));
        QCOMPARE(await(queries().head({}, 99))->first.size(), 4);
        QCOMPARE(await(queries().head({}, 0))->first.size(), 0);
    }

    void shouldSort_data()
    {
        QTest::addColumn<QVector<SortKey>>("keys");
        QTest::addColumn<QString>("expected");
        QTest::newRow("names, whatever their case") << QVector{up(Field::Name)} << u"2 4 3 1"_s;
        QTest::newRow("names downwards") << QVector{down(Field::Name)} << u"1 3 4 2"_s;
        QTest::newRow("amounts, absent last") << QVector{up(Field::Amount)} << u"3 1 2 4"_s;
        QTest::newRow("amounts downwards, absent last") << QVector{down(Field::Amount)} << u"2 1 3 4"_s;
        QTest::newRow("times") << QVector{down(Field::Created)} << u"2 3 1 4"_s;
        QTest::newRow("ties") << QVector{up(Field::Status)} << u"2 1 3 4"_s;
        QTest::newRow("ties downwards") << QVector{down(Field::Status)} << u"4 3 1 2"_s;
        QTest::newRow("two keys") << QVector{down(Field::Status), up(Field::Name)} << u"4 3 1 2"_s;
        QTest::newRow("two keys, absent last in both")
            << QVector{up(Field::Rating), up(Field::Amount)} << u"2 1 4 3"_s;
        QTest::newRow("all absent") << QVector{up(Field::Version)} << u"1 2 3 4"_s;
        QTest::newRow("all absent, downwards") << QVector{down(Field::Version)} << u"4 3 2 1"_s;
        QTest::newRow("currencies") << QVector{down(Field::Currency)} << u"2 3 1 4"_s;
    }
    void shouldSort()
    {
        QFETCH(QVector<SortKey>, keys);
        QTEST(ids(sorted(keys)), "expected");
    }

    void shouldFilter_data()
    {
        QTest::addColumn<ListFilter>("filter");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, auto set, const QString &expected) {
            ListFilter filter;
            set(filter);
            QTest::newRow(name) << filter << expected;
        };
        using F = ListFilter;
        row(
            "one value",
            [](F &f) {
                f.anyOf = {{Field::Status, {u"pending"_s}}};
            },
            u"4 3 1"_s);
        row(
            "either",
            [](F &f) {
                f.anyOf = {{Field::Rating, {u"hot"_s, u"cold"_s}}};
            },
            u"4 2 1"_s);
        row(
            "not set",
            [](F &f) {
                f.anyOf = {{Field::Rating, {u""_s}}};
            },
            u"3"_s);
        row(
            "value or not set",
            [](F &f) {
                f.anyOf = {{Field::Rating, {u"cold"_s, u""_s}}};
            },
            u"3 2"_s);
        row(
            "no value at all",
            [](F &f) {
                f.anyOf = {{Field::Rating, {}}};
            },
            u""_s);
        row(
            "unknown value",
            [](F &f) {
                f.anyOf = {{Field::Rating, {u"' OR 1 --"_s}}};
            },
            u""_s);
        row(
            "whatever the case",
            [](F &f) {
                f.anyOf = {{Field::Channel, {u"WEB"_s}}};
            },
            u"2 1"_s);
        row(
            "but of an id",
            [](F &f) {
                f.anyOf = {{Field::OwnerId, {u"p1"_s}}};
            },
            u"4 1"_s);
        row(
            "nobody's",
            [](F &f) {
                f.anyOf = {{Field::OwnerId, {u""_s}}};
            },
            u"3"_s);
        row(
            "between fields",
            [](F &f) {
                f.anyOf = {{Field::Status, {u"pending"_s}}, {Field::Rating, {u"hot"_s}}};
            },
            u"4 1"_s);
        row(
            "none of",
            [](F &f) {
                f.noneOf = {{Field::Rating, {u"hot"_s}}};
            },
            u"3 2"_s);
        row(
            "none of, and set",
            [](F &f) {
                f.noneOf = {{Field::Rating, {u"hot"_s, u""_s}}};
            },
            u"2"_s);
        row(
            "any and none",
            [](F &f) {
                f.anyOf = {{Field::Status, {u"pending"_s}}};
                f.noneOf = {{Field::Rating, {u"hot"_s}}};
            },
            u"3"_s);
        row(
            "from", [](F &f) { f.createdFrom = september(2); }, u"3 2"_s);
        row(
            "to", [](F &f) { f.createdTo = september(2); }, u"1"_s);
        row(
            "from and to",
            [](F &f) {
                f.createdFrom = september(2);
                f.createdTo = september(3);
            },
            u"3"_s);
        row(
            "words", [](F &f) { f.text = u" FIB mull "_s; }, u"3"_s);
        row(
            "one word", [](F &f) { f.text = u"fibre"_s; }, u"3 2"_s);
        row(
            "syntax", [](F &f) { f.text = u"ibex\" OR \"amber* - NEAR( AND ^"_s; }, u""_s);
        row(
            "signs between words", [](F &f) { f.text = u"ibex-(uplink)\"*"_s; }, u"1"_s);
        row(
            "signs alone", [](F &f) { f.text = u" * \" "_s; }, u"4 3 2 1"_s);
        row(
            "amounts",
            [](F &f) {
                f.anyOf = {{Field::Amount, {u"200.5"_s}}};
            },
            u"1"_s);
    }
    void shouldFilter()
    {
        QFETCH(ListFilter, filter);
        QTEST(ids(filter), "expected");
    }

    void shouldTellTheUnsent()
    {
        ListFilter filter;
        filter.unsentOnly = true;
        QCOMPARE(ids(filter), QString());
        record({Edit::Op::Update, Lead, m_ids[2], parse("{'rating': 'cold'}")});
        QCOMPARE(ids(filter), u"3"_s);
    }

    void shouldGiveRowsInTheOrderAskedFor()
    {
        const QVector<RowId> all = order({});
        const QVector<RowId> asked{all[2], 4711, all[0], all[3]};
        const QVector<ListRow> rows = *await(queries().rows(Lead, asked));
        QCOMPARE(rows.size(), 3);
        QCOMPARE((QVector<RowId>{rows[0].row, rows[1].row, rows[2].row}),
                 (QVector<RowId>{all[2], all[0], all[3]}));
        QCOMPARE(await(queries().rows(ResourceKind::Quote, asked))->size(), 0);
        QCOMPARE(await(queries().rows(Lead, {}))->size(), 0);
    }

    void shouldShowTheDocumentInItsRow()
    {
        const ListRow row = await(queries().rows(Lead, order(sorted({up(Field::Created)}))))->first();
        const Summary expected = summarize(Lead, parse(Leads[0]), DefaultOwnerRole);
        QCOMPARE(row.localId, m_ids[0]);
        QCOMPARE(row.serverId, u"1"_s);
        QCOMPARE(row.sync, SyncState::Synced);
        for (int i = 0; i < FieldCount; ++i) {
            const auto field = static_cast<Field>(i);
            QCOMPARE(row.summary.value(field), expected.value(field));
        }
    }
};

SALESBENCH_TEST(ListContractTest)
#include "listcontracttest.moc"
