// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/listreading.h"

#include "models/domain/searchwords.h"
#include "models/store/listsql.h"
#include "models/store/rawquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// So few are sorted faster by looking each up than by walking past a million others.
constexpr qint64 FewRows = 4000;

constexpr qint64 NoLimit = std::numeric_limits<qint64>::max();

Result<RowSet> setOf(RawQuery &query)
{
    RowSet set;
    while (query.next())
        set.insert(query.number(0));
    return query.result().map([&] { return std::move(set); });
}

/// Tells where the second column of a walk changes, by the rule that its index is sorted by.
class ValueChange {
public:
    explicit ValueChange(Field field)
        : m_case(field == Field::OwnerId ? Qt::CaseSensitive : Qt::CaseInsensitive)
    {
    }

    bool comes(const RawQuery &query)
    {
        if (query.isNumber(1)) {
            const double before = std::exchange(m_number, query.real(1));
            return before != m_number;
        }
        if (query.bytes(1).compare(m_text, m_case) == 0)
            return false;
        m_text = query.bytes(1).toByteArray();
        return true;
    }

private:
    Qt::CaseSensitivity m_case;
    QByteArray m_text;
    double m_number = std::numeric_limits<double>::quiet_NaN();
};

void reverseEach(QVector<RowId> &rows, const std::vector<qsizetype> &ends)
{
    qsizetype begin = 0;
    for (qsizetype end : ends)
        std::reverse(rows.begin() + std::exchange(begin, end), rows.begin() + end);
}

} // namespace

ListReading::ListReading(Database &database, ListQuery query)
    : m_database(database)
    , m_query(std::move(query))
{
    // Where this fails, so does what is read after it, and tells.
    (void)m_database.execute(u"BEGIN"_s);
}

ListReading::~ListReading()
{
    (void)m_database.execute(u"COMMIT"_s);
}

Result<qint64> ListReading::count()
{
    if (Result<void> selected = select(); !selected)
        return tl::unexpected(selected.error());
    if (!m_isInverted)
        return m_set.count();
    RawQuery query(m_database, listsql::count());
    query.bind(static_cast<qint64>(m_query.kind));
    const qint64 all = query.next() ? query.number(0) : 0;
    return query.result().map([&] { return all - m_set.count(); });
}

Result<QVector<RowId>> ListReading::rows(qint64 limit)
{
    if (Result<void> selected = select(); !selected)
        return tl::unexpected(selected.error());
    if (m_query.sort.isEmpty())
        return m_isInverted ? walk({listsql::all(Qt::DescendingOrder)}, limit) : m_set.newest(limit);
    if (!m_isInverted && m_set.count() <= FewRows)
        return byTable(limit);
    if (m_query.sort.size() > 1)
        return bySeveralKeys(limit);
    const SortKey &key = m_query.sort.first();
    return walk({listsql::present(key), listsql::absent(key.field, key.order)}, limit);
}

Result<QMap<QString, double>> ListReading::sums()
{
    if (Result<void> selected = select(); !selected)
        return tl::unexpected(selected.error());
    QMap<QString, double> sums;
    double *sum = nullptr;
    QByteArray currency;
    RawQuery query(m_database, listsql::money());
    query.bind(static_cast<qint64>(m_query.kind));
    while (query.next()) {
        if (!holds(query.number(0)) || query.isNull(2))
            continue;
        if (!sum || query.bytes(1) != currency) {
            currency = query.bytes(1).toByteArray();
            sum = &sums[QString::fromUtf8(currency)];
        }
        *sum += query.real(2);
    }
    return query.result().map([&] { return sums; });
}

Result<void> ListReading::select()
{
    if (std::exchange(m_isSelected, true))
        return {};
    return selectByFields()
        .and_then([this] { return selectByTime(); })
        .and_then([this] { return selectByText(); })
        .and_then([this] { return selectUnsent(); });
}

Result<void> ListReading::selectByFields()
{
    const ListFilter &filter = m_query.filter;
    for (auto it = filter.anyOf.begin(); it != filter.anyOf.end(); ++it) {
        const Result<RowSet> set = withValues(it.key(), *it);
        if (!set)
            return tl::unexpected(set.error());
        keep(*set);
    }
    for (auto it = filter.noneOf.begin(); it != filter.noneOf.end(); ++it) {
        const Result<RowSet> set = withValues(it.key(), *it);
        if (!set)
            return tl::unexpected(set.error());
        drop(*set);
    }
    return {};
}

Result<RowSet> ListReading::withValues(Field field, QStringList values)
{
    const bool orAbsent = values.removeAll(QString()) > 0;
    if (values.isEmpty() && !orAbsent)
        return RowSet();
    RawQuery query(m_database, listsql::anyOf(field, values.size(), orAbsent));
    query.bind(static_cast<qint64>(m_query.kind));
    for (const QString &value : std::as_const(values))
        query.bind(value);
    return setOf(query);
}

Result<void> ListReading::selectByTime()
{
    const ListFilter &filter = m_query.filter;
    if (!filter.createdFrom.isValid() && !filter.createdTo.isValid())
        return {};
    const auto bound = [](const QDateTime &time, qint64 none) {
        return time.isValid() ? time.toMSecsSinceEpoch() : none;
    };
    RawQuery query(m_database, listsql::created());
    query.bind(static_cast<qint64>(m_query.kind))
        .bind(bound(filter.createdFrom, std::numeric_limits<qint64>::min()))
        .bind(bound(filter.createdTo, std::numeric_limits<qint64>::max()));
    return setOf(query).map([this](const RowSet &set) { keep(set); });
}

