// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figures.h"

#include <QFontMetrics>
#include <QPainter>

namespace salesbench {

namespace {

int advance(const QFontMetrics &metrics, QChar character)
{
    return metrics.horizontalAdvance(character.isDigit() ? QChar(u'0') : character);
}

} // namespace

int figureWidth(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(font);
    int width = 0;
    for (QChar character : text)
        width += advance(metrics, character);
    return width;
}

void paintFigure(QPainter &painter, const QRect &rect, const QString &text)
{
    const QFontMetrics metrics(painter.font());
    int right = rect.right() + 1;
    for (auto character = text.crbegin(); character != text.crend(); ++character) {
        const int width = advance(metrics, *character);
        right -= width;
        painter.drawText(QRect(right, rect.top(), width, rect.height()),
                         Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine, *character);
    }
}

} // namespace salesbench
