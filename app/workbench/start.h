// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/desk.h"
#include "ui/shell/startchoice.h"

namespace salesbench {

/// What the start has to offer here and now; the profile in the folder @p open is at work.
StartOffer startOffer(const QString &open = {});

/// What to open for a choice made at the start. Each server and person have a profile of their own.
DeskPlan planFor(const StartChoice &choice);

/// As it knows its server, its person, and how they sign in.
DeskPlan planForProfile(const QString &folder);

/// What the command line names; nothing where it leaves that open.
std::optional<DeskPlan> givenPlan(const Options &options);

/// What the user chose and does not want to be asked again. Nothing when they have to be.
std::optional<DeskPlan> keptPlan();

/// Asks until there is something that can be opened, beside @p open where one is at work. Nothing when the
/// user would rather not. Runs the event loop.
std::optional<DeskPlan> askForPlan(const DeskTools &tools, const Desk *open = nullptr);

} // namespace salesbench
