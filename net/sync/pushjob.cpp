// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/pushjob.h"

#include "net/sync/words.h"

namespace salesbench {

namespace {

PushResult localOnly()
{
    PushResult result;
    result.outcome.kind = Outcome::Kind::LocalOnly;
    return result;
}

} // namespace

QCoro::Task<PushResult> pushWork(SyncContext &context, OutboxWork work)
{
    if (context.capabilities.lacks(work.kind))
        co_return localOnly();
    if (work.op == Edit::Op::Delete)
        co_return co_await pushDeletion(context, work);
    const Result<SendForm> form = co_await sendForm(context, work.local);
    if (!form)
        co_return judged(context, work, storageFailure(form.error()));
    if (work.op == Edit::Op::Create && work.serverId.isEmpty())
        co_return co_await pushCreation(context, work, *form);
    co_return co_await pushUpdate(context, work, *form);
}

bool isGone(const RestFailure &failure)
{
    return failure.status == 404 || failure.status == 410;
}

PushResult judged(const SyncContext &context, const OutboxWork &work, const RestFailure &failure)
{
    return judge(failure, context.circumstances(work));
}

PushResult conflict(const RemoteDocument &remote, const QString &reason)
{
    PushResult result;
    result.outcome.kind = Outcome::Kind::Conflict;
    result.outcome.remote = remote;
    result.outcome.reason = reason;
    return result;
}

} // namespace salesbench
