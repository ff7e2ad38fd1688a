// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outbox.h"

#include "models/domain/merge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

int stateColumn(SyncState state)
{
    return static_cast<int>(state);
}

qint64 toColumn(const QDateTime &notBefore)
{
    return notBefore.isValid() ? notBefore.toMSecsSinceEpoch() : 0;
}

Operation toOperation(const QSqlQuery &query)
{
    const qint64 notBefore = query.value(7).toLongLong();
    return {.sequence = query.value(0).toLongLong(),
            .row = query.value(1).toLongLong(),
            .step = query.value(2).toLongLong(),
            .op = static_cast<Edit::Op>(query.value(3).toInt()),
            .content = toDocument(query.value(4).toByteArray()),
            .before = toDocument(query.value(5).toByteArray()),
            .state = static_cast<SyncState>(query.value(6).toInt()),
            .attempts = query.value(8).toInt(),
            .notBefore = notBefore > 0 ? toTime(notBefore) : QDateTime(),
            .made = toTime(query.value(9)),
            .doubted = query.value(10).toBool()};
}

} // namespace

SyncState syncOf(const QVector<Operation> &operations)
{
    for (const SyncState state : {SyncState::Sending, SyncState::Unknown}) {
        if (std::ranges::any_of(operations,
                                [state](const Operation &operation) { return operation.state == state; }))
            return state;
    }
    return operations.isEmpty() ? SyncState::Synced : operations.first().state;
}

QVector<QJsonObject> attempts(const QVector<Operation> &operations, QJsonObject base)
{
    QVector<QJsonObject> result;
    for (const Operation &operation : operations) {
        if (operation.op == Edit::Op::Create)
            base = operation.content;
        else if (operation.op == Edit::Op::Update)
            base = mergePatch(base, operation.content);
        if (operation.doubted && operation.op != Edit::Op::Delete)
            result.append(base);
    }
    return result;
}

Result<void> Outbox::append(const Operation &operation)
{
    return m_database.execute(
        u"INSERT INTO outbox (row, step, op, content, before, state, made) "
        "VALUES (?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?)"_s,
        {operation.row, operation.step, static_cast<int>(operation.op), toBytes(operation.content),
         operation.op == Edit::Op::Update ? QVariant(toBytes(operation.before)) : QVariant(),
         stateColumn(operation.state), timeColumn(operation.made)});
}

Result<void> Outbox::restore(const Operation &operation)
{
    return append(operation).and_then([&] {
        return m_database.execute(
            u"UPDATE outbox SET sequence = ?, attempts = ?, notBefore = ?, doubted = ? WHERE sequence = "
            "last_insert_rowid()"_s,
            {operation.sequence, operation.attempts, toColumn(operation.notBefore), operation.doubted});
    });
}

Result<QVector<Operation>> Outbox::all(const QString &condition, qint64 value)
{
    return m_database
        .query(
            u"SELECT sequence, row, step, op, CAST(content AS BLOB), CAST(before AS BLOB), state, notBefore, "
            "attempts, made, doubted FROM outbox WHERE "_s
                + condition + u" ORDER BY sequence"_s,
            {value})
        .map([](QSqlQuery *query) {
            QVector<Operation> operations;
            while (query->next())
                operations.append(toOperation(*query));
            return operations;
        });
}

Result<QVector<Operation>> Outbox::of(RowId row)
{
    return all(u"row = ?"_s, row);
}

Result<bool> Outbox::hasDeletion(RowId row, qint64 lastSequence)
{
    return m_database
        .query(u"SELECT 1 FROM outbox WHERE row = ? AND sequence <= ? AND op = ?"_s,
               {row, lastSequence, static_cast<int>(Edit::Op::Delete)})
        .map([](QSqlQuery *query) {
            const bool found = query->next();
            query->finish();
            return found;
        });
}

Result<QVector<Operation>> Outbox::ofStep(qint64 step)
{
    return all(u"step = ?"_s, step);
}

Result<void> Outbox::remove(const Operation &operation)
{
    return m_database.execute(u"DELETE FROM outbox WHERE sequence = ?"_s, {operation.sequence});
}

Result<void> Outbox::removeUpTo(RowId row, qint64 lastSequence)
{
    const Result<QSet<qint64>> steps =
        m_database
            .query(u"DELETE FROM outbox WHERE row = ? AND sequence <= ? RETURNING step"_s,
                   {row, lastSequence})
            .map([](QSqlQuery *query) {
                QSet<qint64> steps;
                while (query->next())
                    steps.insert(query->value(0).toLongLong());
                return steps;
            });
    if (!steps)
        return tl::unexpected(steps.error());
    Result<void> done;
    for (auto step = steps->begin(); done && step != steps->end(); ++step) {
        done = m_database.execute(
            u"DELETE FROM step WHERE id = ? AND NOT EXISTS (SELECT 1 FROM outbox WHERE step = ?)"_s,
            {*step, *step});
    }
    return done;
}

Result<void> Outbox::setState(RowId row, qint64 lastSequence, SyncState state)
{
    return m_database.execute(u"UPDATE outbox SET state = ? WHERE row = ? AND sequence <= ?"_s,
                              {stateColumn(state), row, lastSequence});
}

Result<void> Outbox::restart(RowId row)
{
    return m_database.execute(u"UPDATE outbox SET state = ?, attempts = 0, notBefore = 0 WHERE row = ?"_s,
                              {stateColumn(SyncState::Waiting), row});
}

Result<void> Outbox::tryNow(RowId row)
{
    return m_database.execute(u"UPDATE outbox SET state = CASE WHEN doubted THEN ? ELSE ? END, attempts = 0, "
                              "notBefore = 0 WHERE row = ?"_s,
                              {stateColumn(SyncState::Unknown), stateColumn(SyncState::Waiting), row});
}

Result<void> Outbox::retryLater(RowId row, qint64 lastSequence, bool counts, const QDateTime &notBefore)
{
    return m_database.execute(u"UPDATE outbox SET state = CASE WHEN doubted THEN ? ELSE ? END, attempts = "
                              u"attempts + ?, notBefore = ? "
                              "WHERE row = ? AND sequence <= ?"_s,
                              {stateColumn(SyncState::Unknown), stateColumn(SyncState::Waiting),
                               counts ? 1 : 0, toColumn(notBefore), row, lastSequence});
}

Result<void> Outbox::doubt(RowId row, qint64 lastSequence, bool counts, const QDateTime &notBefore)
{
    return m_database
        .execute(u"UPDATE outbox SET doubted = 1 WHERE row = ? AND sequence <= ?"_s, {row, lastSequence})
        .and_then([&] { return retryLater(row, lastSequence, counts, notBefore); });
}

} // namespace salesbench
