// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serversections.h"

#include "models/store/serverpagesql.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr std::array TalliedColumns{ServerColumn::State, ServerColumn::Rating, ServerColumn::Priority};

/// Of each group as many documents are read as the page reaches to. Where they are more than this together, a
/// walk along the whole order reads fewer.
constexpr qint64 MergedAtOnce = 20'000;

/// What a group is asked for beyond twice its share, so that chance seldom makes it too little.
constexpr qint64 SpareOfAShare = 8;

bool isCounted(const ServerPageQuery::Condition &condition)
{
    return condition.comparison == ServerPageQuery::Comparison::Equal && isTallied(condition.column);
}

/// The index that has the documents of a group in @p order; empty where none has.
QString indexWithin(const QVector<ServerPageQuery::Order> &order)
{
    const bool isSimple = order.size() == 1 || order.constFirst().column != ServerColumn::Created
        || order.at(1).column == ServerColumn::Id;
    return isSimple ? indexWithin(order.constFirst().column) : QString();
}

/// Of @p column among the values of a group.
qsizetype placeOf(ServerColumn column)
{
    return std::find(TalliedColumns.begin(), TalliedColumns.end(), column) - TalliedColumns.begin();
}

void bindAll(QSqlQuery &statement, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        statement.bindValue(static_cast<int>(i), values.at(i));
}

} // namespace

/// A document, with what it sorts by within its section.
struct ServerSections::Found {
    qint64 row = 0;
    QByteArray created; ///< null where it is absent
    QByteArray id;
};

ServerSections::ServerSections(Database &database, const ServerPageQuery &query)
    : m_database(database)
    , m_query(query)
    , m_within(query)
{
    while (!m_within.order.isEmpty() && isTallied(m_within.order.constFirst().column))
        m_first.append(m_within.order.takeFirst());
    m_within.conditions.removeIf(isCounted);
    m_isCounted = m_within.conditions.isEmpty();
}

bool ServerSections::apply() const
{
    if (m_within.order.isEmpty())
        return false;
    return !m_first.isEmpty()
        || (m_within.conditions.size() < m_query.conditions.size() && !indexWithin(m_within.order).isEmpty());
}

Result<QVector<qint64>> ServerSections::rows()
{
    const Result<Groups> all = groups();
    if (!all)
        return tl::unexpected(all.error());
    QVector<qint64> rows;
    qint64 skipped = m_query.offset;
    for (auto begin = all->begin(); begin != all->end() && rows.size() < m_query.limit;) {
        const auto end = std::find_if(begin, all->end(),
                                      [&](const Group &group) { return !isSameSection(*begin, group); });
        const Groups section(begin, end);
        begin = end;
        qint64 count = 0;
        for (const Group &group : section)
            count += group.count;
        if (m_isCounted && skipped >= count) {
            skipped -= count;
            continue;
        }
        const qint64 within = m_isCounted ? skipped : 0;
        skipped -= within;
        const auto found =
            rowsOfSection(section, count, {.offset = within, .limit = skipped + m_query.limit - rows.size()});
        if (!found)
            return found;
        rows += found->mid(std::min<qsizetype>(skipped, found->size()));
        skipped = std::max<qint64>(0, skipped - found->size());
    }
    return rows;
}

/// In the order of the first sort keys.
Result<ServerSections::Groups> ServerSections::groups()
{
    ServerPageQuery tallied = m_query;
    tallied.conditions.removeIf([](const auto &condition) { return !isCounted(condition); });
    tallied.order = m_first;
    const QString sql = u"SELECT nullif(state, 0) AS state, nullif(rating, 0) AS rating, nullif(priority, 0) "
                        "AS priority, sum(count) FROM tally"_s
        + whereOf(tallied) + u" GROUP BY 1, 2, 3"_s + (m_first.isEmpty() ? QString() : orderOf(tallied));
    return m_database.query(sql, valuesOf(tallied)).map([](QSqlQuery *rows) {
        Groups result;
        while (rows->next())
            result.append({{rows->value(0), rows->value(1), rows->value(2)}, rows->value(3).toLongLong()});
        rows->finish();
        return result;
    });
}

bool ServerSections::isSameSection(const Group &a, const Group &b) const
{
    return std::all_of(m_first.begin(), m_first.end(), [&](const ServerPageQuery::Order &key) {
        const QVariant &left = a.values.at(placeOf(key.column));
        const QVariant &right = b.values.at(placeOf(key.column));
        return left == right && left.isNull() == right.isNull(); // an empty text is not what is absent
    });
}

/// From part.offset on.
Result<QVector<qint64>> ServerSections::rowsOfSection(const Groups &section, qint64 documents, Part part)
{
    const qint64 count = part.offset + part.limit;
    if (count * section.size() <= MergedAtOnce && !indexWithin(m_within.order).isEmpty())
        return merged(section, count).map([&](const QVector<qint64> &rows) {
            return rows.mid(std::min<qsizetype>(part.offset, rows.size()));
        });
    return walked(section.constFirst(), documents, part);
}

