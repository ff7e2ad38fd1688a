// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/sendform.h"

namespace salesbench {

/// Carries one piece of work to the server, as far as one exchange after the other allows, without touching
/// the outbox. A problem of the workspace itself comes back as `stop` with the outcome Pause.
QCoro::Task<PushResult> pushWork(SyncContext &context, OutboxWork work);

/// GET, merge, PATCH under the strongest guard that the server has; from the start where it says that the document
/// is another one by now.
QCoro::Task<PushResult> pushUpdate(SyncContext &context, OutboxWork work, SendForm form);

/// GET, DELETE where it is still the document that the user deleted.
QCoro::Task<PushResult> pushDeletion(SyncContext &context, OutboxWork work);

/// POST. After a silence the marker is looked for first: the document's id, else a twin.
QCoro::Task<PushResult> pushCreation(SyncContext &context, OutboxWork work, SendForm form);

bool isGone(const RestFailure &failure);

/// The verdict on a failure.
PushResult judged(const SyncContext &context, const OutboxWork &work, const RestFailure &failure);

/// The server's document is another one, or gone: the user decides.
PushResult conflict(const RemoteDocument &remote, const QString &reason);

/// How often a write is begun again because somebody else was faster, before it is put off.
inline constexpr int MostRounds = 4;

} // namespace salesbench
