// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/columnplan.h"

#include <QObject>

class QMenu;

namespace salesbench {

class SortHeader;

/// Brings a plan of columns and the head of a list together: what is planned shows as far as there is room,
/// and what is moved and sized with the mouse becomes part of the plan.
class TableColumns : public QObject {
    Q_OBJECT

public:
    TableColumns(ResourceKind kind, SortHeader &header, QObject *parent);

    const ColumnPlan &plan() const { return m_plan; }
    void setPlan(const ColumnPlan &plan);
    void reset();
    /// There are @p width pixels now.
    void fit(int width);
    /// From the left.
    const QVector<FittedColumn> &shown() const { return m_shown; }
    bool isShown(Column column) const;
    /// Shows a column whatever room there is, or hides it. The name always stays.
    void setShown(Column column, bool shown);
    /// Fills @p menu with what chooses the columns.
    void fillMenu(QMenu *menu);

Q_SIGNALS:
    /// Other columns are shown, elsewhere or in other sizes.
    void fitted();

private:
    void takeMove(int column, int to);
    void takeSize(int column, int size);

    ResourceKind m_kind;
    SortHeader &m_header;
    ColumnPlan m_plan;
    QVector<FittedColumn> m_shown;
    int m_width = 0;
    bool m_arranging = false; ///< it is not the user who moves columns
};

} // namespace salesbench
