// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cellbrush.h"

#include "ui/widgets/figures.h"
#include "ui/widgets/icons.h"

#include <QPainter>
#include <QStyleOptionViewItem>
#include <QWidget>

namespace salesbench {

namespace {

constexpr int CellBar = 3;

} // namespace

void CellBrush::text(const QString &text, const QColor &color, const QFont &font, Qt::Alignment alignment) const
{
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(room, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

void CellBrush::figure(const QString &text, const QColor &color, const QFont &font) const
{
    painter.setFont(font);
    painter.setPen(color);
    paintFigure(painter, room, text);
}

void CellBrush::icon(const QString &name, const QColor &color, const QPoint &at, int size) const
{
    painter.drawPixmap(at, iconPixmap(name, color, size, painter.device()->devicePixelRatioF()));
}

void paintRowGround(QPainter &painter, const QRect &cell, bool isSelected, bool isHovered, const Theme &theme)
{
    painter.fillRect(cell, isSelected ? theme.sel : isHovered ? theme.hover : theme.base);
    painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.hair);
}

void paintSelectionBar(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const bool hasKeys = option.widget && option.widget->hasFocus();
    painter.fillRect(QRect(option.rect.topLeft(), QSize(CellBar, option.rect.height())),
                     hasKeys ? theme.accent : theme.text3);
}

void paintFocusFrame(QPainter &painter, const QRect &cell, const Theme &theme)
{
    painter.setPen(QPen(theme.focus, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cell.adjusted(1, 1, -2, -3));
}

} // namespace salesbench
