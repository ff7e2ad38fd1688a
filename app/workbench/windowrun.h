// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/commandline.h"
#include "app/workbench/console.h"

namespace salesbench {

/// The workbench with its window, until the user quits; with --screenshots, until the pictures are written.
/// What cannot be opened is said on the screen, where there is one, and on standard error.
ExitCode runWindow(int &argc, char **argv, const Options &options);

} // namespace salesbench
