// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMap>
#include <QObject>

class QActionGroup;

namespace salesbench {

/// The window's own actions, each with its words, icon and keys; the window gives them their deeds.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    /// The action that goes to page @p number. Keys are Ctrl+1 to Ctrl+6, and Ctrl+, for the settings.
    QAction *addPage(int number, const QString &title, const QString &iconName);

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

private:
    QAction *make(const QString &text, const QString &iconName, const QKeySequence &keys);

    QWidget *m_window;
    QActionGroup *m_pageGroup;
};

} // namespace salesbench
