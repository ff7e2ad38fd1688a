// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storejournal.h"

#include "models/store/puller.h"
#include "models/store/reconcile.h"
#include "models/store/seenrows.h"
#include "models/store/sender.h"
#include "models/store/settings.h"
#include "models/store/settlement.h"

namespace salesbench {

template<typename T>
QFuture<Result<T>> StoreJournal::ask(std::function<Result<T>(WriterTables &)> work)
{
    return m_writer.write<T>(StoreWriter::Asker::Synchronisation, std::move(work));
}

QFuture<Result<void>> StoreJournal::recover()
{
    return ask<void>([](WriterTables &tables) { return Sender(tables).recover(); });
}

QFuture<Result<QVector<OutboxWork>>> StoreJournal::due(QDateTime now, int limit)
{
    return ask<QVector<OutboxWork>>(
        [now, limit](WriterTables &tables) { return Sender(tables).due(now, limit); });
}

QFuture<Result<void>> StoreJournal::markSending(ResourceKind kind, QString localId, qint64 lastSequence)
{
    return ask<void>([kind, localId, lastSequence](WriterTables &tables) {
        return Sender(tables).markSending(kind, localId, lastSequence);
    });
}

QFuture<Result<void>> StoreJournal::settle(ResourceKind kind, QString localId, qint64 lastSequence,
                                           Outcome outcome)
{
    return ask<void>([kind, localId, lastSequence, outcome](WriterTables &tables) {
        return tables.documents.find(kind, localId).and_then([&](const std::optional<Record> &found) {
            return found ? Settlement(tables, *found, lastSequence).settle(outcome) : Result<void>();
        });
    });
}

QFuture<Result<void>> StoreJournal::awaken(ResourceKind kind)
{
    return ask<void>([kind](WriterTables &tables) { return Sender(tables).awaken(kind); });
}

QFuture<Result<PullCounts>> StoreJournal::takePage(ResourceKind kind, QVector<RemoteDocument> page)
{
    return ask<PullCounts>(
        [kind, page = std::move(page)](WriterTables &tables) { return Puller(tables).takePage(kind, page); });
}

QFuture<Result<QStringList>> StoreJournal::unseen(ResourceKind kind, int limit)
{
    return ask<QStringList>(
        [kind, limit](WriterTables &tables) { return SeenRows(*tables.database).unseen(kind, limit); });
}

QFuture<Result<void>> StoreJournal::takeGone(ResourceKind kind, QString serverId)
{
    return ask<void>(
        [kind, serverId](WriterTables &tables) { return Puller(tables).takeGone(kind, serverId); });
}

QFuture<Result<QJsonObject>> StoreJournal::pullState(ResourceKind kind)
{
    return ask<QJsonObject>([kind](WriterTables &tables) { return readPullState(*tables.database, kind); });
}

QFuture<Result<void>> StoreJournal::setPullState(ResourceKind kind, QJsonObject state)
{
    return ask<void>(
        [kind, state](WriterTables &tables) { return writePullState(*tables.database, kind, state); });
}

QFuture<Result<void>> StoreJournal::beginPull(ResourceKind kind)
{
    return ask<void>([kind](WriterTables &tables) { return SeenRows(*tables.database).clear(kind); });
}

QFuture<Result<SyncJournal::Counts>> StoreJournal::counts()
{
    return ask<Counts>([](WriterTables &tables) { return countDocuments(*tables.database); });
}

QFuture<Result<QJsonValue>> StoreJournal::setting(QString key)
{
    return ask<QJsonValue>([key](WriterTables &tables) { return readSetting(*tables.database, key); });
}

QFuture<Result<void>> StoreJournal::setSetting(QString key, QJsonValue value)
{
    return ask<void>(
        [key, value](WriterTables &tables) { return writeSetting(*tables.database, key, value); });
}

QFuture<Result<QMap<QString, QString>>> StoreJournal::serverIds(QStringList localIds)
{
    return ask<QMap<QString, QString>>(
        [localIds](WriterTables &tables) { return knownServerIds(tables.documents, localIds); });
}

} // namespace salesbench
