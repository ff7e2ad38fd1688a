// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"

#include <QElapsedTimer>
#include <QTimer>

namespace salesbench {

/// Reads which rows a list holds: first its size and what fills a screen, then the whole order, and the
/// order again when the workspace changed. What an earlier query still owes is dropped.
class ListReader : public QObject {
    Q_OBJECT

public:
    explicit ListReader(WorkspaceQueries &queries, QObject *parent = nullptr);
    ~ListReader() override;

    void read(const ListQuery &query);
    /// Calls while changes pour in share one reading, and readings rest twice as long as they took.
    void refresh();
    /// What was asked for is not told any more.
    void cancel();

Q_SIGNALS:
    void headRead(const salesbench::ListHead &head);
    void orderRead(const QVector<salesbench::RowId> &order);
    void failed(const salesbench::Problem &problem);

private:
    void takeHead(const Result<ListHead> &head);
    void readOrder();
    void takeOrder(const Result<QVector<RowId>> &order);

    WorkspaceQueries &m_queries;
    ListQuery m_query;
    quint64 m_turn = 0; ///< answers of an earlier turn are dropped
    QFuture<Result<ListHead>> m_head;
    QFuture<Result<QVector<RowId>>> m_order;
    bool m_isReading = false;
    bool m_isOutdated = false;
    QTimer m_rest;
    QElapsedTimer m_clock;
    qint64 m_took = 0; ///< ms, of the last order
};

} // namespace salesbench
