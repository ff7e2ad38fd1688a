// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/column.h"
#include "models/items/listreader.h"
#include "models/items/roles.h"
#include "models/items/rowcache.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <functional>
#include <optional>

namespace salesbench {

/// A window on a list of any length: it holds the order as row ids (8 bytes each) and the rows around what
/// is being looked at. What is not here yet answers at once with LoadingRole and is read; see ItemRole.
///
/// Changes of the workspace come in as few inserts, removals and moves; a reset happens for a new query only.
class ResourceTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Phase {
        Loading, ///< the list of the present query has not come yet; the rows are the last query's
        Ready,
        Failed, ///< problem() says why; reload() tries again
    };

    ResourceTableModel(WorkspaceQueries &queries, ResourceKind kind, std::function<QDateTime()> now,
                       QObject *parent = nullptr);

    ResourceKind kind() const { return m_query.kind; }
    const ListQuery &query() const { return m_query; }
    /// Nothing is asked when these are already set. The first call starts reading.
    void setFilter(const ListFilter &filter);
    void setSort(const QVector<SortKey> &keys);
    void setFilterAndSort(const ListFilter &filter, const QVector<SortKey> &keys);
    void reload();
    /// Gives up the list that is being read: there are no rows then, and the phase is Failed until reload().
    void stop();

    Phase phase() const { return m_phase; }
    const std::optional<Problem> &problem() const { return m_problem; }
    /// Whether every row's place is known, and so find() finds it.
    bool isOrderKnown() const { return m_isOrderKnown; }

    RowId rowId(int row) const { return m_order.value(row, 0); }
    /// The place of @p row; -1 when it is not in the list or its place is not known yet.
    int find(RowId row) const;
    /// What is here of a row; nullptr while it is being read.
    const ListRow *row(int row) const { return m_cache.find(rowId(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void phaseChanged();
    /// A new query's list stands: its first rows, and later its whole order.
    void listChanged();
    void orderKnown();
    /// Anything of the list changed, its size or its content: sums and counts are to be read again.
    void contentChanged();
    /// The server brought other content for rows that are here and have no edits of the user's own.
    void changedElsewhere(const QVector<salesbench::RowId> &rows);

private:
    void setPhase(Phase phase, std::optional<Problem> problem = {});
    void takeHead(const ListHead &head);
    void takeOrder(const QVector<RowId> &order);
    void applyOrder(const QVector<RowId> &order);
    void applyMixed(const QVector<RowId> &order);
    void takeChanges(ResourceKind kind, const QVector<RowId> &rows);
    void takeChangedRows(const QVector<RowId> &asked, const Result<QVector<ListRow>> &answer);
    bool canMove(const ListRow &row) const;
    bool isFromElsewhere(const ListRow &row) const;
    QVariant cell(const ListRow &row, Column column, int role) const;
    void touch(int row) const;
    void readTouched();
    void tell(const QVector<RowId> &rows);

    WorkspaceQueries &m_queries;
    std::function<QDateTime()> m_now;
    ListQuery m_query;
    bool m_hasQuery = false;
    Phase m_phase = Phase::Loading;
    std::optional<Problem> m_problem;
    QVector<RowId> m_order;
    bool m_isOrderKnown = false;
    mutable RowCache m_cache;
    mutable QTimer m_touchTimer;
    mutable int m_firstTouched = -1;
    mutable int m_lastTouched = -1;
    int m_windowStart = 0; ///< of the rows last wanted
    int m_windowEnd = 0;
    ListReader m_reader;
};

} // namespace salesbench
