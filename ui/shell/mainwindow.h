// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/knownprofile.h"
#include "ui/shell/menus.h"
#include "ui/widgets/context.h"

#include <QMainWindow>
#include <QMap>

class QMenu;
class QStackedWidget;

namespace salesbench {

class Appearance;
class CommandPalette;
class NoticeBar;
class Rail;
class SettingsPage;
class StatusLine;
class SyncPage;
class TopBar;

/// The workbench's window: navigation, menus, search, status, and the pages. Opens at once from the
/// workspace, whatever the server does.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// A page's place in the rail and its key.
    enum PageNumber { Leads = 1, Opportunities, Quotes, Assign, Dashboard, Sync, Settings };

    /// Both outlive the window.
    MainWindow(Context &context, Appearance &appearance, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The page belongs to the window from now on, and stands in the rail by its number.
    void addPage(int number, Page *page);
    Page *page(int number) const { return m_pages.value(number); }
    const QMap<int, Page *> &pages() const { return m_pages; }
    void showPage(int number);
    int currentPage() const { return m_current; }

    /// Shows a document on the page of its kind.
    void openRecord(ResourceKind kind, const QString &id);

    /// How the server is signed in at; nothing where nobody signs in. A token, unless told.
    void setSignIn(const std::optional<SignInMethod> &method);

    /// Where one can go over to; the one that is open is marked.
    void setProfiles(const QVector<KnownProfile> &profiles);

    /// Something that the user should know, in whole sentences; it stays until dismissed.
    void notify(const QString &text);

    /// Everything that the menus offer now.
    QVector<Command> commands() const { return m_menus->commands(); }
    /// @p text may begin with the palette's signs: > @ :
    void openPalette(const QString &text = {});
    void closePalette();

Q_SIGNALS:
    /// The user signs in at the server anew; @p secret is the token or the client's secret, and may be empty.
    void signInEntered(const salesbench::SignInMethod &method, const QString &secret);
    void signOutRequested();
    /// The user wants another relatedParty role to mark the owner.
    void ownerRoleEntered(const QString &role);
    /// The user wants to choose where to work and as whom, as at the start.
    void switchWorkspaceRequested();
    /// The user has chosen: the profile in @p folder.
    void profileChosen(const QString &folder);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *build();
    void addOwnPages();
    void connectActions();
    void connectStatus();
    void connectPage(Page *page);
    void showTexts();
    void showUndo();
    void showStatus();
    void showState();
    void takeBack(bool redo);
    void refreshActions();
    void cycleParts(int step);
    QList<QWidget *> parts() const;
    void save() const;
    void restore();
    void restorePage(int number);

    Context &m_context;
    Appearance &m_appearance;
    WindowActions *m_actions = nullptr;
    QMenu *m_userMenu = nullptr;
    Menus *m_menus = nullptr;
    TopBar *m_top = nullptr;
    Rail *m_rail = nullptr;
    NoticeBar *m_state = nullptr; ///< how the workspace stands, as long as it does
    NoticeBar *m_notice = nullptr; ///< what happened
    QStackedWidget *m_stack = nullptr;
    StatusLine *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    QMap<int, Page *> m_pages;
    SyncPage *m_sync = nullptr;
    SettingsPage *m_settings = nullptr;
    int m_current = 0;
    int m_kept = 0; ///< the page shown when the window was last closed
    QString m_stateText;
};

} // namespace salesbench
