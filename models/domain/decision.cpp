// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/decision.h"

#include "models/domain/conflict.h"
#include "models/domain/merge.h"
#include "models/domain/move.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct DecisionText {
    Q_DECLARE_TR_FUNCTIONS(Decision)
};

using Decided = Result<std::optional<Record>>;

/// As the server knows it: nothing waits.
Record quiet(Record record)
{
    record.sync = SyncState::Synced;
    record.remote = {};
    record.reason.clear();
    record.edited = {};
    record.deleted = false;
    record.unsent.clear();
    return record;
}

Record waiting(Record record, const QDateTime &now)
{
    record.sync = SyncState::Waiting;
    record.remote = {};
    record.reason.clear();
    record.edited = now;
    record.unsent = changedAttributes(record.base, record.local);
    return record;
}

/// The server's newer document becomes the known one; which version it is, is not known.
void takeRemote(Record &record)
{
    record.base = record.remote;
    record.etag.clear();
}

Decided retried(Record record)
{
    const bool stopped = record.sync == SyncState::Refused || record.sync == SyncState::Waiting
        || record.sync == SyncState::Unknown;
    if (!stopped)
        return notAllowed(DecisionText::tr("Nothing of this document waits for another try."));
    if (record.sync == SyncState::Refused)
        record.sync = SyncState::Waiting;
    record.reason.clear();
    return record;
}

Decided discarded(Record record)
{
    if (record.sync == SyncState::Synced)
        return notAllowed(DecisionText::tr("Nothing of this document waits to be sent."));
    if (record.base.isEmpty() || isGoneThere(record))
        return std::nullopt;
    if (!record.remote.isEmpty())
        takeRemote(record);
    record.local = record.base;
    return quiet(record);
}

Decided settled(Record record, const Decision &decision, const QDateTime &now)
{
    if (record.sync != SyncState::Conflict || record.remote.isEmpty())
        return notAllowed(DecisionText::tr("There is no conflict any more."));
    takeRemote(record);
    if (record.deleted)
        return waiting(record, now);
    QJsonObject result = decision.result;
    result.insert("id"_L1, record.remote.value("id"_L1));
    if (!canMove(record.kind, record.remote, result)) {
        const QString state(resourceType(record.kind).stateAttribute);
        return notAllowed(illegalMoveText(record.kind, record.remote.value(state).toString(),
                                          result.value(state).toString()));
    }
    const bool isSent = changedAttributes(record.remote, result).isEmpty();
    record.local = isSent ? record.remote : result;
    return isSent ? quiet(record) : waiting(record, now);
}

Decided recreated(Record record, const QDateTime &now)
{
    if (!isGoneThere(record))
        return notAllowed(DecisionText::tr("The server has not deleted this document."));
    record.serverId.clear();
    record.etag.clear();
    record.base = {};
    record.local.insert("id"_L1, record.localId);
    return waiting(record, now);
}

/// What was changed in it stands in its twin by now.
Decided deletedTwin(Record record, const QDateTime &now)
{
    if (!standsStill(record))
        return notAllowed(DecisionText::tr("Something else of this document is to be decided first."));
    record.local = record.base;
    record.deleted = true;
    return waiting(record, now);
}

} // namespace

bool standsStill(const Record &record)
{
    const bool isQuiet = record.sync == SyncState::Synced || record.sync == SyncState::Waiting
        || record.sync == SyncState::Refused;
    return isQuiet && !record.deleted;
}

QString recreationsKey(const QString &localId)
{
    return "recreated/"_L1 + localId;
}

Decided decided(const Record &stands, const Decision &decision, const QDateTime &now)
{
    if (stands.sync == SyncState::Sending)
        return notAllowed(DecisionText::tr("The document is being sent at this moment. Wait for the answer."));
    if (decision.what == Decision::What::Retry)
        return retried(stands);
    if (stands.local != decision.seen.local || stands.remote != decision.seen.remote
        || stands.deleted != decision.seen.deleted)
        return notAllowed(DecisionText::tr("The document has changed meanwhile. Look at it again."));
    switch (decision.what) {
    case Decision::What::Settle:
        return settled(stands, decision, now);
    case Decision::What::Recreate:
        return recreated(stands, now);
    case Decision::What::DeleteTwin:
        return deletedTwin(stands, now);
    case Decision::What::KeepTwin:
        return stands;
    default:
        return discarded(stands);
    }
}

} // namespace salesbench
