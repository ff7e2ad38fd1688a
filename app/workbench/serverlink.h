// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/openprofile.h"
#include "app/workbench/signinkeeper.h"
#include "models/domain/workspacestatus.h"
#include "net/client/cancelsignal.h"
#include "net/sync/syncservice.h"

#include <QFuture>

#include <qcoro/qcorotask.h>

#include <atomic>

namespace salesbench {

/// Keeps a profile in step with its server, and what the screen knows of it up to date. The demo's server is
/// filled and started on the way, on a thread of its own. Belongs to the GUI thread and never waits there,
/// except for its own end.
class ServerLink : public QObject {
    Q_OBJECT

public:
    /// False where no browser can be opened.
    using OpenBrowser = std::function<bool(const QUrl &)>;

    /// All outlive the link.
    ServerLink(OpenProfile &profile, WorkspaceStatus &status, Secrets &secrets, OpenBrowser openBrowser,
               QObject *parent = nullptr);
    ~ServerLink() override;

    /// Begins with the profile's server, if it has one. @p given goes before what the profile knows; where it
    /// lacks what only the person has, and nothing is kept, the browser is opened. @p leads is for a demo that
    /// is still to be filled, where a number was asked for.
    void start(const std::optional<Credential> &given, std::optional<int> leads);

    /// Signs in anew, by the browser where @p given says so, and keeps it.
    void signIn(const Credential &given);

    /// The sign-in is kept nowhere any more. Ends what runs with it.
    QFuture<Result<void>> signOut();

    /// As whom it speaks to the server; nothing while that is not known.
    const std::optional<Credential> &credential() const { return m_credential; }

Q_SIGNALS:
    /// Something about the sign-in that the user should know.
    void noted(const QString &note);

private:
    using Demo = Result<std::shared_ptr<DemoServer>>;

    void connectWith(const Credential &credential);
    void startAtServer(const std::optional<Credential> &given);
    void takeKept(const Result<Credential> &kept, bool mayAsk);
    void takeTokens(const OAuthTokens &tokens);
    void keep();
    QCoro::Task<void> askInBrowser(Credential credential);
    void showConnecting(const QString &server, const std::optional<WorkspaceStatus::Progress> &progress = {});
    void startDemo(std::optional<int> leads);
    void takeDemo(const Demo &demo);
    void showFilling(qint64 done, qint64 total);
    void takeSnapshot(const WorkspaceStatus::Snapshot &snapshot);
    void showProblem(WorkspaceStatus::Connection connection, const Problem &problem);

    OpenProfile &m_profile;
    WorkspaceStatus &m_status;
    SignInKeeper m_keeper;
    OpenBrowser m_openBrowser;
    std::shared_ptr<CancelSignal> m_cancelBrowser;
    std::optional<Credential> m_credential;
    QString m_note; ///< the last that was said
    std::atomic<bool> m_ending = false;
    QFuture<Demo> m_starting;
    std::shared_ptr<DemoServer> m_demo;
    ServerAddress m_address;
    SyncService m_service; ///< ends before the demo's server that it speaks to
};

} // namespace salesbench
