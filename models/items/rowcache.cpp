// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/rowcache.h"

#include "models/domain/whendone.h"

#include <algorithm>

namespace salesbench {

RowCache::RowCache(WorkspaceQueries &queries, ResourceKind kind, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
    , m_kind(kind)
{
}

RowCache::~RowCache()
{
    cancel();
}

const ListRow *RowCache::find(RowId row) const
{
    const Entry *entry = m_rows.object(row);
    return entry && entry->row.row ? &entry->row : nullptr;
}

bool RowCache::isFresh(RowId row) const
{
    const Entry *entry = m_rows.object(row);
    return entry && entry->age == m_age;
}

void RowCache::want(const QVector<RowId> &rows)
{
    m_wanted.clear();
    std::ranges::copy_if(rows, std::back_inserter(m_wanted), [this](RowId row) { return !isFresh(row); });
    const bool isReadingWanted =
        std::ranges::any_of(m_wanted, [this](RowId row) { return m_reading.contains(row); });
    if (m_wanted.isEmpty() || isReadingWanted)
        return;
    cancel();
    readNext();
}

void RowCache::readNext()
{
    erase_if(m_wanted, [this](RowId row) { return isFresh(row); });
    if (m_wanted.isEmpty())
        return;
    const QVector<RowId> asked = std::exchange(m_wanted, {});
    m_reading = QSet<RowId>(asked.begin(), asked.end());
    m_future = m_queries.rows(m_kind, asked);
    whenDone(m_future, this, [this, asked, turn = ++m_turn](const Result<QVector<ListRow>> &answer) {
        if (turn == m_turn)
            take(asked, answer);
    });
}

void RowCache::take(const QVector<RowId> &asked, const Result<QVector<ListRow>> &answer)
{
    m_reading.clear();
    if (!answer) {
        m_wanted.clear();
        Q_EMIT failed(answer.error());
        return;
    }
    for (RowId row : asked)
        m_rows.insert(row, new Entry{{}, m_age}); // what is gone stays so, or it would be asked for for ever
    for (const ListRow &row : *answer)
        put(row);
    readNext();
    Q_EMIT arrived(asked);
}

void RowCache::put(const ListRow &row)
{
    m_rows.insert(row.row, new Entry{row, m_age});
}

void RowCache::cancel()
{
    ++m_turn;
    m_reading.clear();
    m_future.cancel();
}

void RowCache::outdate(const QVector<RowId> &rows)
{
    for (RowId row : rows) {
        if (Entry *entry = m_rows.object(row))
            entry->age = 0;
    }
}

void RowCache::outdateAll()
{
    ++m_age;
}

void RowCache::clear()
{
    cancel();
    m_wanted.clear();
    m_rows.clear();
}

} // namespace salesbench
