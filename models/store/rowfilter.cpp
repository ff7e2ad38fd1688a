// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowfilter.h"

#include "models/domain/searchwords.h"
#include "models/store/listsql.h"
#include "models/store/rawquery.h"

#include <limits>

namespace salesbench {

namespace {

qint64 bound(const QDateTime &time, qint64 none)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : none;
}

class FilterReading {
public:
    FilterReading(Reader &reader, ResourceKind kind, const ListFilter &filter)
        : m_reader(reader)
        , m_kind(kind)
        , m_number(static_cast<qint64>(kind))
        , m_filter(filter)
    {
        m_reader.sets.refresh(*m_reader.database);
    }

    Result<RowFilter> read()
    {
        return readFields()
            .and_then([this] { return readTime(); })
            .and_then([this] { return readText(); })
            .and_then([this] { return readUnsent(); })
            .map([this] { return m_result; });
    }

private:
    Result<void> readFields()
    {
        for (auto it = m_filter.anyOf.begin(); it != m_filter.anyOf.end(); ++it) {
            if (Result<void> done = readValues(it.key(), *it, &RowFilter::keep); !done)
                return done;
        }
        for (auto it = m_filter.noneOf.begin(); it != m_filter.noneOf.end(); ++it) {
            if (Result<void> done = readValues(it.key(), *it, &RowFilter::drop); !done)
                return done;
        }
        return {};
    }

    Result<void> readValues(Field field, QStringList values, void (RowFilter::*take)(const RowSet &))
    {
        const bool orAbsent = values.removeAll(QString()) > 0;
        if (values.isEmpty() && !orAbsent) {
            (m_result.*take)({});
            return {};
        }
        QVariantList bound{m_number};
        for (const QString &value : std::as_const(values))
            bound.append(value);
        return read(listsql::anyOf(field, values.size(), orAbsent), bound, take);
    }

    Result<void> readTime()
    {
        if (!m_filter.createdFrom.isValid() && !m_filter.createdTo.isValid())
            return {};
        return read(listsql::created(),
                    {m_number, bound(m_filter.createdFrom, std::numeric_limits<qint64>::min()),
                     bound(m_filter.createdTo, std::numeric_limits<qint64>::max())});
    }

    Result<void> readText()
    {
        const QStringList words = searchWords(m_filter.text);
        if (words.isEmpty())
            return {};
        return read(listsql::matching(m_kind), {listsql::match(words)});
    }

    Result<void> readUnsent()
    {
        return m_filter.unsentOnly ? read(listsql::unsent(), {m_number}) : Result<void>();
    }

    Result<void> read(const QString &statement, const QVariantList &values,
                      void (RowFilter::*take)(const RowSet &) = &RowFilter::keep)
    {
        QString key = statement;
        for (const QVariant &value : values)
            key += u'\n' + value.toString();
        if (const RowSet *kept = m_reader.sets.find(key)) {
            (m_result.*take)(*kept);
            return {};
        }
        RawQuery query(*m_reader.database, statement);
        query.bind(values);
        RowSet rows;
        while (query.next())
            rows.insert(query.number(0));
        return query.result().map([&] {
            m_reader.sets.keep(key, rows);
            (m_result.*take)(rows);
        });
    }

    Reader &m_reader;
    ResourceKind m_kind;
    qint64 m_number; ///< as the file has the kind
    const ListFilter &m_filter;
    RowFilter m_result;
};

} // namespace

void RowFilter::keep(const RowSet &rows)
{
    if (!m_isInverted) {
        m_rows.intersect(rows);
        return;
    }
    const RowSet out = std::exchange(m_rows, rows);
    m_rows.subtract(out);
    m_isInverted = false;
}

void RowFilter::drop(const RowSet &rows)
{
    if (m_isInverted)
        m_rows.unite(rows);
    else
        m_rows.subtract(rows);
}

Result<RowFilter> readFilter(Reader &reader, ResourceKind kind, const ListFilter &filter)
{
    return FilterReading(reader, kind, filter).read();
}

} // namespace salesbench
