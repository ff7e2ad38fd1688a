// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"
#include "ui/list/pacer.h"

namespace salesbench {

/// How many documents each of several looks at a list has.
class ListCounter : public QObject {
    Q_OBJECT

public:
    ListCounter(WorkspaceQueries &queries, ResourceKind kind, QVector<ListFilter> views, QObject *parent = nullptr);

    void refresh() { m_pacer.ask(); }
    /// -1 until it is known.
    qint64 count(int view) const { return m_counts.value(view, -1); }

Q_SIGNALS:
    void counted();

private:
    void read();

    WorkspaceQueries &m_queries;
    ResourceKind m_kind;
    QVector<ListFilter> m_views;
    QVector<qint64> m_counts;
    qsizetype m_waiting = 0;
    Pacer m_pacer;
};

} // namespace salesbench
