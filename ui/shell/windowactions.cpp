// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowactions.h"

#include "ui/widgets/icons.h"

#include <QActionGroup>
#include <QWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int LastNumberedPage = 6;
constexpr int MostProfiles = 5;

QKeySequence pageKeys(int number)
{
    return number <= LastNumberedPage ? QKeySequence(u"Ctrl+%1"_s.arg(number)) : QKeySequence(u"Ctrl+,"_s);
}

} // namespace

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , syncNow(nullptr)
    , m_window(window)
    , m_pageGroup(new QActionGroup(this))
{
    syncNow = make(tr("&Sync Now"), u"sync"_s, u"F5"_s);
    cancelSync = make(tr("S&top Syncing"), u"close"_s, u"Shift+F5"_s);
    switchWorkspace = make(tr("S&witch Workspace…"), u"folder"_s, u"Ctrl+Shift+O"_s);
    signOut = make(tr("Sign &Out…"), u"key"_s, u"Ctrl+Shift+X"_s);
    quit = make(tr("&Quit"), u"quit"_s, u"Ctrl+Q"_s);
    quit->setMenuRole(QAction::QuitRole);
    undo = make(tr("&Undo"), u"undo"_s, u"Ctrl+Z"_s);
    redo = make(tr("&Redo"), u"redo"_s, u"Ctrl+Shift+Z"_s);
    search = make(tr("&Search Everything…"), u"search"_s, u"Ctrl+K"_s);
    command = make(tr("Run a &Command…"), u"chevron-right"_s, u"Ctrl+Shift+P"_s);
    theme = make(tr("Switch Between &Light and Dark"), u"contrast"_s, u"Ctrl+Shift+L"_s);
    menuBar = make(tr("Show &Menu Bar"), u"list"_s, u"Ctrl+M"_s);
    menuBar->setCheckable(true);
    fullScreen = make(tr("&Full Screen"), u"computer"_s, u"F11"_s);
    fullScreen->setCheckable(true);
    nextPart = make(tr("&Next Part of the Window"), u"arrow-right"_s, u"F6"_s);
    previousPart = make(tr("&Previous Part of the Window"), u"arrow-up"_s, u"Shift+F6"_s);
    shortcuts = make(tr("&Keyboard Shortcuts"), u"keyboard"_s, u"F1"_s);
    about = make(tr("&About Salesbench"), u"info"_s, u"Ctrl+F1"_s);
    about->setMenuRole(QAction::AboutRole);
}

QAction *WindowActions::addPage(int number, const QString &title, const QString &iconName)
{
    QAction *action = make(title, iconName, pageKeys(number));
    action->setCheckable(true);
    m_pageGroup->addAction(action);
    pages.insert(number, action);
    return action;
}

void WindowActions::setProfiles(const QVector<KnownProfile> &known)
{
    qDeleteAll(std::exchange(profiles, {}));
    for (const KnownProfile &profile : known) {
        if (profile.isOpen || profiles.size() == MostProfiles)
            continue;
        const QString name = profileName(profile).replace(u'&', "&&"_L1);
        QAction *action =
            make(tr("Switch to %1").arg(name), u"user"_s, u"Ctrl+Alt+%1"_s.arg(profiles.size() + 1));
        profiles.append(action);
        connect(action, &QAction::triggered, this,
                [this, folder = profile.folder] { Q_EMIT profileChosen(folder); });
    }
}

QAction *WindowActions::make(const QString &text, const QString &iconName, const QKeySequence &keys)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setShortcut(keys);
    // Also on the window itself: the keys work while the menu bar is hidden.
    m_window->addAction(action);
    return action;
}

} // namespace salesbench
