// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
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

PushResult created(ResourceKind kind, const SendForm &form, const QJsonObject &body,
                   const RemoteDocument &answer)
{
    const QStringList missing = notTaken(kind, body, answer.document);
    PushResult result;
    result.outcome.kind = Outcome::Kind::Done;
    result.outcome.remote = answer;
    result.outcome.partly =
        form.incomplete || !missing.isEmpty() || isAhead(kind, form.kept, answer.document);
    result.outcome.sent = withState(kind, form.kept, firstState(kind));
    // What did not arrive goes once more, as an update, and is refused if it fails then.
    for (const QString &name : missing) {
        result.outcome.sent.remove(name);
        if (answer.document.contains(name))
            result.outcome.sent.insert(name, answer.document.value(name));
    }
    return result;
}

/// It is there from an attempt that got no answer. What was sent then is not known any more: what differs
/// goes as an update, and what the server added is taken.
PushResult adopted(ResourceKind kind, const SendForm &form, const RemoteDocument &found)
{
    PushResult result;
    result.outcome.kind = Outcome::Kind::Done;
    result.outcome.remote = found;
    for (auto it = form.kept.begin(); it != form.kept.end(); ++it) {
        if (found.document.contains(it.key()))
            result.outcome.sent.insert(it.key(), found.document.value(it.key()));
    }
    const UpdatePlan rest = planUpdate(kind, result.outcome.sent, form.document, found.document);
    result.outcome.partly = form.incomplete || rest.action != UpdatePlan::Action::Nothing;
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
    }
    // Another body, so another key: a server that honours keys refuses one with two bodies.
    const RestResult<RemoteDocument> answer = co_await createDocument(
        context.connection, work.kind, withoutId(body), key + "-without-id"_L1);
    if (answer)
        context.capabilities.keepsIds = false;
    co_return answer;
}

/// The local id; another one where the server deleted the document, and the user wants it there again: a server
/// that remembers keys would answer with what it had then.
QString creationKey(const QString &localId, const QJsonValue &timesRecreated)
{
    const int times = timesRecreated.toInt();
    return times > 0 ? localId + u'-' + QString::number(times) : localId;
}

QCoro::Task<PushResult> post(SyncContext &context, OutboxWork work, SendForm form)
{
    const Result<QJsonValue> recreated =
        co_await context.journal.setting(recreationsKey(work.localId));
    if (!recreated)
        co_return judged(context, work, storageFailure(recreated.error()));
    const QJsonObject body = creationBody(work.kind, form.document);
    const RestResult<RemoteDocument> answer =
        co_await postOnce(context, work, body, creationKey(work.localId, *recreated));
    if (answer)
        co_return created(work.kind, form, body, *answer);
    // 409: an earlier attempt may have come through although nobody remembers it.
    if (answer.error().unknown || answer.error().status == 409) {
        const RestResult<Found> found = co_await lookById(context, work);
        if (found && *found)
            co_return adopted(work.kind, form, **found);
    }
    co_return judged(context, work, answer.error());
}

/// Stands where the moment of the silence stood, once the user was shown a twin.
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

PushResult unknownUntil(const QDateTime &when)
{
    PushResult result;
    result.outcome.kind = Outcome::Kind::Unknown;
    result.outcome.notBefore = when;
    return result;
}

PushResult hasTwin(const RemoteDocument &twin)
{
    PushResult result;
    result.outcome.kind = Outcome::Kind::Refused;
    result.outcome.remote = twin;
    result.outcome.reason = words::likelyTwin(twin.serverId);
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

QCoro::Task<PushResult> postWithoutTwin(SyncContext &context, OutboxWork work, SendForm form)
{
    const RestResult<Found> twin =
        co_await findTwin(context, work.kind, creationBody(work.kind, form.document));
    if (!twin)
        co_return stillUnknown(context, work, twin.error());
    if (!*twin)
        co_return co_await postAgain(context, work, form);
    const Result<void> noted = co_await note(context, work.localId, Asked);
    if (!noted)
        co_return judged(context, work, storageFailure(noted.error()));
    co_return hasTwin(**twin);
}

/// Nothing tells whether the server has it, since it keeps no ids (or that is not known): only after its
/// longest request must be over, and where it has no document like this one, is it sent once more. When the
/// silence began is kept with the workspace, so that the wait does not begin anew with every start.
QCoro::Task<PushResult> postAfterSilence(SyncContext &context, OutboxWork work, SendForm form)
{
    const Result<QJsonValue> noted = co_await context.journal.setting(silenceKey(work.localId));
    if (!noted)
        co_return judged(context, work, storageFailure(noted.error()));
    // The user was shown the twin, and wants this one all the same.
    if (*noted == Asked)
        co_return co_await postAgain(context, work, form);
    const QDateTime since = QDateTime::fromString(noted->toString(), Qt::ISODateWithMs);
    const QDateTime end =
        (since.isValid() ? since : context.now()).addMSecs(2 * context.timing.timeout.count());
    if (context.now() >= end)
        co_return co_await postWithoutTwin(context, work, form);
    if (!since.isValid()) {
        const Result<void> begun = co_await noteSilence(context, work.localId);
        if (!begun)
            co_return judged(context, work, storageFailure(begun.error()));
    }
    co_return unknownUntil(end);
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
        co_return adopted(work.kind, form, **found);
    // A second copy under the same id cannot come about.
    if (context.capabilities.keepsIds.value_or(false))
        co_return co_await post(context, work, form);
    co_return co_await postAfterSilence(context, work, form);
}

} // namespace salesbench
