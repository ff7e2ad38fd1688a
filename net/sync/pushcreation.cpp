// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/adoption.h"
#include "models/domain/decision.h"
#include "net/client/operations.h"
#include "net/sync/coverage.h"
#include "net/sync/planner.h"
#include "net/sync/pushjob.h"
#include "net/sync/twin.h"
#include "net/sync/words.h"

#include <qcoro/qcorofuture.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Found = std::optional<RemoteDocument>;

QString firstState(ResourceKind kind)
{
    return toText(resourceType(kind).lifecycle.initial());
}

/// True when the user has moved it on already: the moves follow as an update.
bool isAhead(ResourceKind kind, const QJsonObject &local, const QJsonObject &answer)
{
    const QLatin1StringView attribute = resourceType(kind).stateAttribute;
    const QString state = local.value(attribute).toString();
    return !state.isEmpty() && state != firstState(kind) && state != answer.value(attribute).toString();
}

/// Where the server does not keep the id that it is given, the marker stands in a note.
bool wantsMarker(const SyncContext &context)
{
    return !context.capabilities.keepsIds.value_or(false);
}

/// What of @p body is not in the answer. That the marker is not kept is no loss to the user.
QStringList lost(const OutboxWork &work, const QJsonObject &body, const QJsonObject &answer)
{
    QStringList missing = notTaken(work.kind, body, answer);
    if (markers(body).contains(work.localId) && !work.local.contains("note"_L1))
        missing.removeAll(u"note"_s);
    return missing;
}

PushResult created(const OutboxWork &work, const SendForm &form, const QJsonObject &body,
                   const RemoteDocument &answer)
{
    const QStringList missing = lost(work, body, answer.document);
    PushResult result;
    result.outcome.kind = Outcome::Kind::Done;
    result.outcome.remote = answer;
    result.outcome.partly =
        form.incomplete || !missing.isEmpty() || isAhead(work.kind, form.kept, answer.document);
    result.outcome.sent = withState(work.kind, form.kept, firstState(work.kind));
    // What did not arrive goes once more, as an update, and is refused if it fails then.
    for (const QString &name : missing) {
        result.outcome.sent.remove(name);
        if (answer.document.contains(name))
            result.outcome.sent.insert(name, answer.document.value(name));
    }
    return result;
}

/// It is there from an attempt that got no answer: what differs goes as an update, and what the server added
/// is taken.
PushResult adopted(const OutboxWork &work, const RemoteDocument &found)
{
    PushResult result;
    result.outcome.kind = Outcome::Kind::Done;
    result.outcome.remote = found;
    result.outcome.sent = arrived(work.kind, work.attempted, found.document);
    result.outcome.partly = true;
    return result;
}

/// By the local id, which was sent as the document's own. Some servers answer a foreign form of id with 400.
QCoro::Task<RestResult<Found>> lookById(SyncContext &context, OutboxWork work)
{
    if (!context.capabilities.keepsIds.value_or(true))
        co_return Found();
    const RestResult<RemoteDocument> found =
        co_await getDocument(context.connection, work.kind, work.localId);
    if (found)
        co_return Found(*found);
    if (isGone(found.error()) || found.error().status == 400)
        co_return Found();
    co_return tl::unexpected(found.error());
}

QJsonObject withoutId(QJsonObject body)
{
    body.remove("id"_L1);
    return body;
}

/// A strict server takes no id: TMF699's description of a creation has none.
bool mayRefuseIds(const SyncContext &context, const RestFailure &failure)
{
    return !context.capabilities.keepsIds && (failure.status == 400 || failure.status == 422);
}

QCoro::Task<RestResult<RemoteDocument>> postOnce(SyncContext &context, OutboxWork work, QJsonObject body,
                                                 QString key)
{
    if (context.capabilities.keepsIds.value_or(true)) {
        const RestResult<RemoteDocument> answer =
            co_await createDocument(context.connection, work.kind, body, key);
        if (answer)
            context.capabilities.keepsIds = answer->serverId == work.localId;
        if (answer || !mayRefuseIds(context, answer.error()))
            co_return answer;
        // Or it refuses a repetition of what it has got by now.
        const RestResult<Found> found = co_await lookById(context, work);
        if (!found || *found)
            co_return answer;
    }
    // Another body, so another key: a server that honours keys refuses one with two bodies.
    const RestResult<RemoteDocument> answer =
        co_await createDocument(context.connection, work.kind, withoutId(body), key + "-without-id"_L1);
    if (answer)
        context.capabilities.keepsIds = false;
    co_return answer;
}

/// The local id; another one where the server deleted the document, and the user wants it there again: a
/// server that remembers keys would answer with what it had then.
QString creationKey(const QString &localId, const QJsonValue &timesRecreated)
{
    const int times = timesRecreated.toInt();
    return times > 0 ? localId + u'-' + QString::number(times) : localId;
}

/// An earlier attempt may have come through although nobody remembers it: then the id is taken, or the
/// idempotency key was used with another body.
bool mayBeThere(const OutboxWork &work, const RestFailure &failure)
{
    return failure.unknown || failure.status == 409 || (failure.status == 422 && work.unknown);
}

/// With another body (draft-ietf-httpapi-idempotency-key-header): an attempt came through, and what it made
/// is not to be found under its id. So somebody deleted it since.
bool isUsedKey(const RestFailure &failure)
{
    return failure.status == 422
        && failure.problem.detail.contains("Idempotency-Key"_L1, Qt::CaseInsensitive);
}

/// As this very attempt may have left it.
OutboxWork attemptedNow(OutboxWork work)
{
    work.attempted.append(work.local);
    return work;
}

