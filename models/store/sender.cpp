// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sender.h"

#include "models/domain/merge.h"
#include "models/domain/references.h"
#include "models/store/reconcile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct SenderText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Sender)
};

int number(SyncState state)
{
    return static_cast<int>(state);
}

bool has(const QVector<Operation> &operations, Edit::Op op)
{
    return std::ranges::any_of(operations, [op](const Operation &operation) { return operation.op == op; });
}

bool isDoubted(const QVector<Operation> &operations)
{
    return std::ranges::any_of(operations, &Operation::doubted);
}

Edit::Op fold(const QVector<Operation> &operations, const Record &record)
{
    if (has(operations, Edit::Op::Delete))
        return Edit::Op::Delete;
    return record.serverId.isEmpty() ? Edit::Op::Create : Edit::Op::Update;
}

/// A creation that may have arrived is looked for before its deletion can be sent.
QVector<Operation> withoutEarlyDeletion(QVector<Operation> operations, const Record &record)
{
    if (record.serverId.isEmpty())
        operations.removeIf([](const Operation &operation) { return operation.op == Edit::Op::Delete; });
    return operations;
}

OutboxWork toWork(const Record &record, const QVector<Operation> &operations)
{
    OutboxWork work{.kind = record.kind,
                    .localId = record.localId,
                    .serverId = record.serverId,
                    .op = fold(operations, record),
                    .base = record.base,
                    .local = record.local,
                    .etag = record.etag,
                    .lastSequence = operations.last().sequence,
                    .attempts = 0,
                    .unknown = isDoubted(operations),
                    .attempted = attempts(operations, record.base)};
    for (const Operation &operation : operations)
        work.attempts = std::max(work.attempts, operation.attempts);
    return work;
}

QVector<Reference> needed(const OutboxWork &work)
{
    switch (work.op) {
    case Edit::Op::Create:
        return origins(work.kind, work.local);
    case Edit::Op::Update:
        return references(work.local);
    case Edit::Op::Delete:
        break;
    }
    return {};
}

} // namespace

Result<void> Sender::recover()
{
    return m_tables.database
        ->execute(u"UPDATE outbox SET state = ?, doubted = 1 WHERE state = ?"_s,
                  {number(SyncState::Unknown), number(SyncState::Sending)})
        .and_then([this] {
            return m_tables.database->execute(u"UPDATE document SET sync = ? WHERE sync = ? AND sync <> 0"_s,
                                              {number(SyncState::Unknown), number(SyncState::Sending)});
        })
        .map([this] {
            for (const ResourceType &type : resourceTypes())
                m_tables.changes.addAll(type.kind);
        });
}

Result<QVector<OutboxWork>> Sender::due(const QDateTime &now, int limit)
{
    // Read row by row: a large assignment leaves thousands behind the first few that are asked for.
    const Result<QSqlQuery *> rows = m_tables.database->query(
        u"SELECT outbox.row FROM outbox JOIN document ON document.row = outbox.row "
        "WHERE outbox.notBefore <= ? AND document.sync IN (?, ?) ORDER BY outbox.sequence"_s,
        {now.toMSecsSinceEpoch(), number(SyncState::Waiting), number(SyncState::Unknown)});
    if (!rows)
        return tl::unexpected(rows.error());
    QVector<OutboxWork> result;
    QSet<RowId> met;
    while (result.size() < limit && (*rows)->next()) {
        const RowId row = (*rows)->value(0).toLongLong();
        if (met.contains(row))
            continue;
        met.insert(row);
        const Result<Piece> found =
            piece(row, now).and_then([this](Piece piece) { return withReferences(std::move(piece)); });
        if (!found)
            return tl::unexpected(found.error());
        if (found->isDue)
            result.append(found->work);
    }
    (*rows)->finish();
    return result;
}

Result<Sender::Piece> Sender::piece(RowId row, const QDateTime &now)
{
    const Result<std::optional<Record>> record = m_tables.documents.at(row);
    if (!record)
        return tl::unexpected(record.error());
    Result<QVector<Operation>> operations = m_tables.outbox.of(row);
    if (!operations)
        return tl::unexpected(operations.error());
    const QVector<Operation> folded = withoutEarlyDeletion(*operations, **record);
    const bool later = std::ranges::any_of(folded, [&now](const Operation &operation) {
        return operation.notBefore.isValid() && operation.notBefore > now;
    });
    return Piece{toWork(**record, folded), !later};
}

