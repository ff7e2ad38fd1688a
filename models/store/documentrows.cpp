// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/documentrows.h"

#include "models/domain/references.h"
#include "models/store/schema.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QVariant textColumn(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

constexpr std::array ShortColumns{"kind"_L1,    "localId"_L1, "serverId"_L1, "sync"_L1,
                                  "deleted"_L1, "edited"_L1,  "etag"_L1,     "reason"_L1};

/// In the order of ShortColumns.
QVariantList shortValues(const Record &record)
{
    return {static_cast<int>(record.kind), record.localId,           textColumn(record.serverId),
            static_cast<int>(record.sync), record.deleted,           timeColumn(record.edited),
            textColumn(record.etag),       textColumn(record.reason)};
}

QVariant remoteColumn(const Record &record)
{
    // A conflict with a document that is gone from the server has an empty document on the other side.
    const bool hasRemote = !record.remote.isEmpty() || record.sync == SyncState::Conflict;
    return hasRemote ? QVariant(toBytes(record.remote)) : QVariant();
}

/// The columns that are to be written, with their values. SQLite walks through the indexes of every column
/// that is named, changed or not.
class Assignments {
public:
    void add(QLatin1StringView column, const QVariant &value) { append(column + " = ?"_L1, value); }
    void addDocument(QLatin1StringView column, const QVariant &value)
    {
        append(column + " = CAST(? AS TEXT)"_L1, value);
    }

    bool isEmpty() const { return m_texts.isEmpty(); }
    QString text() const { return m_texts.join(", "_L1); }
    QVariantList values() const { return m_values; }

private:
    void append(const QString &text, const QVariant &value)
    {
        m_texts.append(text);
        m_values.append(value);
    }

    QStringList m_texts;
    QVariantList m_values;
};

Assignments changes(const Record &before, const Record &after, bool isSame)
{
    Assignments result;
    const QVariantList old = shortValues(before);
    const QVariantList now = shortValues(after);
    for (size_t i = 0; i < ShortColumns.size(); ++i) {
        if (old.at(i) != now.at(i))
            result.add(ShortColumns.at(i), now.at(i));
    }
    if (!isSame)
        result.addDocument("local"_L1, toBytes(after.local));
    if (!isSame || before.base != after.base || before.serverId != after.serverId)
        result.addDocument("base"_L1, baseColumn(after));
    if (before.remote != after.remote || before.sync != after.sync)
        result.addDocument("remote"_L1, remoteColumn(after));
    return result;
}

Result<void> update(Database &database, QLatin1StringView table, RowId row, const Assignments &assignments)
{
    if (assignments.isEmpty())
        return {};
    return database.execute(u"UPDATE %1 SET %2 WHERE row = ?"_s.arg(table, assignments.text()),
                            assignments.values() + QVariantList{row});
}

QString insertDocumentSql()
{
    QStringList names;
    QStringList marks(ShortColumns.size(), u"?"_s);
    for (const QLatin1StringView name : ShortColumns)
        names.append(name);
    for (const QLatin1StringView name : {"local"_L1, "base"_L1, "remote"_L1}) {
        names.append(name);
        marks.append(u"CAST(? AS TEXT)"_s);
    }
    return u"INSERT INTO document (%1, row) VALUES (%2, ?)"_s.arg(names.join(u','), marks.join(u','));
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
        .map([this](QSqlQuery *query) -> std::optional<Record> {
            if (!query->next())
                return {};
            Record found = toRecord(*query, m_latest);
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
    static const QString sql = insertDocumentSql();
    const QVariantList values = shortValues(record)
        + QVariantList{toBytes(record.local), baseColumn(record), remoteColumn(record),
                       record.row == 0 ? QVariant() : QVariant(record.row)};
    const Result<QSqlQuery *> inserted = m_database.query(sql, values);
    if (!inserted)
        return tl::unexpected(inserted.error());
    record.row = (*inserted)->lastInsertId().toLongLong();
    return insertSummary(record).and_then(
        [&] { return insertText(record, searchText(record.kind, record.local)); });
}

Result<void> DocumentRows::replace(const Record &before, const Record &after)
{
    const bool isSame = before.local == after.local;
    return update(m_database, "document"_L1, after.row, changes(before, after, isSame)).and_then([&] {
        return isSame && before.deleted == after.deleted ? Result<void>() : replaceShown(before, after);
    });
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
    Assignments changes;
    for (int i = 0; i < FieldCount; ++i) {
        const auto field = static_cast<Field>(i);
        if (before.value(field) != after.value(field))
            changes.add(fieldName(field), after.value(field));
    }
    return update(m_database, "summary"_L1, record.row, changes);
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
