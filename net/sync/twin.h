// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/synccontext.h"

namespace salesbench {

/// What a creation without an answer may have left on a server.
struct Twins {
    std::optional<RemoteDocument> marked; ///< it has the marker: this is it
    std::optional<RemoteDocument> alike; ///< it has all of the body
};

/// Looks by name, where the server can filter, else reads the whole list.
QCoro::Task<RestResult<Twins>> findTwins(SyncContext &context, ResourceKind kind, QString localId,
                                         QJsonObject body);

} // namespace salesbench
