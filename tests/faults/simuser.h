// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/simclient.h"

namespace salesbench::faults {

/// The next thing that the person at @p client does, by chance.
void actAsUser(World &world, SimClient &client);

/// What somebody does at the server itself.
void actAsOther(World &world);

/// What the server has before anybody comes.
void fillServer(World &world);

} // namespace salesbench::faults
