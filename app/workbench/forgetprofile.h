// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/secrets.h"
#include "ui/shell/knownprofile.h"
#include "ui/widgets/context.h"

namespace salesbench {

/// Removes the profile, its documents and what signs its person in, from this computer, once the user has
/// said yes to a question that tells what would be lost by it. False where it stays, which has been said by
/// then: where it cannot be told what was not sent, nothing is removed. Runs the event loop.
bool forgetProfile(const KnownProfile &profile, Dialogs &dialogs, Secrets &secrets, QWidget *parent);

} // namespace salesbench
