// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "models/domain/syncjournal.h"
#include "models/domain/workspacestatus.h"
#include "net/client/serveraddress.h"

#include <QThread>

#include <chrono>
#include <memory>

namespace salesbench {

class SyncWorker;

/// How long the synchronisation waits for what.
struct SyncTiming {
    std::chrono::milliseconds poll{30'000};   ///< between two full synchronisations
    std::chrono::milliseconds settle{1'000};  ///< after an edit, before it is sent: a burst goes out as one
    std::chrono::milliseconds timeout{30'000}; ///< for one exchange
};

/// Keeps a workspace and a server in step, in a thread of its own. The object itself belongs to the GUI
/// thread; none of its calls waits. The journal must outlive it.
class SyncService : public QObject {
    Q_OBJECT

public:
    SyncService(SyncJournal &journal, Surroundings surroundings, SyncTiming timing = {}, QObject *parent = nullptr);

    /// Stops what runs, even in the middle of an exchange, and waits for the thread.
    ~SyncService() override;

    /// From now on synchronises with this server, beginning at once. Again for another server or token.
    void start(const ServerAddress &address, const QByteArray &token);

    /// A full synchronisation now, or right after the one that runs.
    void syncNow();

    /// Stops the synchronisation that runs; a later one goes on where it was.
    void cancel();

    /// Something was recorded: it is sent soon.
    void noteEdits();

Q_SIGNALS:
    void snapshot(const salesbench::WorkspaceStatus::Snapshot &snapshot);

private:
    QThread m_thread;
    SyncWorker *m_worker = nullptr; ///< lives in m_thread, which deletes it
};

} // namespace salesbench
