// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/syncjournal.h"
#include "models/store/storewriter.h"

namespace salesbench {

/// The synchronisation's side, handed to the writer.
class StoreJournal : public SyncJournal {
public:
    explicit StoreJournal(StoreWriter &writer)
        : m_writer(writer)
    {
    }

    QFuture<Result<void>> recover() override;
    QFuture<Result<QVector<OutboxWork>>> due(QDateTime now, int limit) override;
    QFuture<Result<void>> markSending(ResourceKind kind, QString localId, qint64 lastSequence) override;
    QFuture<Result<void>> settle(ResourceKind kind, QString localId, qint64 lastSequence,
                                 Outcome outcome) override;
    QFuture<Result<void>> awaken(ResourceKind kind) override;
    QFuture<Result<PullCounts>> takePage(ResourceKind kind, QVector<RemoteDocument> page) override;
    QFuture<Result<QStringList>> unseen(ResourceKind kind, int limit) override;
    QFuture<Result<void>> takeGone(ResourceKind kind, QString serverId) override;
    QFuture<Result<QJsonObject>> pullState(ResourceKind kind) override;
    QFuture<Result<void>> setPullState(ResourceKind kind, QJsonObject state) override;
    QFuture<Result<void>> beginPull(ResourceKind kind) override;
    QFuture<Result<Counts>> counts() override;
    QFuture<Result<QJsonValue>> setting(QString key) override;
    QFuture<Result<void>> setSetting(QString key, QJsonValue value) override;
    QFuture<Result<QMap<QString, QString>>> serverIds(QStringList localIds) override;

private:
    template<typename T>
    QFuture<Result<T>> ask(std::function<Result<T>(WriterTables &)> work);

    StoreWriter &m_writer;
};

} // namespace salesbench