/// Each group is asked for its share first, and for all that may come into the page only where its share
/// does.
Result<QVector<qint64>> ServerSections::merged(const Groups &section, qint64 count)
{
    const qint64 share = std::min(count, 2 * count / section.size() + SpareOfAShare);
    QVector<QVector<Found>> found;
    for (const Group &group : section) {
        const Result<QVector<Found>> some = firstOf(group, share);
        if (!some)
            return tl::unexpected(some.error());
        found.append(*some);
    }
    const QVector<Found> shares = sorted(found, count);
    for (qsizetype i = 0; i < section.size() && share < count; ++i) {
        const bool mayHaveMore = found.at(i).size() == share
            && (shares.size() < count || standsBefore(found.at(i).constLast(), shares.constLast()));
        const Result<QVector<Found>> all =
            mayHaveMore ? firstOf(section.at(i), count) : Result<QVector<Found>>(found.at(i));
        if (!all)
            return tl::unexpected(all.error());
        found[i] = *all;
    }
    QVector<qint64> rows;
    for (const Found &document : sorted(found, count))
        rows.append(document.row);
    return rows;
}

QVector<ServerSections::Found> ServerSections::sorted(const QVector<QVector<Found>> &parts,
                                                      qint64 count) const
{
    QVector<Found> all;
    for (const QVector<Found> &part : parts)
        all += part;
    std::sort(all.begin(), all.end(), [this](const Found &a, const Found &b) { return standsBefore(a, b); });
    return all.first(std::min<qsizetype>(count, all.size()));
}

Result<QVector<ServerSections::Found>> ServerSections::firstOf(const Group &group, qint64 count)
{
    ServerPageQuery query = m_within;
    for (size_t i = 0; i < TalliedColumns.size(); ++i)
        query.conditions.append({TalliedColumns.at(i), {group.values.at(static_cast<qsizetype>(i))}});
    const ServerColumn column = query.order.constFirst().column;
    const QString created = column == ServerColumn::Created ? u"CAST(created AS BLOB)"_s : u"NULL"_s;
    const QString id = column == ServerColumn::Row ? u"NULL"_s : u"CAST(id AS BLOB)"_s;
    QSqlQuery &statement =
        m_database.prepared(u"SELECT row, %1, %2 FROM document"_s.arg(created, id) + indexWithin(column)
                            + whereOf(query) + orderOf(query) + u" LIMIT ?"_s);
    bindAll(statement, valuesOf(query) + QVariantList{count});
    QVector<Found> found;
    return m_database.run(statement)
        .and_then([&] {
            while (statement.next())
                found.append({statement.value(0).toLongLong(), statement.value(1).toByteArray(),
                              statement.value(2).toByteArray()});
            return m_database.finish(statement);
        })
        .map([&] { return found; });
}

bool ServerSections::standsBefore(const Found &a, const Found &b) const
{
    for (const ServerPageQuery::Order &key : m_within.order) {
        const bool byCreation = key.column == ServerColumn::Created;
        const QByteArray &left = byCreation ? a.created : a.id;
        const QByteArray &right = byCreation ? b.created : b.id;
        if (left.isNull() != right.isNull())
            return right.isNull();
        if (left != right)
            return key.descending ? right < left : left < right;
    }
    return a.row < b.row;
}

/// The whole order, of which the documents of other sections are passed over.
Result<QVector<qint64>> ServerSections::walked(const Group &any, qint64 documents, Part part)
{
    ServerPageQuery query = m_query;
    query.order = m_within.order;
    for (const ServerPageQuery::Order &key : m_first)
        query.conditions.append({key.column, {any.values.at(placeOf(key.column))}});
    const ServerColumn column = query.order.constFirst().column;
    const bool byId = column == ServerColumn::Id;
    const QString index = byId && !m_first.isEmpty() ? indexById(m_first.constFirst().column)
                                                     : indexOf(byId ? ServerColumn::State : column);
    const qint64 limit = m_isCounted ? std::min(part.limit, documents - part.offset) : part.limit;
    const qint64 behind = documents - part.offset - limit;
    const bool fromEnd = m_isCounted && behind < part.offset;
    QSqlQuery &statement = m_database.prepared(u"SELECT row FROM document"_s + index + whereOf(query)
                                               + orderOf(query, fromEnd) + u" LIMIT ? OFFSET ?"_s);
    bindAll(statement, valuesOf(query) + QVariantList{limit, fromEnd ? behind : part.offset});
    QVector<qint64> rows;
    return m_database.run(statement)
        .and_then([&] {
            while (statement.next())
                rows.append(statement.value(0).toLongLong());
            if (fromEnd)
                std::reverse(rows.begin(), rows.end());
            return m_database.finish(statement);
        })
        .map([&] { return rows; });
}

} // namespace salesbench
