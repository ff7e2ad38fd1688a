// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/syncjournal.h"

#include <QMutex>
#include <QSet>

#include <atomic>
#include <chrono>
#include <vector>

namespace salesbench::testing {

/// An outbox and the server's documents in memory, by the promises of SyncJournal. May be used from several
/// threads; answers are there at once, but for those that it thinks about.
class FakeJournal final : public SyncJournal {
public:
    struct Entry {
        ResourceKind kind = ResourceKind::SalesLead;
        QString localId;
        QString serverId;
        QJsonObject base;
        QJsonObject local;
        QJsonObject remote;
        QString etag;
        Edit::Op op = Edit::Op::Update;
        SyncState state = SyncState::Synced;
        QString reason;
        QDateTime notBefore;
        qint64 sequence = 0;
        int attempts = 0;
        bool unknown = false;
        QVector<QJsonObject> attempted;
        bool deleted = false;
        bool seen = false;
    };

    /// How long it takes until it begins to look for what is due.
    std::chrono::milliseconds thinking{0};
    std::atomic<int> questions = 0; ///< how often it was asked for that

    // What a user does.
    void create(ResourceKind kind, const QString &localId, QJsonObject document);
    void update(const QString &id, const QJsonObject &patch);
    void remove(const QString &id);
    /// As if it had been pulled.
    void know(ResourceKind kind, const QJsonObject &document, const QString &etag = {});

    /// By local or server id; one without a local id where there is none.
    Entry find(const QString &id) const;
    int count(ResourceKind kind) const;
    /// Changes it behind the synchronisation's back.
    void put(const Entry &entry);
    /// From now on taking a page fails with @p problem.
    void failPages(const Problem &problem) { m_pageProblem = problem; }

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
    Entry *entry(const QString &id);
    QVector<OutboxWork> findDue(const QDateTime &now, int limit) const;
    bool isReady(const Entry &entry, const QDateTime &now) const;
    void settleDone(Entry &entry, qint64 lastSequence, const Outcome &outcome);
    bool take(ResourceKind kind, const RemoteDocument &document);

    mutable QMutex m_mutex;
    std::vector<Entry> m_entries;
    QMap<QString, QJsonValue> m_settings;
    QMap<ResourceKind, QJsonObject> m_pulls;
    std::optional<Problem> m_pageProblem;
    qint64 m_sequence = 0;
};

} // namespace salesbench::testing
