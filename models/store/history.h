// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/rowformat.h"

namespace salesbench {

/// Writes the history of documents: who changed what. Nothing is ever taken out of it.
class History {
public:
    /// @p author is who edits here.
    History(Database &database, const QString &author)
        : m_database(database)
        , m_author(author.isNull() ? QStringLiteral("") : author)
    {
    }

    /// The whole document was made or deleted.
    Result<void> noteWhole(RowId row, const QDateTime &when, const QString &title);

    /// One line for each first-level attribute that differs; the id is none that anyone changed.
    Result<void> noteChanges(RowId row, const QDateTime &when, const QString &title,
                             const QJsonObject &before, const QJsonObject &after);

    /// The same for what the server changed, and for what it deleted.
    Result<void> noteServerChanges(RowId row, const QDateTime &when, const QJsonObject &before,
                                   const QJsonObject &after);
    Result<void> noteServerDeletion(RowId row, const QDateTime &when);

private:
    Result<void> write(RowId row, const AuditEntry &entry);
    Result<void> writeChanges(RowId row, AuditEntry entry, const QJsonObject &before,
                              const QJsonObject &after);

    Database &m_database;
    QString m_author;
};

} // namespace salesbench
