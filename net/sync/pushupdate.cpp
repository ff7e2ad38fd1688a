// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/adoption.h"
#include "models/domain/move.h"
#include "net/client/operations.h"
#include "net/sync/coverage.h"
#include "net/sync/guard.h"
#include "net/sync/planner.h"
#include "net/sync/pushjob.h"
#include "net/sync/words.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// In words.
QString stateText(ResourceKind kind, const QJsonObject &document)
{
    return statusText(kind, document.value(resourceType(kind).stateAttribute).toString());
}

PushResult undecided(const OutboxWork &work, const SendForm &form, const UpdatePlan &plan,
                     const RemoteDocument &remote)
{
    if (plan.action == UpdatePlan::Action::Conflict)
        return conflict(remote, words::bothChanged(plan.attributes));
    return conflict(
        remote,
        words::illegalMove(stateText(work.kind, remote.document), stateText(work.kind, form.document)));
}

/// The server has what was sent, which by @p plan may be less than the whole.
PushResult done(const OutboxWork &work, const SendForm &form, const UpdatePlan &plan,
                const RemoteDocument &answer)
{
    PushResult result;
    result.outcome.kind = Outcome::Kind::Done;
    result.outcome.remote = answer;
    result.outcome.partly = work.partly || !plan.step.isEmpty();
    result.outcome.sent = plan.step.isEmpty() ? form.kept : withState(work.kind, form.kept, plan.step);
    return result;
}

/// A 200 alone says little: some servers leave out parts of a patch without a word.
PushResult compared(const OutboxWork &work, const SendForm &form, const UpdatePlan &plan,
                    const RemoteDocument &answer)
{
    const QStringList missing = notTaken(work.kind, plan.patch, answer.document);
    if (missing.isEmpty())
        return done(work, form, plan, answer);
    PushResult result;
    result.outcome.kind = Outcome::Kind::Refused;
    result.outcome.remote = answer;
    result.outcome.reason = words::notAccepted(missing);
    return result;
}

PushResult putOff(const SyncContext &context, const OutboxWork &work)
{
    PushResult result;
    const std::chrono::milliseconds wait = backoff(work.attempts, context.timing.random());
    const bool again = work.attempts < MostAttempts;
    result.outcome.kind = again ? Outcome::Kind::Retry : Outcome::Kind::Refused;
    result.outcome.reason = words::keepsChanging();
    result.outcome.notBefore = again ? context.now().addMSecs(wait.count()) : QDateTime();
    return result;
}

/// TMF648's description demands the lines with every update; a strict server answers 400 without them.
bool wantsLines(const OutboxWork &work, const RestFailure &failure, const QJsonObject &patch)
{
    return work.kind == ResourceKind::Quote && failure.status == 400 && !patch.contains("quoteItem"_L1);
}

bool isTested(const SyncContext &context, const OutboxWork &work, const RemoteDocument &remote)
{
    return guardOf(remote).isEmpty()
        && context.capabilities.guards.value(work.kind, WriteGuard::None) == WriteGuard::Tests;
}

/// Under the guard and the media type that the server takes; the first 415, which has changed nothing, tells.
QCoro::Task<RestResult<RemoteDocument>> patchOnce(SyncContext &context, OutboxWork work, QJsonObject patch,
                                                  RemoteDocument remote)
{
    if (isTested(context, work, remote)) {
        const RestResult<RemoteDocument> answer = co_await patchDocument(
            context.connection, work.kind, work.serverId, testedPatch(remote.document, patch));
        if (answer || answer.error().status != 415)
            co_return answer;
        context.capabilities.guards.insert(work.kind, WriteGuard::None);
    }
    std::optional<bool> &takesMerge = context.capabilities.takesMergePatch;
    if (takesMerge.value_or(true)) {
        const RestResult<RemoteDocument> answer =
            co_await patchDocument(context.connection, work.kind, work.serverId, patch, guardOf(remote));
        const bool isRefused = !answer && answer.error().status == 415;
        if (answer || isRefused)
            takesMerge = !isRefused;
        if (!isRefused)
            co_return answer;
    }
    co_return co_await patchDocument(context.connection, work.kind, work.serverId, patch, guardOf(remote),
                                     PatchForm::Plain);
}

