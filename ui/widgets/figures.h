// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFont;
class QPainter;
class QRect;

namespace salesbench {

// Digits of one width, so that figures in a column stand under each other. Inter's own differ, and Qt before
// 6.7 cannot ask the font for its tabular ones.

int figureWidth(const QFont &font, const QString &text);
/// At the right of @p rect, vertically centred, in the painter's font and pen.
void paintFigure(QPainter &painter, const QRect &rect, const QString &text);

} // namespace salesbench
