// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/openprofile.h"
#include "models/domain/workspacestatus.h"
#include "ui/shell/startchoice.h"
#include "ui/widgets/messagedialogs.h"

namespace salesbench {

class Appearance;
class MainWindow;
class ServerLink;
class Team;

/// What to open, as whom.
struct DeskPlan {
    Options options = {};
    std::optional<Person> user = {}; ///< where someone was chosen
    QByteArray token = {}; ///< typed at the start; empty = the profile's token file, if any
};

/// One profile at work: the workspace, its server, and the window that shows it.
class Desk : public QObject {
    Q_OBJECT

public:
    /// The window is not shown yet; it reads from the workspace, whatever the server does. A Problem is the
    /// workspace's or says which options contradict what the profile remembers. @p appearance outlives the
    /// desk.
    static Result<std::unique_ptr<Desk>> open(const DeskPlan &plan, Appearance &appearance);
    ~Desk() override;

    MainWindow &window() { return *m_window; }
    const WorkspaceStatus &status() const { return m_status; }

    /// The token typed at the start or since; empty = none.
    const QByteArray &token() const { return m_token; }

    /// How this workspace stands, for the next start.
    void keepLast() const;

Q_SIGNALS:
    /// The user wants to choose another workspace.
    void switchRequested();
    /// The profile has to be opened anew: a setting that it opens with is another one now.
    void reopenRequested();

private:
    Desk(OpenProfile profile, Appearance &appearance);
    void addPages();
    void takeToken(const QString &token);
    void takeOwnerRole(const QString &role);

    // Everything that looks at something stands behind it, so that it ends first.
    OpenProfile m_profile;
    WorkspaceStatus m_status;
    MessageDialogs m_dialogs;
    QByteArray m_token;
    Context m_context;
    std::unique_ptr<Team> m_team;
    std::unique_ptr<ServerLink> m_link;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace salesbench
