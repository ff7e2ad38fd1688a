// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/rowformat.h"

namespace salesbench {

/// Which documents the newest pull has met: one bit for each row, so that meeting a document again writes
/// next to nothing.
class SeenRows {
public:
    explicit SeenRows(Database &database)
        : m_database(database)
    {
    }

    Result<void> clear(ResourceKind kind);
    Result<void> add(ResourceKind kind, const QVector<RowId> &rows);

    /// Server ids of documents that were not met, at most @p limit.
    Result<QStringList> unseen(ResourceKind kind, int limit);

private:
    Result<QByteArray> chunk(ResourceKind kind, qint64 number);
    Result<void> write(ResourceKind kind, qint64 number, const QByteArray &bits);

    Database &m_database;
};

} // namespace salesbench
