// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverdocuments.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

// Lists read indexes alone and fetch only the documents of their page: every index that a list can walk
// along ends in the owner, so that what a user may not see is passed over without touching the table.
const char *const Schema[] = {
    "CREATE TABLE document (row INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id TEXT NOT NULL, revision "
    "INTEGER NOT NULL, "
    "owner TEXT NOT NULL, state TEXT, name TEXT, created TEXT, json TEXT NOT NULL)",
    "CREATE UNIQUE INDEX document_id ON document (kind, id, owner)",
    "CREATE INDEX document_row ON document (kind, row, owner)",
    "CREATE INDEX document_state ON document (kind, state, created, id, owner)",
    "CREATE INDEX document_name ON document (kind, name, id, owner)",
    "CREATE INDEX document_created ON document (kind, created, id, owner)",
    "CREATE TABLE tally (kind INTEGER NOT NULL, owner TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY "
    "(kind, owner)) WITHOUT ROWID",
    "CREATE TRIGGER tally_insert AFTER INSERT ON document BEGIN "
    "INSERT INTO tally VALUES (new.kind, new.owner, 1) ON CONFLICT DO UPDATE SET count = count + 1; END",
    "CREATE TRIGGER tally_delete AFTER DELETE ON document BEGIN "
    "UPDATE tally SET count = count - 1 WHERE kind = old.kind AND owner = old.owner; END",
    "CREATE TRIGGER tally_update AFTER UPDATE OF owner ON document WHEN old.owner <> new.owner BEGIN "
    "UPDATE tally SET count = count - 1 WHERE kind = old.kind AND owner = old.owner; "
    "INSERT INTO tally VALUES (new.kind, new.owner, 1) ON CONFLICT DO UPDATE SET count = count + 1; END",
    "CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO counter VALUES ('revision', 0)",
    "CREATE TABLE answer (scope TEXT NOT NULL, key TEXT NOT NULL, request BLOB NOT NULL, made INTEGER NOT "
    "NULL, "
    "status INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (scope, key)) WITHOUT "
    "ROWID",
    "CREATE INDEX answer_made ON answer (made)",
};

Result<void> createTables(Database &database)
{
    for (const char *statement : Schema) {
        if (Result<void> result = database.execute(QLatin1StringView(statement)); !result)
            return result;
    }
    return {};
}

QVariant textOrNull(const QJsonValue &value)
{
    return value.isString() ? QVariant(value.toString()) : QVariant();
}

} // namespace

QString ownerOf(const QJsonObject &document, const QString &ownerRole)
{
    const QJsonArray parties = document.value("relatedParty"_L1).toArray();
    for (const QJsonValue &party : parties) {
        if (party["role"_L1].toString() == ownerRole)
            return party["id"_L1].toString();
    }
    return {};
}

QVector<Database::Migration> ServerDocuments::migrations()
{
    return {createTables};
}

Result<std::optional<ServedDocument>> ServerDocuments::find(ResourceKind kind, const QString &id)
{
    QSqlQuery &query = m_database.prepared(
        u"SELECT row, revision, owner, CAST(json AS BLOB) FROM document WHERE kind = ? AND id = ?"_s);
    query.bindValue(0, static_cast<int>(kind));
    query.bindValue(1, id);
    return m_database.run(query).map([&]() -> std::optional<ServedDocument> {
        if (!query.next())
            return {};
        ServedDocument found{.row = query.value(0).toLongLong(),
                             .revision = query.value(1).toLongLong(),
                             .owner = query.value(2).toString(),
                             .json = query.value(3).toByteArray()};
        query.finish();
        return found;
    });
}

Result<qint64> ServerDocuments::nextRevision()
{
    QSqlQuery &query = m_database.prepared(
        u"UPDATE counter SET value = value + 1 WHERE name = 'revision' RETURNING value"_s);
    return m_database.run(query).map([&] {
        const qint64 revision = query.next() ? query.value(0).toLongLong() : 0;
        query.finish();
        return revision;
    });
}

Result<ServedDocument> ServerDocuments::insert(ResourceKind kind, const QJsonObject &document)
{
    return write(
        m_database.prepared(u"INSERT INTO document (id, revision, owner, state, name, created, json, kind) "
                            "VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?)"_s),
        kind, document, 0);
}

Result<ServedDocument> ServerDocuments::replace(ResourceKind kind, const ServedDocument &before,
                                                const QJsonObject &document)
{
    return write(
        m_database.prepared(
            u"UPDATE document SET id = ?, revision = ?, owner = ?, state = ?, name = ?, created = ?, "
            "json = CAST(? AS TEXT) WHERE row = ?"_s),
        kind, document, before.row);
}

Result<ServedDocument> ServerDocuments::write(QSqlQuery &query, ResourceKind kind,
                                              const QJsonObject &document, qint64 row)
{
    const ResourceType &type = resourceType(kind);
    const Result<qint64> revision = nextRevision();
    if (!revision)
        return tl::unexpected(revision.error());
    ServedDocument written{.row = row,
                           .revision = *revision,
                           .owner = ownerOf(document, m_ownerRole),
                           .json = QJsonDocument(document).toJson(QJsonDocument::Compact)};
    query.bindValue(0, document.value("id"_L1).toString());
    query.bindValue(1, written.revision);
    query.bindValue(2, written.owner.isNull() ? u""_s : written.owner);
    query.bindValue(3, textOrNull(document.value(type.stateAttribute)));
    query.bindValue(4, textOrNull(document.value(type.nameAttribute)));
    query.bindValue(5, textOrNull(document.value(type.creationDateAttribute)));
    query.bindValue(6, written.json);
    query.bindValue(7, row > 0 ? QVariant(row) : QVariant(static_cast<int>(kind)));
    return m_database.run(query).map([&] {
        if (row == 0)
            written.row = query.lastInsertId().toLongLong();
        return written;
    });
}

Result<void> ServerDocuments::remove(const ServedDocument &document)
{
    QSqlQuery &query = m_database.prepared(u"DELETE FROM document WHERE row = ?"_s);
    query.bindValue(0, document.row);
    return m_database.run(query);
}

Result<bool> ServerDocuments::isEmpty()
{
    QSqlQuery &query = m_database.prepared(u"SELECT 1 FROM document LIMIT 1"_s);
    return m_database.run(query).map([&] { return !query.next(); });
}

} // namespace salesbench
