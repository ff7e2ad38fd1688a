// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverdocuments.h"

#include "models/store/serverschema.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QVariant textOrNull(const QJsonValue &value)
{
    return value.isString() ? QVariant(value.toString()) : QVariant();
}

QVariant numberOrNull(const QJsonValue &value)
{
    return value.isDouble() ? QVariant(value.toDouble()) : QVariant();
}

} // namespace

/// An id that a document refers to.
struct ServerDocuments::Reference {
    int attribute; ///< as in the table
    QString id;
    bool operator==(const Reference &) const = default;
};

QString ownerOf(const QJsonObject &document, const QString &ownerRole)
{
    const QJsonArray parties = document.value("relatedParty"_L1).toArray();
    for (const QJsonValue &party : parties) {
        if (party["role"_L1].toString() == ownerRole)
            return party["id"_L1].toString();
    }
    return {};
}

/// Lists are gone through, as a filter goes through them.
QVector<ServerDocuments::Reference> ServerDocuments::referencesOf(const QJsonObject &document)
{
    static constexpr std::array Attributes{"relatedParty"_L1, "marketingCampaign"_L1, "channel"_L1};
    QVector<Reference> references;
    for (int i = 0; i < int(Attributes.size()); ++i) {
        const QJsonValue value = document.value(Attributes.at(size_t(i)));
        const QJsonArray all = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue &one : all) {
            if (one["id"_L1].isString())
                references.append({i, one["id"_L1].toString()});
        }
    }
    return references;
}

QVector<Database::Migration> ServerDocuments::migrations()
{
    return serverMigrations();
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

Result<QByteArrayList> ServerDocuments::withExternalId(ResourceKind kind, const QString &external)
{
    return m_database
        .query(u"SELECT CAST(json AS BLOB) FROM document WHERE kind = ? AND external = ?"_s,
               {static_cast<int>(kind), external})
        .map([](QSqlQuery *rows) {
            QByteArrayList found;
            while (rows->next())
                found.append(rows->value(0).toByteArray());
            rows->finish();
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

Result<void> ServerDocuments::skipRevisions()
{
    return m_database.execute(u"UPDATE counter SET value = value + 1000000 WHERE name = 'revision'"_s);
}

Result<ServedDocument> ServerDocuments::insert(ResourceKind kind, const QJsonObject &document)
{
    QSqlQuery &query = m_database.prepared(
        u"INSERT INTO document (id, revision, owner, state, name, created, changed, rating, priority, "
        u"external, "
        "revenue, json, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?)"_s);
    query.bindValue(12, static_cast<int>(kind));
    return write(query, kind, document).and_then([&](ServedDocument written) {
        written.row = query.lastInsertId().toLongLong();
        return addReferences(kind, referencesOf(document), written).map([&] { return written; });
    });
}

Result<ServedDocument> ServerDocuments::replace(ResourceKind kind, const ServedDocument &before,
                                                const QJsonObject &document)
{
    QSqlQuery &query = m_database.prepared(
        u"UPDATE document SET id = ?, revision = ?, owner = ?, state = ?, name = ?, created = ?, changed = "
        u"?, "
        "rating = ?, priority = ?, external = ?, revenue = ?, json = CAST(? AS TEXT) WHERE row = ?"_s);
    query.bindValue(12, before.row);
    return write(query, kind, document).and_then([&](ServedDocument written) {
        written.row = before.row;
        return replaceReferences(kind, before, referencesOf(document), written);
    });
}

/// All values but the last are bound here.
Result<ServedDocument> ServerDocuments::write(QSqlQuery &query, ResourceKind kind,
                                              const QJsonObject &document)
{
    const ResourceType &type = resourceType(kind);
    const Result<qint64> revision = nextRevision();
    if (!revision)
        return tl::unexpected(revision.error());
    const ServedDocument written{.row = 0,
                                 .revision = *revision,
                                 .owner = ownerOf(document, m_ownerRole),
                                 .json = QJsonDocument(document).toJson(QJsonDocument::Compact)};
    query.bindValue(0, document.value("id"_L1).toString());
    query.bindValue(1, written.revision);
    query.bindValue(2, emptyForNull(written.owner));
    query.bindValue(3, textOrNull(document.value(type.stateAttribute)));
    query.bindValue(4, textOrNull(document.value(type.nameAttribute)));
    query.bindValue(5, textOrNull(document.value(type.creationDateAttribute)));
    query.bindValue(6, textOrNull(document.value(type.changeDateAttribute)));
    query.bindValue(7, textOrNull(document.value("rating"_L1)));
    query.bindValue(8, textOrNull(document.value("priority"_L1)));
    query.bindValue(9, textOrNull(document.value("externalId"_L1)));
    query.bindValue(10, numberOrNull(document.value("estimatedRevenue"_L1)["value"_L1]));
    query.bindValue(11, written.json);
    return m_database.run(query).map([&] { return written; });
}

Result<void> ServerDocuments::addReferences(ResourceKind kind, const QVector<Reference> &references,
                                            const ServedDocument &document)
{
    for (const Reference &reference : references) {
        const Result<void> added =
            m_database.execute(u"INSERT OR IGNORE INTO reference VALUES (?, ?, ?, ?, ?)"_s,
                               {static_cast<int>(kind), reference.attribute, reference.id,
                                emptyForNull(document.owner), document.row});
        if (!added)
            return added;
    }
    return {};
}

Result<void> ServerDocuments::removeReferences(ResourceKind kind, const QVector<Reference> &references,
                                               const ServedDocument &document)
{
    for (const Reference &reference : references) {
        const Result<void> removed = m_database.execute(
            u"DELETE FROM reference WHERE kind = ? AND attribute = ? AND id = ? AND owner = ? AND row = ?"_s,
            {static_cast<int>(kind), reference.attribute, reference.id, emptyForNull(document.owner),
             document.row});
        if (!removed)
            return removed;
    }
    return {};
}

/// Most changes leave them as they are.
Result<ServedDocument> ServerDocuments::replaceReferences(ResourceKind kind, const ServedDocument &before,
                                                          const QVector<Reference> &references,
                                                          const ServedDocument &written)
{
    const QVector<Reference> old = referencesOf(QJsonDocument::fromJson(before.json).object());
    if (old == references && before.owner == written.owner)
        return written;
    return removeReferences(kind, old, before)
        .and_then([&] { return addReferences(kind, references, written); })
        .map([&] { return written; });
}

Result<void> ServerDocuments::remove(ResourceKind kind, const ServedDocument &document)
{
    QSqlQuery &query = m_database.prepared(u"DELETE FROM document WHERE row = ?"_s);
    query.bindValue(0, document.row);
    return m_database.run(query).and_then([&] {
        const QJsonObject json = QJsonDocument::fromJson(document.json).object();
        return removeReferences(kind, referencesOf(json), document);
    });
}

Result<bool> ServerDocuments::isEmpty()
{
    QSqlQuery &query = m_database.prepared(u"SELECT 1 FROM document LIMIT 1"_s);
    return m_database.run(query).map([&] { return !query.next(); });
}

} // namespace salesbench
