// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/session.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"
#include "tests/support/workspacecontract.h"

#include <QThread>
#include <QTimeZone>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

/// Told apart by their names.
const char *const Leads[] = {
    "{'id': '1', 'name': 'ibex uplink', 'status': 'pending', 'rating': 'hot', 'creationDate': "
    "'2026-09-01T00:00:00Z',"
    " 'estimatedRevenue': {'unit': 'EUR', 'value': 200.5}, 'channel': {'name': 'Web'},"
    " 'relatedParty': [{'id': 'p1', 'name': 'Mara Lindqvist', 'role': 'salesRepresentative'}]}",
    "{'id': '2', 'name': 'Amber fibre', 'status': 'accepted', 'rating': 'cold', 'creationDate': "
    "'2026-09-03T00:00:00Z',"
    " 'estimatedRevenue': {'unit': 'INR', 'value': 9000}, 'channel': {'name': 'web'},"
    " 'relatedParty': [{'id': 'P1', 'name': 'Anil Deshmukh', 'role': 'salesRepresentative'}]}",
    "{'id': '3', 'name': 'Ibex depot', 'status': 'pending', 'creationDate': '2026-09-02T00:00:00Z',"
    " 'estimatedRevenue': {'unit': 'EUR', 'value': 20}, 'channel': {'name': 'Partner'},"
    " 'note': [{'id': 'n', 'text': 'The fibre offer went to Müller'}]}",
    "{'id': '4', 'name': 'amber radio', 'status': 'pending', 'rating': 'hot',"
    " 'relatedParty': [{'id': 'p1', 'name': 'Mara Lindqvist', 'role': 'salesRepresentative'}]}",
};

SortKey up(Field field)
{
    return {field, Qt::AscendingOrder};
}

SortKey down(Field field)
{
    return {field, Qt::DescendingOrder};
}

ListQuery sorted(const QVector<SortKey> &keys)
{
    return {Lead, {}, keys};
}

QDateTime september(int day)
{
    return QDateTime({2026, 9, day}, {0, 0}, QTimeZone::utc());
}

} // namespace

/// What WorkspaceQueries promises, of both makes of workspace.
class QueriesContractTest : public QObject {
    Q_OBJECT

    void begin()
    {
        QFETCH_GLOBAL(MakeContractWorkspace, make);
        m_workspace = make();
        for (const char *lead : Leads)
            m_ids.append(m_workspace->add(Lead, parse(lead)));
    }
    WorkspaceQueries &queries() { return m_workspace->queries(); }
    void record(const Edit &edit) { QVERIFY(await(m_workspace->edits().record({u"Step"_s, {edit}}))); }

    QVector<RowId> order(const ListQuery &query) { return *await(queries().order(query)); }
    /// The server ids in the query's order: "3 1 2".
    QString ids(const ListQuery &query)
    {
        QStringList ids;
        const auto rows = await(queries().rows(query.kind, order(query)));
        for (const ListRow &row : *rows)
            ids.append(row.serverId);
        return ids.join(u' ');
    }
    QString ids(const ListFilter &filter) { return ids(ListQuery{Lead, filter, {}}); }
    QStringList values(Field field, int limit = 9)
    {
        QStringList lines;
        const auto values = await(queries().values(Lead, field, limit));
        for (const FieldValue &value : *values)
            lines.append(u"%1|%2|%3"_s.arg(value.value, value.label).arg(value.count));
        return lines;
    }
    QString hits(const QString &text, int limit = 9)
    {
        QStringList ids;
        const auto hits = await(queries().search(text, limit));
        for (const SearchHit &hit : *hits)
            ids.append(resourceType(hit.kind).name + hit.row.serverId);
        return ids.join(u' ');
    }

private Q_SLOTS:
    void initTestCase_data() { addContractWorkspaces(); }
    void init() { begin(); }
    void cleanup()
    {
        m_workspace.reset();
        m_ids.clear();
    }

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

    void shouldCountValues()
    {
        QCOMPARE(values(Field::Status), (QStringList{u"pending|pending|3"_s, u"accepted|accepted|1"_s}));
        QCOMPARE(values(Field::Rating, 2), (QStringList{u"hot|hot|2"_s, u"||1"_s}));
        QCOMPARE(values(Field::OwnerId),
                 (QStringList{u"p1|Mara Lindqvist|2"_s, u"||1"_s, u"P1|Anil Deshmukh|1"_s}));
        QCOMPARE(values(Field::Channel), (QStringList{u"web|web|2"_s, u"||1"_s, u"Partner|Partner|1"_s}));
    }

    void shouldSumByCurrency()
    {
        QCOMPARE(*await(queries().sums({})), (QMap<QString, double>{{u"EUR"_s, 220.5}, {u"INR"_s, 9000}}));
        ListQuery hot;
        hot.filter.anyOf = {{Field::Rating, {u"hot"_s}}};
        QCOMPARE(*await(queries().sums(hot)), (QMap<QString, double>{{u"EUR"_s, 200.5}}));
    }

    void shouldSearchAllKindsNewestFirst()
    {
        m_workspace->add(ResourceKind::Quote, parse("{'id': '9', 'description': 'Fibre for Amber'}"));
        QCOMPARE(hits(u"fib"_s), u"salesLead3 salesLead2 quote9"_s);
        QCOMPARE(hits(u"fib"_s, 1), u"salesLead3 quote9"_s);
        QCOMPARE(hits(u"amb FIBRE"_s), u"salesLead2 quote9"_s);
        QCOMPARE(hits(u"radios"_s), QString());
        QCOMPARE(hits(u" \"* "_s), QString());
    }