QCoro::Task<PushResult> post(SyncContext &context, OutboxWork work, SendForm form)
{
    const Result<QJsonValue> recreated = co_await context.journal.setting(recreationsKey(work.localId));
    if (!recreated)
        co_return judged(context, work, storageFailure(recreated.error()));
    QJsonObject body = creationBody(work.kind, form.document);
    const bool isMarked = wantsMarker(context);
    if (isMarked)
        body = withMarker(body, work.localId, words::marker());
    const RestResult<RemoteDocument> answer =
        co_await postOnce(context, work, body, creationKey(work.localId, *recreated));
    if (answer && isMarked)
        context.capabilities.keepsMarkers = markers(answer->document).contains(work.localId);
    if (answer)
        co_return created(work, form, body, *answer);
    if (mayBeThere(work, answer.error())) {
        const RestResult<Found> found = co_await lookById(context, work);
        if (found && *found)
            co_return adopted(attemptedNow(work), **found);
        if (found && context.capabilities.keepsIds.value_or(false) && isUsedKey(answer.error()))
            co_return conflict({}, words::deletedThere());
    }
    co_return judged(context, work, answer.error());
}

/// Stands where the moment of the silence stood, once the user was asked.
const QJsonValue Asked(true);

QString silenceKey(const QString &localId)
{
    return "unanswered/"_L1 + localId;
}

QCoro::Task<Result<void>> note(SyncContext &context, QString localId, QJsonValue value)
{
    co_return co_await context.journal.setSetting(silenceKey(localId), value);
}

QCoro::Task<Result<void>> noteSilence(SyncContext &context, QString localId)
{
    co_return co_await note(context, localId, context.now().toString(Qt::ISODateWithMs));
}

/// Nothing was sent, so no attempt is counted; what is in doubt stays so.
PushResult notBefore(const QDateTime &when)
{
    PushResult result;
    result.outcome.kind = Outcome::Kind::Pause;
    result.outcome.notBefore = when;
    return result;
}

PushResult forTheUser(const QString &reason)
{
    PushResult result;
    result.outcome.kind = Outcome::Kind::Refused;
    result.outcome.reason = reason;
    return result;
}

/// Whatever kept us from looking: nothing is known yet.
PushResult stillUnknown(const SyncContext &context, const OutboxWork &work, const RestFailure &failure)
{
    PushResult result = judged(context, work, failure);
    result.outcome.kind = Outcome::Kind::Unknown;
    if (!result.outcome.notBefore.isValid() && !result.stop)
        result.outcome.notBefore =
            context.now().addMSecs(backoff(work.attempts, context.timing.random()).count());
    return result;
}

/// Another silence, if there is one, begins now.
QCoro::Task<PushResult> postAgain(SyncContext &context, OutboxWork work, SendForm form)
{
    const Result<void> noted = co_await noteSilence(context, work.localId);
    if (!noted)
        co_return judged(context, work, storageFailure(noted.error()));
    co_return co_await post(context, work, form);
}

/// Without its marker on a server that keeps markers it is not there.
QCoro::Task<PushResult> decideAfterSilence(SyncContext &context, OutboxWork work, SendForm form)
{
    const RestResult<Twins> twins =
        co_await findTwins(context, work.kind, work.localId, creationBody(work.kind, form.document));
    if (!twins)
        co_return stillUnknown(context, work, twins.error());
    if (twins->marked)
        co_return adopted(work, *twins->marked);
    if (context.capabilities.keepsMarkers.value_or(false))
        co_return co_await postAgain(context, work, form);
    const Result<void> noted = co_await note(context, work.localId, Asked);
    if (!noted)
        co_return judged(context, work, storageFailure(noted.error()));
    co_return forTheUser(twins->alike ? words::likelyTwin(twins->alike->serverId) : words::maybeThere());
}

/// It cannot be asked for by its id, since the server keeps none (or that is not known): only after its
/// longest request must be over, and where the marker is not to be found, is it sent once more. When the
/// silence began is kept with the workspace, so that the wait does not begin anew with every start.
QCoro::Task<PushResult> postAfterSilence(SyncContext &context, OutboxWork work, SendForm form)
{
    const Result<QJsonValue> noted = co_await context.journal.setting(silenceKey(work.localId));
    if (!noted)
        co_return judged(context, work, storageFailure(noted.error()));
    // The user was told, and wants this one all the same.
    if (*noted == Asked)
        co_return co_await postAgain(context, work, form);
    const QDateTime since = QDateTime::fromString(noted->toString(), Qt::ISODateWithMs);
    const QDateTime end =
        (since.isValid() ? since : context.now()).addMSecs(2 * context.timing.timeout.count());
    if (context.now() >= end)
        co_return co_await decideAfterSilence(context, work, form);
    if (!since.isValid()) {
        const Result<void> begun = co_await noteSilence(context, work.localId);
        if (!begun)
            co_return judged(context, work, storageFailure(begun.error()));
    }
    co_return notBefore(end);
}

} // namespace

QCoro::Task<PushResult> pushCreation(SyncContext &context, OutboxWork work, SendForm form)
{
    if (!work.unknown)
        co_return co_await post(context, work, form);
    const RestResult<Found> found = co_await lookById(context, work);
    if (!found)
        co_return stillUnknown(context, work, found.error());
    if (*found)
        co_return adopted(work, **found);
    // A second copy under the same id cannot come about.
    if (context.capabilities.keepsIds.value_or(false))
        co_return co_await post(context, work, form);
    co_return co_await postAfterSilence(context, work, form);
}

} // namespace salesbench
