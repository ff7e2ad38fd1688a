// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

namespace salesbench {

/// The tables of a TMF server: documents with the columns that lists filter and sort by, how many there are
/// of each kind, and first answers.
QVector<Database::Migration> serverMigrations();

/// For the connection that writes, as long as it lives: the disk is not asked for what was just written.
Result<void> prepareForManyWrites(Database &database);

} // namespace salesbench
