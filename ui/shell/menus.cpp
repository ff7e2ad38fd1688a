// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/menus.h"

#include "ui/shell/windowactions.h"

#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

void add(QMenu *menu, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
}

void collect(const QMenu *menu, const QString &title, bool goesSomewhere, QVector<Command> &found)
{
    for (QAction *action : menu->actions()) {
        if (const QMenu *inner = action->menu())
            collect(inner, title, goesSomewhere, found);
        else if (!action->isSeparator())
            found.append({action, title, goesSomewhere});
    }
}

} // namespace

QString Command::text() const
{
    static const QRegularExpression mnemonic(u"&(.)"_s); // "&&" stands for an ampersand
    return action->text().replace(mnemonic, u"\\1"_s);
}

Menus::Menus(QMenuBar *bar, const WindowActions &actions)
    : QObject(bar)
    , m_actions(actions)
    , m_file(bar->addMenu(tr("&File")))
    , m_edit(bar->addMenu(tr("&Edit")))
    , m_view(bar->addMenu(tr("&View")))
    , m_go(bar->addMenu(tr("&Go")))
    , m_record(bar->addMenu(QString()))
    , m_help(bar->addMenu(tr("&Help")))
{
}

void Menus::setPage(const Page *page)
{
    const auto of = [page](Page::Menu menu) {
        return page ? page->menuActions(menu) : QList<QAction *>();
    };
    const WindowActions &own = m_actions;
    fill(m_file, {}, of(Page::Menu::File),
         QList<QAction *>{own.syncNow, own.cancelSync, nullptr} + own.profiles
             + QList<QAction *>{own.switchWorkspace, own.signOut, own.quit});
    fill(m_edit, {own.undo, own.redo}, of(Page::Menu::Edit), {});
    fill(m_view, {}, of(Page::Menu::View), {own.theme, own.menuBar, own.fullScreen});
    fill(m_go, own.pages.values(), {}, {own.search, own.command, nullptr, own.nextPart, own.previousPart});
    fill(m_record, {}, of(Page::Menu::Record), {});
    fill(m_help, {own.shortcuts, own.about}, {}, {});
    m_record->setTitle(page ? page->recordMenuTitle() : QString());
    m_record->menuAction()->setVisible(!m_record->isEmpty());
}

void Menus::fill(QMenu *menu, const QList<QAction *> &before, const QList<QAction *> &page,
                 const QList<QAction *> &after)
{
    menu->clear();
    bool started = false;
    for (const QList<QAction *> &part : {before, page, after}) {
        if (started && !part.isEmpty())
            menu->addSeparator();
        add(menu, part);
        started = started || !part.isEmpty();
    }
}

void Menus::fillUserMenu(QMenu *menu) const
{
    menu->clear();
    add(menu, {m_actions.theme});
    add(menu, m_actions.profiles);
    add(menu, {m_actions.switchWorkspace, m_actions.signOut, m_actions.quit});
}

QVector<Command> Menus::commands() const
{
    QVector<Command> found;
    for (const QMenu *menu : {m_record, m_file, m_edit, m_view, m_go, m_help})
        collect(menu, menu->title().remove(u'&'), menu == m_go, found);
    return found;
}

} // namespace salesbench
