// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/latestdocuments.h"
#include "models/store/rowformat.h"

#include <optional>

namespace salesbench {

/// Reads and writes documents together with what lists and the search know of them; writes only what changed,
/// because every index costs. Belongs to the writer's thread; callers bring the transaction.
class DocumentRows {
public:
    DocumentRows(Database &database, QString ownerRole)
        : m_database(database)
        , m_ownerRole(std::move(ownerRole))
    {
    }

    /// By local id, or by the server's.
    Result<std::optional<Record>> find(ResourceKind kind, const QString &id);
    Result<std::optional<Record>> findLocal(const QString &localId);
    Result<std::optional<Record>> findServer(ResourceKind kind, const QString &serverId);
    Result<std::optional<Record>> at(RowId row);
    static constexpr int MostReferrers = 1000; ///< where all are meant
    /// Those with unsent changes that name the document @p localId.
    Result<QVector<Record>> referringTo(const QString &localId, int limit);

    /// A row of 0 is replaced by a new one.
    Result<void> insert(Record &record);

    /// @p before is what stands there now.
    Result<void> replace(const Record &before, const Record &after);

    /// Changes nothing else, and reads no document for it.
    Result<void> setSync(RowId row, SyncState state);

    /// Removes every trace but the history.
    Result<void> remove(const Record &record);

    /// Fills the columns of @p record that hang on who counts as owner; whether any was different.
    Result<bool> refreshOwner(const Record &record);

private:
    Result<std::optional<Record>> one(const QString &condition, const QVariantList &values);
    Result<void> insertSummary(const Record &record);
    Result<void> updateSummary(const Record &record, const Summary &before, const Summary &after);
    Result<void> removeSummary(const Record &record);
    Result<void> insertText(const Record &record, const QString &text);
    Result<void> removeText(const Record &record, const QString &text);
    Result<void> replaceShown(const Record &before, const Record &after);
    Summary summaryOf(const Record &record) const;

    Database &m_database;
    QString m_ownerRole;
    LatestDocuments m_latest;
};

} // namespace salesbench
