// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/simulation.h"

namespace salesbench::faults {

/// All is quiet: looks at the server, every workbench, and what users did. Counts in @p totals.
QStringList verdict(World &world, const std::vector<std::unique_ptr<SimClient>> &clients, Totals &totals);

/// How many documents wait for others that are stopped.
int waitingForUsers(SimClient &client);

} // namespace salesbench::faults
