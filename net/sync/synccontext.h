// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/answers.h"
#include "net/sync/capabilities.h"
#include "net/sync/synchronisation.h"

namespace salesbench {

class LiveLink;

/// What the parts of one synchronisation share. It stands in the frame of synchronise(), which awaits all of
/// them: so they may take it by reference although they are coroutines.
struct SyncContext {
    SyncJournal &journal;
    ServerConnection connection;
    Surroundings surroundings;
    SyncTiming timing;
    SyncProgress progress;
    Capabilities capabilities;
    LiveLink *live = nullptr; ///< where events are listened to

    QDateTime now() const { return surroundings.now(); }
    QString host(ResourceKind kind) const { return connection.address.host(kind); }
    Circumstances circumstances(const OutboxWork &work) const
    {
        return {.attempts = work.attempts, .now = now(), .random = timing.random()};
    }
    void report(const WorkspaceStatus::Progress &step) const
    {
        if (progress)
            progress(step);
    }
};

/// The workspace itself failed (a full disk): nothing more is done.
inline RestFailure storageFailure(const Problem &problem)
{
    return {.problem = problem, .status = 0, .unknown = false, .offline = false, .retryAfter = {}};
}

} // namespace salesbench