Result<Sender::Piece> Sender::withReferences(Piece piece)
{
    if (!piece.isDue)
        return piece;
    const Result<bool> wait = isKeptWaiting(piece.work);
    if (!wait)
        return tl::unexpected(wait.error());
    piece.isDue = !*wait;
    for (QJsonObject &attempt : piece.work.attempted) {
        const Result<QJsonObject> known = withServerReferences(m_tables.documents, attempt);
        if (!known)
            return tl::unexpected(known.error());
        attempt = *known;
    }
    return withServerReferences(m_tables.documents, piece.work.local).map([&piece](const QJsonObject &local) {
        piece.work.local = local;
        return std::move(piece);
    });
}

/// By what it names. An update does not wait for what was stopped, which may be for ever: its other changes
/// go without those links, and what became of an earlier attempt is asked in any case.
Result<bool> Sender::isKeptWaiting(OutboxWork &work)
{
    QStringList leftOut;
    bool isStopped = false;
    bool wait = false;
    const QVector<Reference> all = needed(work);
    for (const Reference &reference : all) {
        const Result<Arrival> arrival = arrivalOf(reference.id);
        if (!arrival)
            return tl::unexpected(arrival.error());
        wait = wait || *arrival == Arrival::OnItsWay;
        isStopped = isStopped || *arrival == Arrival::Stopped;
        if (*arrival == Arrival::Stopped || *arrival == Arrival::StaysHere)
            leftOut.append(reference.id);
    }
    if (wait || !isStopped)
        return wait;
    const auto hasMore = [&] {
        return !changedAttributes(work.base, withoutReferences(work.local, leftOut)).isEmpty();
    };
    work.partly = work.op == Edit::Op::Update && (work.unknown || hasMore());
    return !work.partly;
}

Result<Sender::Arrival> Sender::arrivalOf(const QString &id)
{
    const Result<std::optional<Record>> found = m_tables.documents.findLocal(id);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || !(*found)->serverId.isEmpty())
        return Arrival::There;
    switch ((*found)->sync) {
    case SyncState::Synced: // deleted before it left
    case SyncState::LocalOnly:
        return Arrival::StaysHere;
    case SyncState::Conflict:
    case SyncState::Refused:
        return Arrival::Stopped;
    case SyncState::Waiting:
    case SyncState::Sending:
    case SyncState::Unknown:
        break;
    }
    return arrivalOf(origins((*found)->kind, (*found)->local));
}

/// Of a document that waits to be created, by what it came from.
Result<Sender::Arrival> Sender::arrivalOf(const QVector<Reference> &origins)
{
    for (const Reference &origin : origins) {
        const Result<Arrival> arrival = arrivalOf(origin.id);
        if (!arrival || *arrival == Arrival::Stopped)
            return arrival;
    }
    return Arrival::OnItsWay;
}

Result<void> Sender::markSending(ResourceKind kind, const QString &localId, qint64 lastSequence)
{
    const Result<QSqlQuery *> newest = m_tables.database->query(
        u"SELECT row FROM outbox JOIN document USING (row) WHERE sequence = ? AND localId = ?"_s,
        {lastSequence, localId});
    if (!newest)
        return tl::unexpected(newest.error());
    if (!(*newest)->next()) {
        return tl::unexpected(Problem{Problem::Kind::NotFound,
                                      SenderText::tr("This change was taken back before it could be sent."),
                                      {}});
    }
    const RowId row = (*newest)->value(0).toLongLong();
    (*newest)->finish();
    m_tables.changes.add(kind, row);
    return m_tables.steps.markBegun(row, lastSequence)
        .and_then([&] { return m_tables.outbox.setState(row, lastSequence, SyncState::Sending); })
        .and_then([&] { return m_tables.documents.setSync(row, SyncState::Sending); });
}

Result<void> Sender::awaken(ResourceKind kind)
{
    const QVariantList values{number(SyncState::Waiting), static_cast<int>(kind),
                              number(SyncState::LocalOnly)};
    return m_tables.database
        ->execute(u"UPDATE outbox SET state = ?, notBefore = 0 WHERE row IN "
                  "(SELECT row FROM document WHERE kind = ? AND sync = ? AND sync <> 0)"_s,
                  values)
        .and_then([&] {
            return m_tables.database->execute(
                u"UPDATE document SET sync = ? WHERE kind = ? AND sync = ? AND sync <> 0"_s, values);
        })
        .map([&] { m_tables.changes.addAll(kind); });
}

} // namespace salesbench