    void shouldFindARareWordBehindManyThatBeginAlike()
    {
        m_workspace->add(Lead, parse("{'id': 'rare', 'name': 'Fibrous cable'}"));
        for (int i = 0; i < 120; ++i)
            m_workspace->add(Lead, {{u"id"_s, u"f%1"_s.arg(i)}, {u"name"_s, u"Fibre %1"_s.arg(i)}});
        QCOMPARE(hits(u"fibro"_s), u"salesLeadrare"_s);
        QCOMPARE(hits(u"fibro cab"_s), u"salesLeadrare"_s);
        QCOMPARE(hits(u"fibr"_s, 2), u"salesLeadf119 salesLeadf118"_s);
        QCOMPARE(hits(u"fibrz"_s), QString());
    }

    void shouldShowTheWordsAroundTheMatch()
    {
        const SearchHit hit = await(queries().search(u"mull"_s, 1))->first();
        QCOMPARE(hit.excerpt, u"The fibre offer went to Müller"_s);
        QCOMPARE(hit.row.summary.text(Field::Name), u"Ibex depot"_s);
    }

    void shouldFindARecordByEitherId()
    {
        const Record byLocal = *await(queries().record(Lead, m_ids[1]));
        QCOMPARE(byLocal.serverId, u"2"_s);
        QCOMPARE(byLocal.local.value("name"_L1).toString(), u"Amber fibre"_s);
        QCOMPARE(byLocal.base, byLocal.local);
        QCOMPARE(await(queries().record(Lead, u"2"_s))->localId, m_ids[1]);
    }

    void shouldSayThatThereIsNoSuchRecord()
    {
        QCOMPARE(await(queries().record(ResourceKind::Quote, u"2"_s)).error().kind, Problem::Kind::NotFound);
        QCOMPARE(await(queries().record(Lead, QString())).error().kind, Problem::Kind::NotFound);
    }

    void shouldTellWhatIsUnsent()
    {
        record({Edit::Op::Update, Lead, m_ids[0], parse("{'rating': 'cold', 'name': 'Ibex'}")});
        const Record found = *await(queries().record(Lead, m_ids[0]));
        QCOMPARE(found.unsent, (QSet<QString>{u"rating"_s, u"name"_s}));
        QCOMPARE(found.base.value("rating"_L1).toString(), u"hot"_s);
    }

    void shouldListWhatAnEditChanged()
    {
        record({Edit::Op::Update, Lead, m_ids[3],
                parse("{'name': 'zebra', 'note': [{'id': 'n', 'text': 'crossing'}]}")});
        QCOMPARE(ids(sorted({up(Field::Name)})), u"2 3 1 4"_s);
        QCOMPARE(hits(u"cross"_s), u"salesLead4"_s);
        QCOMPARE(hits(u"radio"_s), QString());
    }

    void shouldNotListWhatIsToBeDeleted()
    {
        record({Edit::Op::Delete, Lead, m_ids[1], {}});
        QCOMPARE(ids(ListQuery()), u"4 3 1"_s);
        QCOMPARE(hits(u"amber"_s), u"salesLead4"_s);
        ListFilter unsent;
        unsent.unsentOnly = true;
        QCOMPARE(ids(unsent), QString());
        QVERIFY(await(queries().record(Lead, m_ids[1]))->deleted);
    }

    void shouldTellTheHistoryNewestFirst()
    {
        record({Edit::Op::Update, Lead, m_ids[0], parse("{'rating': 'warm'}")});
        record({Edit::Op::Update, Lead, m_ids[0], parse("{'rating': 'cold'}")});
        const QVector<AuditEntry> entries = *await(queries().history(Lead, m_ids[0], 9));
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[0].attribute, u"rating"_s);
        QCOMPARE(entries[0].before, QJsonValue(u"warm"_s));
        QCOMPARE(entries[0].after, QJsonValue(u"cold"_s));
        QCOMPARE(entries[0].who, u"Mara Lindqvist"_s);
        QCOMPARE(entries[0].when, QDateTime({2026, 10, 7}, {12, 0}, QTimeZone::utc()));
        QCOMPARE(await(queries().history(Lead, m_ids[0], 1))->size(), 1);
        QCOMPARE(await(queries().history(Lead, u"unknown"_s, 9))->size(), 0);
    }

    void shouldTellWhatIsPending()
    {
        record({Edit::Op::Update, Lead, m_ids[0], parse("{'rating': 'warm'}")});
        record({Edit::Op::Delete, Lead, m_ids[1], {}});
        const QVector<PendingChange> changes = *await(queries().pending(9));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0].op, Edit::Op::Update);
        QCOMPARE(changes[0].name, u"ibex uplink"_s);
        QCOMPARE(changes[0].localId, m_ids[0]);
        QCOMPARE(changes[0].state, SyncState::Waiting);
        QCOMPARE(changes[0].when, QDateTime({2026, 10, 7}, {12, 0}, QTimeZone::utc()));
        QCOMPARE(changes[1].op, Edit::Op::Delete);
        QCOMPARE(changes[1].name, u"Amber fibre"_s);
        QCOMPARE(await(queries().pending(1))->size(), 1);
    }

    void shouldSayWhichRowsChanged()
    {
        QCoreApplication::processEvents();
        QSignalSpy changed(&queries(), &WorkspaceQueries::changed);
        record({Edit::Op::Update, Lead, m_ids[0], parse("{'rating': 'warm'}")});
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<ResourceKind>(), Lead);
        QCOMPARE(changed[0][1].value<QVector<RowId>>(), order({}).last(1));
    }

    void shouldAnswerNothingOnceCancelled()
    {
        QFuture<Result<ListHead>> future = queries().head({}, 1);
        future.cancel();
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
    }

private:
    std::unique_ptr<ContractWorkspace> m_workspace;
    QStringList m_ids;
};

SALESBENCH_TEST(QueriesContractTest)
#include "queriescontracttest.moc"
