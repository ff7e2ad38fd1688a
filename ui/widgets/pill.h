// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"
#include "ui/widgets/theme.h"

#include <QSize>

class QPainter;
class QRect;

namespace salesbench {

/// A short word with a glyph on a tinted ground. The glyph's shape carries the meaning too, so that nothing
/// depends on colour alone.
struct Pill {
    QString text;
    QString icon; ///< of ui/widgets/icons.h
    PillColors colors;
    bool outlined = false;
};

/// How a document stands towards the server: "Waiting", "Conflict". Empty text for SyncState::Synced.
Pill syncPill(SyncState state, const Theme &theme);

/// @p text is the state's word on the screen.
Pill statePill(State state, const QString &text, const Theme &theme);

/// Left in @p rect, vertically centred, the text elided where the room is short.
void paintPill(QPainter &painter, const QRect &rect, const Pill &pill, const Theme &theme,
               bool selected = false);

/// What paintPill() needs to show the whole text.
QSize pillSize(const Pill &pill);

} // namespace salesbench
