// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/documentrows.h"

#include "models/domain/references.h"
#include "models/store/schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QVariant textColumn(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

/// In the order of the INSERT and the UPDATE below; the row is bound apart.
QVariantList columnsOf(const Record &record)
{
    // A conflict with a document that is gone from the server has an empty document on the other side.
    const bool hasRemote = !record.remote.isEmpty() || record.sync == SyncState::Conflict;
    return {static_cast<int>(record.kind),
            record.localId,
            textColumn(record.serverId),
            static_cast<int>(record.sync),
            record.deleted,
            timeColumn(record.edited),
            textColumn(record.etag),
            textColumn(record.reason),
            toBytes(record.local),
            baseColumn(record),
            hasRemote ? QVariant(toBytes(record.remote)) : QVariant()};
}

QString insertSummarySql()
{
    QStringList names{u"row"_s, u"kind"_s};
    for (int i = 0; i < FieldCount; ++i)
        names.append(fieldName(static_cast<Field>(i)));
    const QStringList marks(names.size(), u"?"_s);
    return u"INSERT INTO summary (%1) VALUES (%2)"_s.arg(names.join(u','), marks.join(u','));
}

} // namespace

Result<std::optional<Record>> DocumentRows::one(const QString &condition, const QVariantList &values)
{
    return m_database.query(u"SELECT "_s + recordColumns() + u" FROM document WHERE "_s + condition, values)
        .map([](QSqlQuery *query) -> std::optional<Record> {
            if (!query->next())
                return {};
            Record found = toRecord(*query);
            query->finish();
            return found;
        });
}

Result<std::optional<Record>> DocumentRows::findLocal(const QString &localId)
{
    return one(u"localId = ?"_s, {localId});
}

Result<std::optional<Record>> DocumentRows::findServer(ResourceKind kind, const QString &serverId)
{
    return one(u"kind = ? AND serverId = ?"_s, {static_cast<int>(kind), serverId});
}

Result<std::optional<Record>> DocumentRows::at(RowId row)
{
    return one(u"row = ?"_s, {row});
}

Result<QVector<Record>> DocumentRows::referringTo(const QString &localId, int limit)
{
    const auto names = [&localId](const Record &record) {
        return std::ranges::any_of(references(record.local),
                                   [&](const Reference &reference) { return reference.id == localId; });
    };
    // The id is looked for as text first: few documents need to be read as documents.
    return m_database
        .query(
            u"SELECT "_s + recordColumns()
                + u" FROM document WHERE sync <> 0 AND NOT deleted AND localId <> ? AND instr(local, ?) > 0"_s,
            {localId, localId})
        .map([&](QSqlQuery *query) {
            QVector<Record> found;
            while (found.size() < limit && query->next()) {
                if (const Record record = toRecord(*query); names(record))
                    found.append(record);
            }
            query->finish();
            return found;
        });
}

Result<std::optional<Record>> DocumentRows::find(ResourceKind kind, const QString &id)
{
    Result<std::optional<Record>> local = findLocal(id);
    if (!local || (*local && (*local)->kind == kind))
        return local;
    return findServer(kind, id);
}

Result<void> DocumentRows::insert(Record &record)
{
    static const QString sql =
        u"INSERT INTO document (kind, localId, serverId, sync, deleted, edited, etag, reason, local, base, "
        u"remote, row) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?)"_s;
    QVariantList values = columnsOf(record);
    values.append(record.row == 0 ? QVariant() : QVariant(record.row));
    const Result<QSqlQuery *> inserted = m_database.query(sql, values);
    if (!inserted)
        return tl::unexpected(inserted.error());
    record.row = (*inserted)->lastInsertId().toLongLong();
    return insertSummary(record).and_then(
        [&] { return insertText(record, searchText(record.kind, record.local)); });
}

Result<void> DocumentRows::replace(const Record &before, const Record &after)
{
    static const QString sql =
        u"UPDATE document SET kind = ?, localId = ?, serverId = ?, sync = ?, deleted = ?, edited = ?, etag = "
        u"?, reason = ?, "
        "local = CAST(? AS TEXT), base = CAST(? AS TEXT), remote = CAST(? AS TEXT) WHERE row = ?"_s;
    QVariantList values = columnsOf(after);
    values.append(after.row);
    return m_database.execute(sql, values).and_then([&] { return replaceShown(before, after); });
}

