// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/synccontext.h"

namespace salesbench {

/// Absence from a list is no deletion: asks for each document that the last pull did not bring, and takes out
/// those that the server says are gone (404, 410). Adds to @p summary; the failure that ended it, if one did.
QCoro::Task<std::optional<RestFailure>> confirmAbsence(SyncContext &context, ResourceKind kind,
                                                       SyncSummary &summary);

/// Asks for one document and takes it in, or that it is gone.
QCoro::Task<std::optional<RestFailure>> askFor(SyncContext &context, ResourceKind kind, QString id,
                                               SyncSummary &summary);

} // namespace salesbench
