// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <functional>

namespace salesbench {

/// Asks @p wanted now and then while @p database reads, and ends what it reads with Problem::Cancelled where
/// that says no longer. @p wanted outlives the database's reading.
void interruptUnless(Database &database, const std::function<bool()> &wanted);

} // namespace salesbench
