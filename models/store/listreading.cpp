// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/listreading.h"

#include "models/store/listsql.h"
#include "models/store/rawquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// So few are sorted faster by looking each up than by walking past a million others.
constexpr qint64 FewRows = 4000;

constexpr qint64 NoLimit = std::numeric_limits<qint64>::max();

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

ListReading::ListReading(Reader &reader, ListQuery query)
    : m_reader(reader)
    , m_query(std::move(query))
{
    // Where this fails, so does what is read after it, and tells.
    (void)m_reader.database->execute(u"BEGIN"_s);
}

ListReading::~ListReading()
{
    (void)m_reader.database->execute(u"COMMIT"_s);
}

Result<qint64> ListReading::count()
{
    if (Result<void> selected = select(); !selected)
        return tl::unexpected(selected.error());
    RawQuery query(*m_reader.database, listsql::count());
    query.bind(static_cast<qint64>(m_query.kind));
    const qint64 all = query.next() ? query.number(0) : 0;
    return query.result().map([&] { return m_filter->count(all); });
}

Result<QVector<RowId>> ListReading::rows(qint64 limit)
{
    if (Result<void> selected = select(); !selected)
        return tl::unexpected(selected.error());
    if (!m_query.sort.isEmpty())
        return byKeys(m_query.sort, limit);
    if (const RowSet *rows = m_filter->rows())
        return rows->newest(limit);
    return walk({listsql::all(Qt::DescendingOrder)}, limit);
}

Result<QMap<QString, double>> ListReading::sums()
{
    if (Result<void> selected = select(); !selected)
        return tl::unexpected(selected.error());
    QMap<QString, double> sums;
    double *sum = nullptr;
    QByteArray currency;
    RawQuery query(*m_reader.database, listsql::money());
    query.bind(static_cast<qint64>(m_query.kind));
    while (query.next()) {
        if (!m_filter->holds(query.number(0)) || query.isNull(2))
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
    if (m_filter)
        return {};
    return readFilter(m_reader, m_query.kind, m_query.filter).map([this](const RowFilter &filter) {
        m_filter = filter;
    });
}

void ListReading::narrow(const QVector<RowId> &rows)
{
    RowSet set;
    for (RowId row : rows)
        set.insert(row);
    m_filter.emplace().keep(set);
}

bool ListReading::hasFew() const
{
    return m_filter->rows() && m_filter->rows()->count() <= FewRows;
}

Result<QVector<RowId>> ListReading::walk(const QStringList &statements, qint64 limit)
{
    const qint64 wanted = std::min(limit, m_filter->count(NoLimit));
    QVector<RowId> rows;
    for (const QString &statement : statements) {
        RawQuery query(*m_reader.database, statement);
        query.bind(static_cast<qint64>(m_query.kind));
        while (rows.size() < wanted && query.next()) {
            if (const RowId row = query.number(0); m_filter->holds(row))
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
    RawQuery query(*m_reader.database, listsql::bySummary(m_query.sort));
    query.bind(jsonList(m_filter->rows()->newest(NoLimit))).bind(limit);
    QVector<RowId> rows;
    while (query.next())
        rows.append(query.number(0));
    return query.result().map([&] { return rows; });
}

/// @p keys are those of the query, or the last of them where what the filter holds has the same of the
/// others.
Result<QVector<RowId>> ListReading::byKeys(const QVector<SortKey> &keys, qint64 limit)
{
    if (hasFew())
        return byTable(limit);
    const SortKey &key = keys.first();
    if (keys.size() == 1 && key.order == ties())
        return walk({listsql::present(key), listsql::absent(key.field, key.order)}, limit);
    return byGroups(keys, limit);
}

/// From the last key to the first, each time keeping the order so far where the values are the same.
Result<QVector<RowId>> ListReading::byGroups(const QVector<SortKey> &keys, qint64 limit)
{
    Result<Groups> first = groups(keys.first(), limit);
    if (!first)
        return tl::unexpected(first.error());
    if (keys.size() == 1) {
        if (keys.first().order != ties())
            reverseEach(first->rows, first->ends);
        first->rows.resize(std::min(limit, first->rows.size()));
        return first->rows;
    }
    narrow(first->rows);
    const bool isOne = first->ends.size() == 1;
    return byKeys(keys.sliced(1), isOne ? limit : NoLimit).map([&](QVector<RowId> rows) {
        rows = regrouped(rows, *first);
        rows.resize(std::min(limit, rows.size()));
        return rows;
    });
}

/// At least @p limit rows where there are as many, and the last group whole.
Result<ListReading::Groups> ListReading::groups(const SortKey &key, qint64 limit)
{
    const qint64 wanted = m_filter->count(NoLimit);
    Groups groups;
    ValueChange change(key.field);
    for (const QString &statement : {listsql::present(key), listsql::absent(key.field, key.order)}) {
        RawQuery query(*m_reader.database, statement);
        query.bind(static_cast<qint64>(m_query.kind));
        while (groups.rows.size() < wanted && query.next()) {
            const RowId row = query.number(0);
            if (!m_filter->holds(row))
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
        if (!groups.rows.isEmpty() && (groups.ends.empty() || groups.ends.back() < groups.rows.size()))
            groups.ends.push_back(groups.rows.size());
        if (groups.rows.size() >= limit)
            return groups;
    }
    return groups;
}

QVector<RowId> ListReading::regrouped(const QVector<RowId> &rows, const Groups &groups)
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

} // namespace salesbench
