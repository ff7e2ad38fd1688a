// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/seenrows.h"

#include <QHash>
#include <QMap>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr qint64 RowsInChunk = 8192;

void set(QByteArray &bits, RowId row)
{
    const qint64 bit = row % RowsInChunk;
    char &byte = bits[bit / 8];
    byte = static_cast<char>(byte | (1 << (bit % 8)));
}

bool isSet(const QByteArray &bits, RowId row)
{
    const qint64 bit = row % RowsInChunk;
    return !bits.isEmpty() && (bits.at(bit / 8) & (1 << (bit % 8))) != 0;
}

} // namespace

Result<void> SeenRows::clear(ResourceKind kind)
{
    return m_database.execute(u"DELETE FROM seen WHERE kind = ?"_s, {static_cast<int>(kind)});
}

Result<void> SeenRows::add(ResourceKind kind, const QVector<RowId> &rows)
{
    QMap<qint64, QVector<RowId>> chunks;
    for (const RowId row : rows)
        chunks[row / RowsInChunk].append(row);
    for (auto it = chunks.begin(); it != chunks.end(); ++it) {
        Result<QByteArray> bits = chunk(kind, it.key());
        if (!bits)
            return tl::unexpected(bits.error());
        QByteArray after = bits->isEmpty() ? QByteArray(RowsInChunk / 8, '\0') : *bits;
        for (const RowId row : std::as_const(*it))
            set(after, row);
        if (after == *bits)
            continue;
        if (Result<void> written = write(kind, it.key(), after); !written)
            return written;
    }
    return {};
}

Result<QByteArray> SeenRows::chunk(ResourceKind kind, qint64 number)
{
    return m_database
        .query(u"SELECT bits FROM seen WHERE kind = ? AND chunk = ?"_s, {static_cast<int>(kind), number})
        .map([](QSqlQuery *query) {
            const QByteArray bits = query->next() ? query->value(0).toByteArray() : QByteArray();
            query->finish();
            return bits;
        });
}

Result<void> SeenRows::write(ResourceKind kind, qint64 number, const QByteArray &bits)
{
    return m_database.execute(u"INSERT OR REPLACE INTO seen (kind, chunk, bits) VALUES (?, ?, ?)"_s,
                              {static_cast<int>(kind), number, bits});
}

Result<QStringList> SeenRows::unseen(ResourceKind kind, int limit)
{
    const Result<QSqlQuery *> chunks =
        m_database.query(u"SELECT chunk, bits FROM seen WHERE kind = ?"_s, {static_cast<int>(kind)});
    if (!chunks)
        return tl::unexpected(chunks.error());
    QHash<qint64, QByteArray> bits;
    while ((*chunks)->next())
        bits.insert((*chunks)->value(0).toLongLong(), (*chunks)->value(1).toByteArray());
    return m_database
        // Not what is known to be gone, and waits for its user's decision.
        .query(u"SELECT serverId, row FROM document WHERE kind = ? AND serverId IS NOT NULL "
               "AND (sync <> ? OR remote <> '{}')"_s,
               {static_cast<int>(kind), static_cast<int>(SyncState::Conflict)})
        .map([&](QSqlQuery *query) {
            QStringList ids;
            while (ids.size() < limit && query->next()) {
                const RowId row = query->value(1).toLongLong();
                if (!isSet(bits.value(row / RowsInChunk), row))
                    ids.append(query->value(0).toString());
            }
            query->finish();
            return ids;
        });
}

} // namespace salesbench
