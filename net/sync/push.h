// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/synccontext.h"

namespace salesbench {

/// Sends what is due until nothing is, a few resources beside each other, and adds to @p summary. False when
/// nothing more can be done in this synchronisation; the problem stands in the summary.
QCoro::Task<bool> push(SyncContext &context, SyncSummary &summary);

} // namespace salesbench
