// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

class QMenu;
class QMenuBar;

namespace salesbench {

class WindowActions;

/// An action and the menu it stands in, for the palette and the list of shortcuts.
struct Command {
    QAction *action = nullptr;
    QString menu; ///< the menu's title without its mnemonic
    bool goesSomewhere = false;

    /// The action's, without its mnemonic.
    QString text() const;
};

/// The menu bar: the window's actions, and among them those of the page that is shown.
class Menus : public QObject {
    Q_OBJECT

public:
    Menus(QMenuBar *bar, const WindowActions &actions);

    void setPage(const Page *page);
    /// What is about the user rather than the page.
    void fillUserMenu(QMenu *menu) const;
    /// Every action of the menus, in their order.
    QVector<Command> commands() const;

private:
    void fill(QMenu *menu, const QList<QAction *> &before, const QList<QAction *> &page,
              const QList<QAction *> &after);

    const WindowActions &m_actions;
    QMenu *m_file;
    QMenu *m_edit;
    QMenu *m_view;
    QMenu *m_go;
    QMenu *m_record;
    QMenu *m_help;
};

} // namespace salesbench
