// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"

#include <QMap>
#include <QSet>

#include <mutex>

namespace salesbench {

/// Rows that changed, of every kind. Beyond a few hundred they are too many to name.
class ChangedRows {
public:
    void add(ResourceKind kind, RowId row);
    void addAll(ResourceKind kind);
    void add(const ChangedRows &other);
    void clear() { m_kinds.clear(); }
    bool isEmpty() const { return m_kinds.isEmpty(); }
    QList<ResourceKind> kinds() const { return m_kinds.keys(); }
    /// Empty: too many to name.
    QVector<RowId> rows(ResourceKind kind) const;

private:
    struct Rows {
        QSet<RowId> named;
        bool all = false;
    };
    QMap<ResourceKind, Rows> m_kinds;
};

/// Carries changes from the writer's thread to its own, where it emits WorkspaceQueries::changed(): what
/// happened while that thread was busy comes as one.
class ChangeBell : public QObject {
public:
    explicit ChangeBell(WorkspaceQueries &queries)
        : m_queries(queries)
    {
    }

    /// From any thread.
    void ring(const ChangedRows &changes);

private:
    void deliver();

    WorkspaceQueries &m_queries;
    std::mutex m_mutex;
    ChangedRows m_changes;
};

} // namespace salesbench
