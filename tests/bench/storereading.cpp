// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/filledworkspace.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

constexpr int Page = 64; ///< rows that fill a tall window
constexpr int Hits = 8;
constexpr int Rounds = 20;
const Goal firstPage{100, {}, {}};
const Goal typing{50, u"bare LIKE over the names"_s, {}};

/// All that is needed to paint a list's first page: its size, its first rows, and what they show.
void readFirstPage(WorkspaceQueries &queries, const ListQuery &query)
{
    const ListHead head = must(queries.head(query, Page));
    must(queries.rows(query.kind, head.first));
}

QVector<double> timesOf(WorkspaceQueries &queries, const QVector<ListQuery> &all)
{
    QVector<double> times;
    for (const ListQuery &query : all) {
        QElapsedTimer timer;
        timer.start();
        readFirstPage(queries, query);
        times.append(elapsed(timer));
    }
    return times;
}

ListQuery sortedBy(QVector<SortKey> keys)
{
    return {ResourceKind::SalesLead, {}, std::move(keys)};
}

void measureSorts(Bench &bench, WorkspaceQueries &queries)
{
    bench.times(u"first page, newest first"_s, timesOf(queries, QVector<ListQuery>(Rounds, ListQuery())),
                {100, u"bare first page"_s, {}});
    for (int i = 0; i < FieldCount; ++i) {
        const auto field = static_cast<Field>(i);
        if (field == Field::Currency)
            continue; // no list has a column for it
        QVector<ListQuery> all;
        for (int round = 0; round < Rounds; ++round)
            all.append(sortedBy({{field, round % 2 ? Qt::DescendingOrder : Qt::AscendingOrder}}));
        bench.times(u"first page by "_s + fieldName(field), timesOf(queries, all),
                    {100, u"bare first page"_s, {}});
    }
    bench.times(u"first page by status and amount"_s,
                timesOf(queries,
                        QVector<ListQuery>(
                            Rounds / 4, sortedBy({{Field::Status}, {Field::Amount, Qt::DescendingOrder}}))));
    bench.times(u"first page by owner, rating and name"_s,
                timesOf(queries,
                        QVector<ListQuery>(Rounds / 4,
                                           sortedBy({{Field::OwnerName}, {Field::Rating}, {Field::Name}}))));
}

QStringList valuesOf(WorkspaceQueries &queries, Field field)
{
    QStringList values;
    for (const FieldValue &value : must(queries.values(ResourceKind::SalesLead, field, 50)))
        values.append(value.value);
    return values;
}

ListQuery filtered(const QMap<Field, QStringList> &anyOf, const QVector<SortKey> &sort = {})
{
    ListQuery query = sortedBy(sort);
    query.filter.anyOf = anyOf;
    return query;
}

const QVector<QVector<SortKey>> &someSorts()
{
    static const QVector<QVector<SortKey>> all{
        {}, {{Field::Name}}, {{Field::Amount, Qt::DescendingOrder}}, {{Field::Created}}, {{Field::NextStep}}};
    return all;
}

void measureChips(Bench &bench, WorkspaceQueries &queries)
{
    for (Field field : {Field::Status, Field::Rating, Field::Priority, Field::OwnerId, Field::Campaign,
                        Field::Channel, Field::Offering}) {
        QVector<ListQuery> all;
        QVector<ListQuery> without;
        const QStringList values = valuesOf(queries, field);
        for (const QString &value : values) {
            for (const QVector<SortKey> &sort : someSorts()) {
                all.append(filtered({{field, {value}}}, sort));
                without.append(sortedBy(sort));
                without.last().filter.noneOf = {{field, {value}}};
            }
        }
        bench.times(u"first page, one "_s + fieldName(field), timesOf(queries, all), firstPage);
        bench.times(u"first page, all but one "_s + fieldName(field), timesOf(queries, without), firstPage);
    }
}

void measureSeveralChips(Bench &bench, WorkspaceQueries &queries)
{
    QVector<ListQuery> two;
    QVector<ListQuery> three;
    const QStringList states = valuesOf(queries, Field::Status);
    const QStringList channels = valuesOf(queries, Field::Channel);
    for (const QString &state : states) {
        for (const QString &channel : channels) {
            for (const QVector<SortKey> &sort : someSorts()) {
                two.append(filtered({{Field::Status, {state}}, {Field::Channel, {channel}}}, sort));
                three.append(filtered({{Field::Status, {state}},
                                       {Field::Channel, {channel}},
                                       {Field::Rating, {u"hot"_s, u"warm"_s}}},
                                      sort));
            }
        }
    }
    bench.times(u"first page, two chips"_s, timesOf(queries, two), firstPage);
    bench.times(u"first page, three chips"_s, timesOf(queries, three), firstPage);
}

