// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/syncjournal.h"

namespace salesbench {

/// Removes the workspace in @p folder and who worked with it; the folder, too, where nothing else is in it. What
/// was set aside of a damaged file stays, because it may hold what was never sent. Storage where somebody has
/// the workspace open, or a file cannot be removed.
Result<void> removeProfile(const QString &folder);

/// "3 documents have changes that were never sent."; empty where all is on the server.
QString unsentText(const SyncJournal::Counts &counts);

} // namespace salesbench
