// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/knownprofile.h"

#include <QAction>
#include <QMap>
#include <QObject>
#include <QVector>

class QActionGroup;

namespace salesbench {

/// The window's own actions, each with its words, icon and keys; the window gives them their deeds.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    /// The action that goes to page @p number. Keys are Ctrl+1 to Ctrl+6, and Ctrl+, for the settings.
    QAction *addPage(int number, const QString &title, const QString &iconName);

    /// An action for each of the first few that is not open: to go over to it. Keys are Ctrl+Alt+1 and on.
    void setProfiles(const QVector<KnownProfile> &profiles);

    QAction *syncNow;
    QAction *cancelSync;
    QAction *switchWorkspace;
    QAction *signOut;
    QAction *quit;
    QAction *undo;
    QAction *redo;
    QAction *search;
    QAction *command;
    QAction *theme;
    QAction *menuBar;
    QAction *fullScreen;
    QAction *nextPart;
    QAction *previousPart;
    QAction *shortcuts;
    QAction *about;
    QMap<int, QAction *> pages;
    QList<QAction *> profiles;

Q_SIGNALS:
    /// The user wants to go over to the profile in @p folder.
    void profileChosen(const QString &folder);

private:
    QAction *make(const QString &text, const QString &iconName, const QKeySequence &keys);

    QWidget *m_window;
    QActionGroup *m_pageGroup;
};

} // namespace salesbench
