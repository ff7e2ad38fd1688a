// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/synccontext.h"

namespace salesbench {

/// A document on the server that has all of @p body: by its name, where the server can filter, else by
/// reading the whole list. Nothing when there is none.
QCoro::Task<RestResult<std::optional<RemoteDocument>>> findTwin(SyncContext &context, ResourceKind kind,
                                                                QJsonObject body);

} // namespace salesbench