Result<void> ListReading::selectByText()
{
    const QStringList words = searchWords(m_query.filter.text);
    if (words.isEmpty())
        return {};
    RawQuery query(m_database, listsql::matching(m_query.kind));
    query.bind(listsql::match(words));
    return setOf(query).map([this](const RowSet &set) { keep(set); });
}

Result<void> ListReading::selectUnsent()
{
    if (!m_query.filter.unsentOnly)
        return {};
    RawQuery query(m_database, listsql::unsent());
    query.bind(static_cast<qint64>(m_query.kind));
    return setOf(query).map([this](const RowSet &set) { keep(set); });
}

void ListReading::keep(const RowSet &set)
{
    if (!m_isInverted) {
        m_set.intersect(set);
        return;
    }
    const RowSet out = std::exchange(m_set, set);
    m_set.subtract(out);
    m_isInverted = false;
}

void ListReading::drop(const RowSet &set)
{
    if (m_isInverted)
        m_set.unite(set);
    else
        m_set.subtract(set);
}

Result<QVector<RowId>> ListReading::walk(const QStringList &statements, qint64 limit)
{
    const qint64 wanted = m_isInverted ? limit : std::min(limit, m_set.count());
    QVector<RowId> rows;
    for (const QString &statement : statements) {
        RawQuery query(m_database, statement);
        query.bind(static_cast<qint64>(m_query.kind));
        while (rows.size() < wanted && query.next()) {
            if (const RowId row = query.number(0); holds(row))
                rows.append(row);
        }
        if (Result<void> read = query.result(); !read)
            return tl::unexpected(read.error());
    }
    rows.squeeze();
    return rows;
}

Result<QVector<RowId>> ListReading::byTable(qint64 limit)
{
    RawQuery query(m_database, listsql::bySummary(m_query.sort));
    query.bind(jsonList(m_set.newest(NoLimit))).bind(limit);
    QVector<RowId> rows;
    while (query.next())
        rows.append(query.number(0));
    return query.result().map([&] { return rows; });
}

/// From the last key to the first, each time keeping the order so far where the values are the same.
Result<QVector<RowId>> ListReading::bySeveralKeys(qint64 limit)
{
    const QVector<SortKey> &keys = m_query.sort;
    const Result<Groups> first = groups(keys.first(), limit);
    if (!first)
        return tl::unexpected(first.error());
    narrow(first->rows);
    if (m_set.count() <= FewRows)
        return byTable(limit);
    QVector<RowId> rows;
    for (qsizetype i = keys.size() - 1; i > 0; --i) {
        Result<Groups> next = groups(keys.at(i), NoLimit);
        if (!next)
            return tl::unexpected(next.error());
        if (!rows.isEmpty()) {
            rows = sorted(rows, *next);
            continue;
        }
        rows = next->rows;
        if (keys.at(i).order != keys.first().order)
            reverseEach(rows, next->ends);
    }
    rows = sorted(rows, *first);
    rows.resize(std::min(limit, rows.size()));
    return rows;
}

/// At least @p limit rows where there are as many, and the last group whole.
Result<ListReading::Groups> ListReading::groups(const SortKey &key, qint64 limit)
{
    const qint64 wanted = m_isInverted ? NoLimit : m_set.count();
    Groups groups;
    ValueChange change(key.field);
    for (const QString &statement : {listsql::present(key), listsql::absent(key.field, key.order)}) {
        RawQuery query(m_database, statement);
        query.bind(static_cast<qint64>(m_query.kind));
        while (groups.rows.size() < wanted && query.next()) {
            const RowId row = query.number(0);
            if (!holds(row))
                continue;
            if (query.columns() > 1 && change.comes(query) && !groups.rows.isEmpty())
                groups.ends.push_back(groups.rows.size());
            if (!groups.ends.empty() && groups.ends.back() == groups.rows.size()
                && groups.rows.size() >= limit)
                return groups;
            groups.rows.append(row);
        }
        if (Result<void> read = query.result(); !read)
            return tl::unexpected(read.error());
        groups.ends.push_back(groups.rows.size());
        if (groups.rows.size() >= limit)
            return groups;
    }
    return groups;
}

QVector<RowId> ListReading::sorted(const QVector<RowId> &rows, const Groups &groups)
{
    if (rows.isEmpty())
        return rows;
    const RowId highest = *std::ranges::max_element(groups.rows);
    std::vector<quint32> groupOf(static_cast<size_t>(highest) + 1);
    std::vector<qsizetype> places;
    qsizetype begin = 0;
    for (qsizetype end : groups.ends) {
        for (qsizetype i = begin; i < end; ++i)
            groupOf[static_cast<size_t>(groups.rows.at(i))] = static_cast<quint32>(places.size());
        places.push_back(std::exchange(begin, end));
    }
    QVector<RowId> result(rows.size());
    for (RowId row : rows)
        result[places[groupOf[static_cast<size_t>(row)]]++] = row;
    return result;
}

void ListReading::narrow(const QVector<RowId> &rows)
{
    m_set = {};
    for (RowId row : rows)
        m_set.insert(row);
    m_isInverted = false;
}

} // namespace salesbench
