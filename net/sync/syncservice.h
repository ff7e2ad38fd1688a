// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "models/domain/syncjournal.h"
#include "models/domain/workspacestatus.h"
#include "net/client/credential.h"
#include "net/client/serveraddress.h"
#include "net/sync/synctiming.h"

#include <QThread>

namespace salesbench {

class SyncWorker;

/// Keeps a workspace and a server in step, in a thread of its own. The object itself belongs to the GUI
/// thread; none of its calls waits. The journal must outlive it.
class SyncService : public QObject {
    Q_OBJECT

public:
    SyncService(SyncJournal &journal, Surroundings surroundings, SyncTiming timing = {},
                QObject *parent = nullptr);

    /// Stops what runs, even in the middle of an exchange, and waits for the thread.
    ~SyncService() override;

    /// From now on synchronises with this server, beginning at once. Again for another server or sign-in.
    void start(const ServerAddress &address, const Credential &credential);

    /// A full synchronisation now, or right after the one that runs.
    void syncNow();

    /// Stops the synchronisation that runs; a later one goes on where it was.
    void cancel();

    /// Something was recorded: it is sent soon.
    void noteEdits();

Q_SIGNALS:
    void snapshot(const salesbench::WorkspaceStatus::Snapshot &snapshot);
    /// The sign-in has other tokens now; a refresh token that was used may be worthless.
    void renewed(const salesbench::OAuthTokens &tokens);

private:
    QThread m_thread;
    SyncWorker *m_worker = nullptr; ///< lives in m_thread, which deletes it
};

} // namespace salesbench
