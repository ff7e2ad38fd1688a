// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/syncjournal.h"
#include "net/sync/synccontext.h"

#include <QJsonArray>
#include <qcoro/qcorotask.h>

namespace salesbench {

/// The etag to guard a write with; empty where it can guard none: If-Match needs a strong one.
QString guardOf(const RemoteDocument &document);

/// Learns from @p remote, which came by its id, how its server guards writes, and asks it (OPTIONS) where that
/// tells nothing. Writes nothing; what cannot be asked now stays unknown.
QCoro::Task<void> learnGuard(SyncContext &context, ResourceKind kind, RemoteDocument remote);

/// RFC 6902: does to @p remote what the merge patch @p patch does, once every attribute that it replaces is found
/// to be as it is in @p remote.
QJsonArray testedPatch(const QJsonObject &remote, const QJsonObject &patch);

} // namespace salesbench
