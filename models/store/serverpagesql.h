// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverpages.h"

namespace salesbench {

// The parts of the statements that answer a ServerPageQuery.

/// "WHERE …", for the values of valuesOf().
QString whereOf(const ServerPageQuery &query);
QVariantList valuesOf(const ServerPageQuery &query);

/// "ORDER BY …"
QString orderOf(const ServerPageQuery &query);

/// What stands behind the table's name so that documents are found by their values of @p column, or walked
/// in its order. SQLite, which keeps no statistics here, would often choose another index.
QString indexOf(ServerColumn column);

/// True where the table of tallies has @p column.
bool isTallied(ServerColumn column);

/// How many values of @p column a million documents have, by the nature of the attribute: the higher, the
/// sooner documents are found by it.
int varietyOf(ServerColumn column);

} // namespace salesbench
