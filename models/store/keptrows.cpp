// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/keptrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

qint64 moment(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : -1;
}

QDateTime keptTime(const QJsonValue &moment)
{
    return moment.toInteger(-1) < 0 ? QDateTime() : toTime(moment.toInteger());
}

QJsonObject keptDocument(const Record &record)
{
    return {{u"row"_s, record.row},
            {u"kind"_s, static_cast<int>(record.kind)},
            {u"localId"_s, record.localId},
            {u"serverId"_s, record.serverId},
            {u"sync"_s, static_cast<int>(record.sync)},
            {u"deleted"_s, record.deleted},
            {u"edited"_s, moment(record.edited)},
            {u"etag"_s, record.etag},
            {u"reason"_s, record.reason},
            {u"local"_s, record.local},
            {u"base"_s, record.base},
            {u"remote"_s, record.remote}};
}

QJsonObject keptOperation(const Operation &operation)
{
    return {{u"sequence"_s, operation.sequence},
            {u"row"_s, operation.row},
            {u"step"_s, operation.step},
            {u"op"_s, static_cast<int>(operation.op)},
            {u"content"_s, operation.content},
            {u"before"_s, operation.before},
            {u"state"_s, static_cast<int>(operation.state)},
            {u"attempts"_s, operation.attempts},
            {u"notBefore"_s, moment(operation.notBefore)},
            {u"made"_s, moment(operation.made)},
            {u"doubted"_s, operation.doubted}};
}

Operation keptOperation(const QJsonObject &kept)
{
    return {.sequence = kept.value("sequence"_L1).toInteger(),
            .row = kept.value("row"_L1).toInteger(),
            .step = kept.value("step"_L1).toInteger(),
            .op = static_cast<Edit::Op>(kept.value("op"_L1).toInt()),
            .content = kept.value("content"_L1).toObject(),
            .before = kept.value("before"_L1).toObject(),
            .state = static_cast<SyncState>(kept.value("state"_L1).toInt()),
            .attempts = kept.value("attempts"_L1).toInt(),
            .notBefore = keptTime(kept.value("notBefore"_L1)),
            .made = keptTime(kept.value("made"_L1)),
            .doubted = kept.value("doubted"_L1).toBool()};
}

} // namespace

Result<QJsonObject> keptRow(WriterTables &tables, const Record &record)
{
    const Result<QVector<Operation>> waiting = tables.outbox.of(record.row);
    if (!waiting)
        return tl::unexpected(waiting.error());
    QJsonArray operations;
    QJsonArray steps;
    for (const Operation &operation : *waiting) {
        operations.append(keptOperation(operation));
        const Result<QJsonObject> step = tables.steps.kept(operation.step);
        if (!step)
            return tl::unexpected(step.error());
        steps.append(*step);
    }
    return QJsonObject{
        {u"document"_s, keptDocument(record)}, {u"operations"_s, operations}, {u"steps"_s, steps}};
}

Record keptRecord(const QJsonObject &kept)
{
    const QJsonObject document = kept.value("document"_L1).toObject();
    Record record;
    record.row = document.value("row"_L1).toInteger();
    record.kind = static_cast<ResourceKind>(document.value("kind"_L1).toInt());
    record.localId = document.value("localId"_L1).toString();
    record.serverId = document.value("serverId"_L1).toString();
    record.sync = static_cast<SyncState>(document.value("sync"_L1).toInt());
    record.deleted = document.value("deleted"_L1).toBool();
    record.edited = keptTime(document.value("edited"_L1));
    record.etag = document.value("etag"_L1).toString();
    record.reason = document.value("reason"_L1).toString();
    record.local = document.value("local"_L1).toObject();
    record.base = document.value("base"_L1).toObject();
    record.remote = document.value("remote"_L1).toObject();
    return record;
}

bool holdsOperation(const QJsonArray &operations, qint64 sequence)
{
    return std::any_of(operations.begin(), operations.end(), [sequence](const QJsonValue &kept) {
        return kept.toObject().value("sequence"_L1).toInteger() == sequence;
    });
}

Result<void> restoreOperations(WriterTables &tables, const QJsonObject &kept)
{
    const QJsonArray steps = kept.value("steps"_L1).toArray();
    for (const QJsonValue &step : steps) {
        if (Result<void> done = tables.steps.restore(step.toObject()); !done)
            return done;
    }
    const QJsonArray operations = kept.value("operations"_L1).toArray();
    for (const QJsonValue &operation : operations) {
        if (Result<void> done = tables.outbox.restore(keptOperation(operation.toObject())); !done)
            return done;
    }
    return {};
}

QJsonObject toJson(const Decision &decision, const QJsonArray &kept)
{
    return {{u"what"_s, static_cast<int>(decision.what)},
            {u"seen"_s, keptDocument(decision.seen)},
            {u"result"_s, decision.result},
            {u"kept"_s, kept}};
}

Decision toDecision(const QJsonObject &json, const QString &title)
{
    return {static_cast<Decision::What>(json.value("what"_L1).toInt()), title,
            keptRecord({{u"document"_s, json.value("seen"_L1)}}), json.value("result"_L1).toObject()};
}

} // namespace salesbench
