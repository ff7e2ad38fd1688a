// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/column.h"

namespace salesbench {

/// The text of a cell in the user's number and date format; empty where the document says nothing.
QString cellText(const ListRow &row, ResourceKind kind, Column column, const QDateTime &now);
/// What a pointer resting on the cell is told beyond its text; mostly empty.
QString cellHint(const ListRow &row, Column column);
/// What a screen reader says: words also where the screen shows a sign.
QString cellSpeech(const ListRow &row, ResourceKind kind, Column column, const QDateTime &now);

} // namespace salesbench
