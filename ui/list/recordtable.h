// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

#include <QPersistentModelIndex>
#include <QTableView>
#include <QTimer>

namespace salesbench {

class ResourceTableModel;
class RowDelegate;
class RowFlash;
class SortHeader;
class TableColumns;

/// A list of documents of any length: it asks the model for what is in sight and for nothing more. Selection
/// and scroll position survive every change of the rows; columns are as the plan has them.
class RecordTable : public QTableView {
    Q_OBJECT

public:
    /// More rows are not selected at once: what is done to them is one change, which has to fit in memory.
    static constexpr int MaxSelection = 5000;

    explicit RecordTable(ResourceTableModel &model, QWidget *parent = nullptr);

    TableColumns &columns() const { return *m_columns; }
    SortHeader &sortHeader() const { return *m_header; }

    /// Not one index for each row is made for this.
    int selectedCount() const;
    /// In the list's order.
    QVector<RowId> selectedIds() const;
    /// Selects that row alone, makes it current and scrolls to it.
    void showRow(int row);
    /// Goes @p by rows down, to the nearest row where the current one has gone.
    void step(int by);
    /// Selects from the current row to @p row and goes there.
    void extendTo(int row);
    void selectAll() override;
    /// A letter would look through every row for a name.
    void keyboardSearch(const QString &) override { }

Q_SIGNALS:
    /// Another row is the current one because someone went there; not when the one before has gone.
    void wentTo(int row);
    void selectionTouched();
    void selectionLimited();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void connectRows();
    void connectHeader();
    void keepPlace();
    void restorePlace();
    void trimSelection();
    void takeColumns();
    void setHovered(int row);
    void paintGhosts();
    void watchLoading();

    ResourceTableModel &m_records;
    RowFlash *m_flash = nullptr;
    RowDelegate *m_delegate = nullptr;
    SortHeader *m_header = nullptr;
    TableColumns *m_columns = nullptr;
    bool m_rowsLeave = false; ///< the model moves the current row away from one that goes
    int m_lastRow = 0; ///< where the current row was last seen
    int m_hovered = -1;
    QPersistentModelIndex m_anchor; ///< the row that stays at its height
    int m_anchorTop = 0;
    QTimer m_patience; ///< before grey bars stand for what is being read
    bool m_barsShown = false;
};

} // namespace salesbench
