// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/syncjournal.h"
#include "models/store/writertables.h"

namespace salesbench {

/// Takes the server's documents in. Runs on the writer's thread within its transaction.
class Puller {
public:
    explicit Puller(WriterTables &tables)
        : m_tables(tables)
        , m_now(tables.surroundings.now())
    {
    }

    Result<PullCounts> takePage(ResourceKind kind, const QVector<RemoteDocument> &page);
    Result<void> takeGone(ResourceKind kind, const QString &serverId);

    /// Another role counts as the owner's from now on: fills the columns of up to @p count documents behind
    /// @p row, and returns the last one's row; 0 at the end.
    Result<RowId> refreshOwners(RowId row, int count);

private:
    struct Known;
    Result<Known> find(ResourceKind kind, const QString &serverId);
    Result<void> takeOne(ResourceKind kind, const RemoteDocument &remote);
    Result<void> insertNew(ResourceKind kind, const RemoteDocument &remote);
    Result<void> takeChanged(const Record &before, const RemoteDocument &remote);
    Result<std::optional<Record>> findCreation(ResourceKind kind, const RemoteDocument &remote);
    Result<void> adopt(const Record &before, const RemoteDocument &remote);
    Result<void> keepEtag(const Known &known, const QString &etag);
    Result<void> write(const Record &before, const Record &after);
    Result<void> remove(const Record &record);

    WriterTables &m_tables;
    QDateTime m_now;
    PullCounts m_counts;
    QVector<RowId> m_seen;
    RowId m_original = 0; ///< of whose creation the present document is another one
};

} // namespace salesbench
