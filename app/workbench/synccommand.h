// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/commandline.h"
#include "app/workbench/console.h"
#include "app/workbench/openprofile.h"
#include "app/workbench/secrets.h"
#include "net/sync/synchronisation.h"

namespace salesbench {

/// One full synchronisation of @p profile with its server, told in one line of JSON.
ExitCode runSync(const Options &options, OpenProfile &profile, Secrets &secrets);

/// The line: {"pulled", "pushed", "conflicts", "refused", "waiting", "documents": {"salesLead", …}}.
QByteArray toLine(const SyncSummary &summary);

/// What is left of the work, in a sentence; empty when nothing is.
QString leftSentence(const SyncSummary &summary);

} // namespace salesbench
