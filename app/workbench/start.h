// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/desk.h"
#include "ui/shell/startchoice.h"

namespace salesbench {

/// What the start has to offer here and now.
StartOffer startOffer();

/// What to open for a choice made at the start. Each server and person have a profile of their own.
DeskPlan planFor(const StartChoice &choice);

/// What to open at the first start of the program: what the command line names, else what the user chose and
/// does not want to be asked again. Nothing when they have to be asked.
std::optional<DeskPlan> planWithoutAsking(const Options &options);

/// Asks until there is something that can be opened. Nothing when the user would rather not begin. Runs the
/// event loop.
std::optional<DeskPlan> askForPlan(Dialogs &dialogs);

} // namespace salesbench
