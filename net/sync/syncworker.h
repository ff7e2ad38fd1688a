// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client/credential.h"
#include "net/sync/livelink.h"
#include "net/sync/syncrun.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>

namespace salesbench {

/// When to synchronise, and what the screen is told of it. Lives in a thread of its own.
class SyncWorker : public QObject {
    Q_OBJECT

public:
    SyncWorker(SyncJournal &journal, Surroundings surroundings, SyncTiming timing);

    void start(const ServerAddress &address, const Credential &credential);
    void syncNow();
    void cancel();
    void noteEdits();

    /// Ends what runs and emits stopped(); nothing begins after it.
    void stop();

Q_SIGNALS:
    void snapshot(const salesbench::WorkspaceStatus::Snapshot &snapshot);
    void renewed(const salesbench::OAuthTokens &tokens);
    void stopped();

private:
    using Connection = WorkspaceStatus::Connection;

    QCoro::Task<void> run(SyncExtent extent);
    QCoro::Task<void> refreshCounts();
    QCoro::Task<void> readLastSync();
    QCoro::Task<void> end();
    SyncContext context();
    void takeHint();
    bool canSend() const;
    void begin(SyncExtent extent);
    void beginNext();
    void conclude(SyncExtent extent, const SyncSummary &summary);
    void take(SyncExtent extent, const SyncSummary &summary);
    void planNext(const SyncSummary &summary);
    std::chrono::milliseconds untilDue(const QDateTime &due) const;
    std::chrono::milliseconds waitAfter(const SyncSummary &summary);
    void show();

    SyncJournal &m_journal;
    Surroundings m_surroundings;
    SyncTiming m_timing;
    ServerConnection m_connection;
    WorkspaceStatus::Snapshot m_snapshot;
    LiveLink m_live;
    QTimer m_next; ///< the next synchronisation
    QDeadlineTimer m_full; ///< until when no pull of everything is needed
    QDeadlineTimer m_recent; ///< until when it is not asked what is new
    QTimer m_settle; ///< runs while edits still come
    QElapsedTimer m_duration;
    std::optional<SyncExtent> m_queued; ///< asked for while one runs
    PutOff m_putOff; ///< of all synchronisations, what is still ahead
    int m_failures = 0; ///< one after the other without an answer
    bool m_running = false;
    bool m_stopping = false;
};

} // namespace salesbench