void measureTexts(Bench &bench, WorkspaceQueries &queries)
{
    QVector<ListQuery> all;
    for (const QString &text :
         {u"f"_s, u"fi"_s, u"fibre"_s, u"fibre call"_s, u"nordhavn"_s, u"sl-0000123"_s}) {
        for (const QVector<SortKey> &sort : someSorts()) {
            all.append(sortedBy(sort));
            all.last().filter.text = text;
        }
    }
    bench.times(u"first page, free text"_s, timesOf(queries, all));
}

void measureSearch(Bench &bench, WorkspaceQueries &queries, const QString &name, const QStringList &texts)
{
    QVector<double> times;
    for (const QString &text : texts) {
        QElapsedTimer timer;
        timer.start();
        must(queries.search(text, Hits));
        times.append(elapsed(timer));
    }
    bench.times(name, times, typing);
}

/// As it is typed: "f", "fi", "fib", …
QStringList beginnings(const QStringList &texts, qsizetype shortest)
{
    QStringList all;
    for (const QString &text : texts) {
        for (qsizetype length = shortest; length <= text.size(); ++length)
            all.append(text.first(length));
    }
    return all;
}

void measureSearches(Bench &bench, WorkspaceQueries &queries)
{
    QStringList letters;
    QStringList pairs;
    for (char16_t a = u'a'; a <= u'z'; ++a) {
        letters.append(QChar(a));
        for (char16_t b = u'a'; b <= u'z'; ++b)
            pairs.append(QString(QChar(a)) + QChar(b));
    }
    measureSearch(bench, queries, u"search, one letter"_s, letters);
    measureSearch(bench, queries, u"search, two letters"_s, pairs);
    measureSearch(bench, queries, u"search, a word being typed"_s,
                  beginnings({u"fibre"_s, u"upgrade"_s, u"branch"_s, u"logistics"_s, u"september"_s,
                              u"offer"_s, u"nobodyhasthis"_s},
                             3));
    measureSearch(bench, queries, u"search, words being typed"_s,
                  beginnings({u"fibre upgrade call"_s, u"a b c"_s, u"the offer was sent"_s, u"hot zz"_s,
                              u"5g campus berlin"_s},
                             5));
}

void measureRows(Bench &bench, WorkspaceQueries &queries)
{
    QVector<RowId> order;
    bench.time(u"all rows by name"_s, 5, [&] { order = must(queries.order(sortedBy({{Field::Name}}))); },
               {{}, u"bare scan by name"_s, {}});
    bench.time(u"all rows by status and amount"_s, 3, [&] {
        must(queries.order(sortedBy({{Field::Status}, {Field::Amount}})));
    });
    QRandomGenerator random(1);
    bench.time(u"rows of a random page"_s, 300,
               [&] {
                   const qsizetype start = random.bounded(std::max<qint64>(1, order.size() - Page));
                   must(queries.rows(ResourceKind::SalesLead,
                                     order.sliced(start, std::min<qsizetype>(Page, order.size() - start))));
               },
               {16, u"bare first page"_s, {}});
}

void measureTotals(Bench &bench, WorkspaceQueries &queries)
{
    bench.time(u"values of the owner"_s, 5, [&] { valuesOf(queries, Field::OwnerId); });
    bench.time(u"sums of all"_s, 5, [&] { must(queries.sums({})); });
    bench.time(u"sums of one status"_s, 5, [&] {
        must(queries.sums(filtered({{Field::Status, {u"pending"_s}}})));
    });
}

void storeReading(Bench &bench)
{
    const std::unique_ptr<Workspace> workspace = openFilled(bench);
    WorkspaceQueries &queries = workspace->queries();
    bench.single(u"workspace open, memory"_s, residentMemory(), u"MiB"_s);
    measureSorts(bench, queries);
    measureChips(bench, queries);
    measureSeveralChips(bench, queries);
    measureTexts(bench, queries);
    measureSearches(bench, queries);
    measureRows(bench, queries);
    measureTotals(bench, queries);
    bench.single(u"workspace read, memory"_s, residentMemory(), u"MiB"_s, {120, {}, {}});
}

SALESBENCH_BENCH("store reading", storeReading)

} // namespace

} // namespace salesbench::bench
