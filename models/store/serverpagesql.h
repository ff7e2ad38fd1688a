// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverpages.h"

namespace salesbench {

// The parts of the statements that answer a ServerPageQuery.

/// "WHERE …", for the values of valuesOf(). What documents refer to is looked up for each of them, except for
/// the column @p found: by that, the documents are found.
QString whereOf(const ServerPageQuery &query, std::optional<ServerColumn> found = {});
QVariantList valuesOf(const ServerPageQuery &query);

/// "ORDER BY …", or the same the other way round.
QString orderOf(const ServerPageQuery &query, bool fromEnd = false);

/// How many documents refer to what the only condition of @p query asks for, again for valuesOf().
QString countOfReferences(const ServerPageQuery &query);

/// What stands behind the table's name so that documents are found by their values of @p column, or walked
/// in its order. SQLite, which keeps no statistics here, would often choose another index.
QString indexOf(ServerColumn column);

/// True where indexOf() has the values of @p column too, so that nothing must be looked up.
bool hasInIndex(ServerColumn indexed, ServerColumn column);

/// Like indexOf(), among the documents of one state, rating and priority; empty where no index is for that.
QString indexWithin(ServerColumn column);

/// Like indexOf(), among the documents of one value of @p tallied, in the order of their ids.
QString indexById(ServerColumn tallied);

/// True where the table of tallies has @p column.
bool isTallied(ServerColumn column);

/// True where the table of references has @p column.
bool isReference(ServerColumn column);

/// How many values of @p column a million documents have, by the nature of the attribute: the higher, the
/// sooner documents are found by it.
int varietyOf(ServerColumn column);

} // namespace salesbench
