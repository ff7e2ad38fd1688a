// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/synccontext.h"

namespace salesbench {

/// Takes every document of @p kind into the workspace, page by page, the next one on its way while the store
/// takes the present one, and asks for each that did not come whether it is gone. Goes on where an earlier
/// pull stopped. Adds to @p summary; the failure that ended it, if one did.
QCoro::Task<std::optional<RestFailure>> pull(SyncContext &context, ResourceKind kind, SyncSummary &summary);

} // namespace salesbench
