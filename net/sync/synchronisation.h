// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "models/domain/syncjournal.h"
#include "models/domain/workspacestatus.h"
#include "net/client/cancelsignal.h"
#include "net/client/credential.h"
#include "net/client/serveraddress.h"
#include "net/sync/synctiming.h"

#include <qcoro/qcorotask.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

namespace salesbench {

/// By local id: until when its changes are not sent.
using PutOff = QHash<QString, QDateTime>;

/// When the first of them may be sent; invalid where there is none.
inline QDateTime firstDue(const PutOff &putOff)
{
    return putOff.isEmpty() ? QDateTime() : *std::ranges::min_element(putOff);
}

/// What one full synchronisation came to.
struct SyncSummary {
    int pulled = 0; ///< documents that were new, changed or gone since the last time
    int pushed = 0; ///< documents whose changes the server took
    int conflicts = 0; ///< in the workspace now, like all that follows
    int refused = 0;
    int twins = 0; ///< on the server beside what they were to be, from one creation; the user decides
    int waiting = 0; ///< tried again by itself next time; conflicts and refusals not counted
    QMap<ResourceKind, qint64> documents;
    QVector<ResourceKind> absent; ///< what this server does not have: its documents stay here
    std::optional<WriteGuard> guard; ///< the weakest of its lists; nothing = not known yet
    PutOff putOff;
    std::optional<std::chrono::seconds> retryAfter; ///< the server's wish

    /// In what the server strays from the standard without harm: whole sentences.
    QStringList remarks;

    /// The first thing that went wrong; what could be done all the same was done. Unreachable and Server:
    /// trying later can help. SignIn and NotTmf: it cannot, without another token or address.
    std::optional<Problem> problem;
};

/// The journal's setting that holds when a full synchronisation last ended without a problem, as an ISO date.
inline constexpr QLatin1StringView LastSyncKey("lastSync");

/// Told of the tokens that replace those of the sign-in.
using SyncRenewal = std::function<void(const OAuthTokens &)>;
using SyncProgress = std::function<void(const WorkspaceStatus::Progress &)>;

/// One full synchronisation: sends what waits, pulls every resource, and sends what became possible.
/// @p progress may be empty. Once @p cancel is set it ends soon, with Problem::Cancelled; a later one goes on
/// where it was. Nothing that was recorded is lost by any ending.
///
/// Runs on the thread that calls it, which needs a running event loop (QCoro::waitFor() brings one); @p
/// cancel must live there too. Only one at a time for one journal, which must outlive it.
QCoro::Task<SyncSummary> synchronise(SyncJournal &journal, ServerAddress address, Credential credential,
                                     Surroundings surroundings, SyncTiming timing, SyncProgress progress,
                                     std::shared_ptr<CancelSignal> cancel, SyncRenewal renewed = {});

} // namespace salesbench