QCoro::Task<RestResult<RemoteDocument>> patch(SyncContext &context, OutboxWork work, QJsonObject patch,
                                              RemoteDocument remote)
{
    RestResult<RemoteDocument> answer = co_await patchOnce(context, work, patch, remote);
    if (!answer && wantsLines(work, answer.error(), patch)) {
        patch.insert("quoteItem"_L1, remote.document.value("quoteItem"_L1));
        answer = co_await patchOnce(context, work, patch, remote);
    }
    // 204: it was done, but how it looks now must be asked for.
    if (answer && answer->document.isEmpty())
        answer = co_await getDocument(context.connection, work.kind, work.serverId);
    co_return answer;
}

/// Somebody else was faster. To a failed test some say 409, as they do to an illegal move, others 422 (RFC
/// 5789 §2.2): what the document is by now tells which it was.
QCoro::Task<bool> cameLate(SyncContext &context, OutboxWork work, RemoteDocument before, RestFailure failure)
{
    const bool mayBeTest =
        isTested(context, work, before) && (failure.status == 409 || failure.status == 422);
    if (!mayBeTest)
        co_return failure.status == 412;
    const RestResult<RemoteDocument> now = co_await getDocument(context.connection, work.kind, work.serverId);
    co_return now && now->document != before.document;
}

} // namespace

QCoro::Task<PushResult> pushUpdate(SyncContext &context, OutboxWork work, SendForm form)
{
    for (int round = 0; round < MostRounds; ++round) {
        const RestResult<RemoteDocument> remote =
            co_await getDocument(context.connection, work.kind, work.serverId);
        if (!remote && isGone(remote.error()))
            co_return conflict({}, words::deletedThere());
        if (!remote)
            co_return judged(context, work, remote.error());
        co_await learnGuard(context, work.kind, *remote);
        const QJsonObject base = baseAfter(work.base, work.attempted, remote->document);
        const UpdatePlan plan = planUpdate(work.kind, base, form.document, remote->document, work.unknown);
        if (plan.action == UpdatePlan::Action::Nothing)
            co_return done(work, form, plan, *remote);
        if (plan.action != UpdatePlan::Action::Send)
            co_return undecided(work, form, plan, *remote);
        const RestResult<RemoteDocument> answer = co_await patch(context, work, plan.patch, *remote);
        if (answer)
            co_return compared(work, form, plan, *answer);
        if (isGone(answer.error()))
            co_return conflict({}, words::deletedThere());
        const bool isLate = co_await cameLate(context, work, *remote, answer.error());
        if (!isLate)
            co_return judged(context, work, answer.error());
    }
    co_return putOff(context, work);
}

QCoro::Task<PushResult> pushDeletion(SyncContext &context, OutboxWork work)
{
    if (work.serverId.isEmpty() && !work.unknown)
        co_return PushResult();
    const QString id = work.serverId.isEmpty() ? work.localId : work.serverId;
    for (int round = 0; round < MostRounds; ++round) {
        const RestResult<RemoteDocument> remote = co_await getDocument(context.connection, work.kind, id);
        if (!remote && isGone(remote.error()))
            co_return PushResult();
        if (!remote)
            co_return judged(context, work, remote.error());
        const QJsonObject base = baseAfter(work.base, work.attempted, remote->document);
        if (!work.base.isEmpty() && changedSince(base, remote->document))
            co_return conflict(*remote, words::changedBeforeDeleting());
        const RestResult<RestAnswer> answer =
            co_await deleteDocument(context.connection, work.kind, id, guardOf(*remote));
        if (answer || isGone(answer.error()))
            co_return PushResult();
        if (answer.error().status != 412)
            co_return judged(context, work, answer.error());
    }
    co_return putOff(context, work);
}

} // namespace salesbench
