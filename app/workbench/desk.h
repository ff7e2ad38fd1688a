// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/openprofile.h"
#include "app/workbench/serverlink.h"
#include "models/domain/workspacestatus.h"
#include "ui/shell/startchoice.h"
#include "ui/widgets/context.h"

namespace salesbench {

class Appearance;
class MainWindow;
class Team;

/// What to open, as whom.
struct DeskPlan {
    Options options = {};
    std::optional<Person> user = {}; ///< where someone was chosen
    std::optional<Credential> signIn = {}; ///< as it was entered; nothing = as the profile knows
};

/// What every desk of one run of the program uses; all outlive it.
struct DeskTools {
    Appearance &appearance;
    Dialogs &dialogs;
    Secrets &secrets;
    ServerLink::OpenBrowser openBrowser;
};

/// One profile at work: the workspace, its server, and the window that shows it.
class Desk : public QObject {
    Q_OBJECT

public:
    /// The window is not shown yet; it reads from the workspace, whatever the server does. A Problem is the
    /// workspace's or says which options contradict what the profile remembers.
    static Result<std::unique_ptr<Desk>> open(const DeskPlan &plan, const DeskTools &tools);
    ~Desk() override;

    MainWindow &window() const { return *m_window; }
    const WorkspaceStatus &status() const { return m_status; }

    /// As it was entered at the start or since, with the tokens that it has by now.
    const std::optional<Credential> &signIn() const { return m_link->credential(); }

    const QString &folder() const { return m_profile.folder; }

    /// Stands in the list of profiles from now on, and offers the others. Where that cannot be written, the
    /// window says so.
    void enterList();

    /// How this workspace stands, for the list of profiles. Runs the event loop until the workspace has said
    /// it.
    void keepLast() const;

Q_SIGNALS:
    /// The sign-in is kept nowhere any more; @p removes: nor shall the workspace be.
    void signedOut(bool removes);
    /// The user wants to choose another workspace.
    void switchRequested();
    /// The user has chosen the profile in @p folder.
    void profileRequested(const QString &folder);
    /// The profile has to be opened anew: a setting that it opens with is another one now.
    void reopenRequested();

private:
    Desk(OpenProfile profile, const DeskTools &tools);
    void addPages();
    void showSignIn();
    void takeSignIn(const SignInMethod &method, const QString &secret);
    void signOut();
    void offerRemoval(const Result<SyncJournal::Counts> &counts);
    void takeOwnerRole(const QString &role);
    KnownProfile listed() const;

    // Everything that looks at something stands behind it, so that it ends first.
    OpenProfile m_profile;
    WorkspaceStatus m_status;
    Context m_context;
    std::unique_ptr<Team> m_team;
    std::unique_ptr<ServerLink> m_link;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace salesbench
