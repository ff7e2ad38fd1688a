// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"
#include "models/store/database.h"

#include <QByteArrayList>
#include <QJsonObject>

#include <optional>

namespace salesbench {

/// A document as a server keeps it. json is compact and UTF-8: what goes out is what is stored.
struct ServedDocument {
    qint64 row = 0;
    qint64 revision = 0; ///< of the whole database: no two states of any documents share one
    QString owner; ///< the owner's party id; empty = nobody's
    QByteArray json;
};

/// For columns that are NOT NULL: a null text would be bound as NULL.
inline QString emptyForNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// The party in @p document's relatedParty whose role is @p ownerRole; empty where there is none.
QString ownerOf(const QJsonObject &document, const QString &ownerRole);

/// The documents of a TMF server, over a Database that was opened with migrations(). The writing functions
/// belong inside a transaction.
class ServerDocuments {
public:
    ServerDocuments(Database &database, QString ownerRole)
        : m_database(database)
        , m_ownerRole(std::move(ownerRole))
    {
    }

    static QVector<Database::Migration> migrations();

    /// Nothing where no document has that id.
    Result<std::optional<ServedDocument>> find(ResourceKind kind, const QString &id);

    /// The documents whose externalId is @p external, as JSON.
    Result<QByteArrayList> withExternalId(ResourceKind kind, const QString &external);

    /// @p document has an id that is free.
    Result<ServedDocument> insert(ResourceKind kind, const QJsonObject &document);

    /// Puts @p document, whose id does not change, in the place of @p before.
    Result<ServedDocument> replace(ResourceKind kind, const ServedDocument &before,
                                   const QJsonObject &document);

    Result<void> remove(ResourceKind kind, const ServedDocument &document);

    Result<bool> isEmpty();

    /// Passes over revisions that may have been seen though the machine went down before they were on the
    /// disk: an ETag never means two things.
    Result<void> skipRevisions();

    Database &database() { return m_database; }

private:
    struct Reference;
    Result<qint64> nextRevision();
    Result<ServedDocument> write(QSqlQuery &query, ResourceKind kind, const QJsonObject &document);
    static QVector<Reference> referencesOf(const QJsonObject &document);
    Result<void> addReferences(ResourceKind kind, const QVector<Reference> &references,
                               const ServedDocument &document);
    Result<void> removeReferences(ResourceKind kind, const QVector<Reference> &references,
                                  const ServedDocument &document);
    Result<ServedDocument> replaceReferences(ResourceKind kind, const ServedDocument &before,
                                             const QVector<Reference> &references,
                                             const ServedDocument &written);

    Database &m_database;
    QString m_ownerRole;
};

} // namespace salesbench
