// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"

namespace salesbench {

/// Copies the database @p file as it is at one moment to @p copy, also while another process writes it; who
/// does is not held up. @p copy appears whole, on the disk, or not at all. BadInput: there is no such file,
/// or
/// @p copy is there already; Storage: what SQLite or the disk say.
Result<void> backUp(const QString &file, const QString &copy);

} // namespace salesbench
