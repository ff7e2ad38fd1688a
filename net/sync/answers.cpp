// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/answers.h"

#include <algorithm>

namespace salesbench {

using namespace std::chrono_literals;

namespace {

/// Other work would fare no better.
bool stopsAll(const RestFailure &failure)
{
    switch (failure.problem.kind) {
    case Problem::Kind::Cancelled:
    case Problem::Kind::SignIn:
    case Problem::Kind::Storage:
        return true;
    case Problem::Kind::NotTmf:
        return !failure.unknown;
    default:
        return failure.offline;
    }
}

bool canPass(const RestFailure &failure)
{
    const int status = failure.status;
    return status == 0 || status == 408 || status == 429 || status == 502 || status == 503 || status == 504;
}

/// A 2xx that cannot be read is one, too.
bool isOfTheServer(const RestFailure &failure)
{
    return failure.status >= 500 || (failure.status >= 200 && failure.status < 300);
}

QDateTime later(const RestFailure &failure, const Circumstances &circumstances)
{
    std::chrono::milliseconds wait = backoff(circumstances.attempts, circumstances.random);
    if (failure.retryAfter)
        wait = std::max<std::chrono::milliseconds>(wait, *failure.retryAfter);
    return circumstances.now.addMSecs(wait.count());
}

Outcome outcomeOf(const RestFailure &failure, const Circumstances &circumstances)
{
    Outcome outcome;
    outcome.reason = failure.problem.sentence;
    const bool again = canPass(failure) || (isOfTheServer(failure) && circumstances.attempts < MostAttempts);
    if (failure.unknown && again)
        outcome.kind = Outcome::Kind::Unknown;
    else
        outcome.kind = again ? Outcome::Kind::Retry : Outcome::Kind::Refused;
    if (again)
        outcome.notBefore = later(failure, circumstances);
    return outcome;
}

} // namespace

std::chrono::milliseconds backoff(int attempts, double random)
{
    constexpr std::chrono::milliseconds Most = 5min;
    const std::chrono::milliseconds bound =
        std::min(Most, std::chrono::milliseconds(1s) * (1 << std::clamp(attempts, 0, 16)));
    return std::chrono::milliseconds(qint64(double(bound.count()) * random));
}

PushResult judge(const RestFailure &failure, const Circumstances &circumstances)
{
    if (!stopsAll(failure))
        return {.outcome = outcomeOf(failure, circumstances), .stop = {}, .retryAfter = failure.retryAfter};
    Outcome outcome;
    outcome.kind = failure.unknown ? Outcome::Kind::Unknown : Outcome::Kind::Pause;
    return {.outcome = outcome, .stop = failure.problem, .retryAfter = failure.retryAfter};
}

} // namespace salesbench
