// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/simulation.h"

namespace salesbench::faults {

/// Where the network makes two documents of a creation: its maker stands for the elder, is asked about every
/// other one, and what was typed into a younger one meanwhile has come to the elder.
QStringList twinVerdict(World &world, const std::vector<std::unique_ptr<SimClient>> &clients);

} // namespace salesbench::faults
