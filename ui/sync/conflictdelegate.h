// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace salesbench {

/// Paints a conflict: the side that stands in a frame, and for every open part three buttons beside each other.
class ConflictDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Of the button @p number, from 0, in the cell @p cell.
    static QRect buttonRect(const QRect &cell, int number);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

Q_SIGNALS:
    /// Mine, theirs, edit.
    void pressed(int row, int number);
};

} // namespace salesbench
