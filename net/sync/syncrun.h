// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/synccontext.h"

namespace salesbench {

enum class SyncExtent {
    Full,
    Recent, ///< what came or moved since the last pull; where the server cannot tell, nothing
    SendOnly, ///< what the user did just now; nothing is pulled
};

/// One synchronisation from beginning to end, on the calling thread.
QCoro::Task<SyncSummary> runSync(SyncContext context, SyncExtent extent);

} // namespace salesbench