Result<void> DocumentRows::setSync(RowId row, SyncState state)
{
    return m_database.execute(u"UPDATE document SET sync = ? WHERE row = ?"_s,
                              {static_cast<int>(state), row});
}

/// What lists and the search have of it; nothing of a document whose deletion is recorded.
Result<void> DocumentRows::replaceShown(const Record &before, const Record &after)
{
    if (before.deleted && after.deleted)
        return {};
    if (before.deleted) {
        return insertSummary(after).and_then(
            [&] { return insertText(after, searchText(after.kind, after.local)); });
    }
    if (after.deleted) {
        return removeSummary(before).and_then(
            [&] { return removeText(before, searchText(before.kind, before.local)); });
    }
    if (before.local == after.local)
        return {};
    const QString oldText = searchText(before.kind, before.local);
    const QString newText = searchText(after.kind, after.local);
    Result<void> done = updateSummary(after, summaryOf(before), summaryOf(after));
    if (!done || oldText == newText)
        return done;
    return removeText(before, oldText).and_then([&] { return insertText(after, newText); });
}

Result<void> DocumentRows::remove(const Record &record)
{
    Result<void> done;
    if (!record.deleted) {
        done = removeSummary(record).and_then(
            [&] { return removeText(record, searchText(record.kind, record.local)); });
    }
    return done.and_then(
        [&] { return m_database.execute(u"DELETE FROM document WHERE row = ?"_s, {record.row}); });
}

Summary DocumentRows::summaryOf(const Record &record) const
{
    return summarize(record.kind, record.local, m_ownerRole);
}

Result<void> DocumentRows::insertSummary(const Record &record)
{
    static const QString sql = insertSummarySql();
    const Summary summary = summaryOf(record);
    QVariantList values{record.row, static_cast<int>(record.kind)};
    for (int i = 0; i < FieldCount; ++i)
        values.append(summary.value(static_cast<Field>(i)));
    return m_database.execute(sql, values);
}

Result<void> DocumentRows::updateSummary(const Record &record, const Summary &before, const Summary &after)
{
    QStringList columns;
    QVariantList values;
    for (int i = 0; i < FieldCount; ++i) {
        const auto field = static_cast<Field>(i);
        if (before.value(field) == after.value(field))
            continue;
        columns.append(fieldName(field) + u" = ?"_s);
        values.append(after.value(field));
    }
    if (columns.isEmpty())
        return {};
    values.append(record.row);
    return m_database.execute(u"UPDATE summary SET %1 WHERE row = ?"_s.arg(columns.join(u", "_s)), values);
}

Result<void> DocumentRows::removeSummary(const Record &record)
{
    return m_database.execute(u"DELETE FROM summary WHERE row = ?"_s, {record.row});
}

Result<void> DocumentRows::insertText(const Record &record, const QString &text)
{
    return m_database.execute(u"INSERT INTO %1 (rowid, text) VALUES (?, ?)"_s.arg(searchTable(record.kind)),
                              {record.row, text});
}

/// An index without texts of its own must be told what it holds.
Result<void> DocumentRows::removeText(const Record &record, const QString &text)
{
    return m_database.execute(
        u"INSERT INTO %1 (%1, rowid, text) VALUES ('delete', ?, ?)"_s.arg(searchTable(record.kind)),
        {record.row, text});
}

Result<bool> DocumentRows::refreshOwner(const Record &record)
{
    const Summary summary = summaryOf(record);
    const QVariantList values{summary.value(Field::OwnerId),  summary.value(Field::OwnerName),
                              summary.value(Field::Prospect), record.row,
                              summary.value(Field::OwnerId),  summary.value(Field::OwnerName),
                              summary.value(Field::Prospect)};
    return m_database
        .query(u"UPDATE summary SET ownerId = ?, ownerName = ?, prospect = ? WHERE row = ? AND "
               "(ownerId IS NOT ? OR ownerName IS NOT ? OR prospect IS NOT ?)"_s,
               values)
        .map([](QSqlQuery *query) { return query->numRowsAffected() > 0; });
}

} // namespace salesbench
