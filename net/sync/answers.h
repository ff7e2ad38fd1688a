// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/syncjournal.h"
#include "net/client/restjob.h"
#include "net/sync/synctiming.h"

namespace salesbench {

/// How one piece of work ended, and whether the rest of the queue may go on.
struct PushResult {
    Outcome outcome;
    std::optional<Problem> stop; ///< nothing more can be sent in this synchronisation, and why
    std::optional<std::chrono::seconds> retryAfter = {};
};

/// What a failure is judged by.
struct Circumstances {
    int attempts = 0; ///< that came before
    QDateTime now;
    double random = 0; ///< 0 ≤ x < 1
};

/// After how many errors of the server's own a piece of work is given to the user.
inline constexpr int MostAttempts = 8;

/// Exponential with full jitter: evenly between nothing and 1 s, 2 s, 4 s … at most 5 min.
std::chrono::milliseconds backoff(int attempts, double random);

/// The table of answers. What 404, 409 and 412 mean to one operation in particular is its own affair.
PushResult judge(const RestFailure &failure, const Circumstances &circumstances);

} // namespace salesbench
