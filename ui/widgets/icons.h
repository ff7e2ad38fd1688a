// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QStringList>

namespace salesbench {

/// What an icon is drawn in: a colour of the theme that the application has at the moment of painting.
enum class IconInk { Secondary, Muted, Text, Accent, OnAccent, Danger };

/// A line icon of resources/icons by its file's name: "leads". It follows the theme by itself, is muted when
/// disabled and in the accent's colour while its button is checked. An unknown name gives an empty icon.
QIcon icon(const QString &name, IconInk ink = IconInk::Secondary);

/// The same drawing in any colour, @p size logical pixels wide and high; lines are 1.3 px at every size up to
/// 20. Null for an unknown name.
QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio = 1.0);

/// The product's tile in the colours of the theme.
QPixmap appTile(int size, qreal devicePixelRatio = 1.0);

/// The product's icon for windows and desktops.
QIcon appIcon();

/// Every name that icon() knows.
QStringList iconNames();

} // namespace salesbench
