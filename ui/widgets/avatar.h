// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QRect>
#include <QString>

class QPainter;

namespace salesbench {

struct Theme;

/// A person's disc with white initials; a dashed ring where @p personId is empty: nobody.
void paintAvatar(QPainter &painter, const QRectF &disc, const QString &personId, const QString &name,
                 const Theme &theme);

/// The same as a picture of @p size logical pixels.
QPixmap avatarPixmap(const QString &personId, const QString &name, int size, qreal devicePixelRatio,
                     const Theme &theme);

} // namespace salesbench
