// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/column.h"

#include <QHeaderView>

namespace salesbench {

/// The head of a list. A click sorts by the column or turns its order around; with Ctrl or Shift the column
/// joins the others that are sorted by. Columns are dragged to move and to size.
class SortHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit SortHeader(QWidget *parent = nullptr);

    void setKeys(const QVector<SortKey> &keys);
    const QVector<SortKey> &keys() const { return m_keys; }
    /// The column that has the rows' marks at its left, and so its text further right.
    void setLeadColumn(int column);
    /// What a click on @p column asks for.
    QVector<SortKey> keysAfterClick(Column column, bool further) const;

Q_SIGNALS:
    void sortRequested(const QVector<salesbench::SortKey> &keys);
    /// The mouse let go of a column's edge or of a column.
    void arranged();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int paintMark(QPainter &painter, const QRect &room, int place, Column column, bool atLeft) const;

    QVector<SortKey> m_keys;
    int m_lead = -1;
    bool m_further = false; ///< the mouse button went up with a key that adds to the sorting
};

} // namespace salesbench
