// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/commandline.h"
#include "app/workbench/console.h"

namespace salesbench {

/// Does what needs no window: sync, apply, export, help and version. Speaks on the console; runs the event
/// loop of the application, which is there.
ExitCode runCommand(const Options &options);

} // namespace salesbench
