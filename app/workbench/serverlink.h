// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/openprofile.h"
#include "models/domain/workspacestatus.h"
#include "net/sync/syncservice.h"

#include <QFuture>

#include <atomic>

namespace salesbench {

/// Keeps a profile in step with its server, and what the screen knows of it up to date. The demo's server is
/// filled and started on the way, on a thread of its own. Belongs to the GUI thread and never waits there,
/// except for its own end.
class ServerLink : public QObject {
    Q_OBJECT

public:
    /// Both outlive the link.
    ServerLink(OpenProfile &profile, WorkspaceStatus &status, QObject *parent = nullptr);
    ~ServerLink() override;

    /// Begins with the profile's server, if it has one. @p token goes before the profile's token file; empty
    /// = none was given. @p leads is for a demo that is still to be filled, where a number was asked for.
    void start(const QByteArray &token, std::optional<int> leads);
    void setToken(const QByteArray &token);

private:
    using Demo = Result<std::shared_ptr<DemoServer>>;

    void connectWith(const ServerAddress &address, const QByteArray &token);
    void startAtServer(const QByteArray &token);
    void startDemo(std::optional<int> leads);
    void takeDemo(const Demo &demo);
    void showFilling(qint64 done, qint64 total);
    void takeSnapshot(const WorkspaceStatus::Snapshot &snapshot);
    void showProblem(WorkspaceStatus::Connection connection, const Problem &problem);

    OpenProfile &m_profile;
    WorkspaceStatus &m_status;
    std::atomic<bool> m_ending = false;
    QFuture<Demo> m_starting;
    std::shared_ptr<DemoServer> m_demo;
    ServerAddress m_address;
    SyncService m_service; ///< ends before the demo's server that it speaks to
};

} // namespace salesbench
