// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/store/database.h"

namespace salesbench {

// What is read of single documents.

/// In the order asked for; what is gone, or of another kind, is left out.
Result<QVector<ListRow>> readRows(Database &database, ResourceKind kind, const QVector<RowId> &rows);

Result<QVector<FieldValue>> readValues(Database &database, ResourceKind kind, Field field, int limit);

/// By local or server id.
Result<Record> readRecord(Database &database, ResourceKind kind, const QString &id);

/// Newest first. Empty for an unknown document.
Result<QVector<AuditEntry>> readHistory(Database &database, ResourceKind kind, const QString &id, int limit);

/// As WorkspaceQueries::pending.
Result<QVector<PendingChange>> readPending(Database &database, int limit, const QVector<SyncState> &states = {});

/// As WorkspaceQueries::pendingCounts.
Result<QMap<SyncState, qint64>> countPending(Database &database);

Result<QVector<Referrer>> readReferrers(Database &database, const QString &localId, int limit);

} // namespace salesbench
