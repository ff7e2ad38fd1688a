// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QRect>

class QPainter;
class QStyleOptionViewItem;

namespace salesbench {

/// What painting a cell of a list needs besides the cell. The painter's font and pen are left changed.
struct CellBrush {
    QPainter &painter;
    const Theme &theme;
    bool isSelected = false;
    QRect room; ///< within the cell's padding

    QColor muted() const { return isSelected ? theme.text2 : theme.text3; }
    /// One line, vertically centred, with an ellipsis at its end where there is no room.
    void text(const QString &text, const QColor &color, const QFont &font,
              Qt::Alignment alignment = Qt::AlignLeft) const;
    /// At the right, in digits of one width.
    void figure(const QString &text, const QColor &color, const QFont &font) const;
    void icon(const QString &name, const QColor &color, const QPoint &at, int size) const;
};

/// How a row stands to selection and mouse, and the line below it.
void paintRowGround(QPainter &painter, const QRect &cell, bool isSelected, bool isHovered, const Theme &theme);

/// Left of a selected row: in the accent while its list has the keys.
void paintSelectionBar(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme);

/// Around the cell that has the keys.
void paintFocusFrame(QPainter &painter, const QRect &cell, const Theme &theme);

} // namespace salesbench
