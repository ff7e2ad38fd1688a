// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

namespace salesbench {

/// What a document in conflict has here and what the server has, a line for each attribute that both changed:
/// "Rating Hot → Cold". @p record is a conflict's.
QString conflictText(const Record &record);

} // namespace salesbench
