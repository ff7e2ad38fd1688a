// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"

#include <QCache>
#include <QSet>

namespace salesbench {

/// The rows around what is being looked at, read as they are wanted. Holds at most Capacity of them.
class RowCache : public QObject {
    Q_OBJECT

public:
    static constexpr int Capacity = 1024; ///< about 2 KiB each

    RowCache(WorkspaceQueries &queries, ResourceKind kind, QObject *parent = nullptr);
    ~RowCache() override;

    /// The row as it was last read, perhaps outdated; nullptr when it has not been.
    const ListRow *find(RowId row) const;
    bool isFresh(RowId row) const;

    /// Reads those of @p rows that are not fresh. A later call replaces what an earlier one has not begun to
    /// read; what is being read but no longer wanted is cancelled.
    void want(const QVector<RowId> &rows);

    void put(const ListRow &row);
    /// From now on these are read again when wanted; until then their old content is shown.
    void outdate(const QVector<RowId> &rows);
    void outdateAll();
    void clear();

Q_SIGNALS:
    /// @p rows were read; find() has nothing for those that are gone.
    void arrived(const QVector<salesbench::RowId> &rows);
    void failed(const salesbench::Problem &problem);

private:
    struct Entry {
        ListRow row;
        quint64 age = 0; ///< of which outdateAll() it has seen
    };
    void readNext();
    void cancel();
    void take(const QVector<RowId> &asked, const Result<QVector<ListRow>> &answer);

    WorkspaceQueries &m_queries;
    ResourceKind m_kind;
    QCache<RowId, Entry> m_rows{Capacity};
    quint64 m_age = 1;
    QVector<RowId> m_wanted;
    QSet<RowId> m_reading;
    QFuture<Result<QVector<ListRow>>> m_future;
    quint64 m_turn = 0;
};

} // namespace salesbench
