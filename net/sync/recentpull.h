// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/synccontext.h"

namespace salesbench {

/// Takes in the documents of @p kind that were created or changed their state since the last pull, where the
/// server filters by date (TMF630). Other changes have no date of their own: they are left to a full pull, as
/// is all that does not come on one page. Nothing before the first full pull.
QCoro::Task<std::optional<RestFailure>> pullRecent(SyncContext &context, ResourceKind kind,
                                                   SyncSummary &summary);

} // namespace salesbench
