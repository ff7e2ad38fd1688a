// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/pageactions.h"

#include "ui/list/recordtable.h"
#include "ui/list/tablecolumns.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace salesbench {

PageActions::PageActions(const KindWords &words, RecordTable &table, QWidget *page)
    : QObject(page)
    , create(make(words.create, u"plus"_s, QKeySequence::New, u"newRecord"_s))
    , find(make(tr("&Find in This List"), u"search"_s, QKeySequence::Find, u"find"_s))
    , addFilter(make(tr("Add a &Filter"), u"filter"_s, Qt::Key_F, u"addFilter"_s))
    , clearFilters(make(tr("C&lear Filters"), u"close"_s, u"Ctrl+Shift+F"_s, u"clearFilters"_s))
    , showPane(make(tr("Show the &Details"), u"pane"_s, u"Ctrl+I"_s, u"showPane"_s))
    , nextView(make(tr("Next &View"), u"arrow-right"_s, u"Ctrl+Tab"_s, u"nextView"_s))
    , previousView(make(tr("P&revious View"), u"arrow-up"_s, u"Ctrl+Shift+Tab"_s, u"previousView"_s))
    , stopLoading(make(tr("Stop &Loading"), u"close"_s, u"Ctrl+."_s, u"stopLoading"_s))
    , columns(new QMenu(tr("&Columns"), page))
{
    create->setToolTip(tr("%1 (N)").arg(words.create));
    addFilter->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    table.addAction(addFilter);
    showPane->setToolTip(tr("Show or hide the details (Ctrl+I)"));
    showPane->setCheckable(true);
    showPane->setChecked(true);
    columns->setIcon(icon(u"columns"_s));
    connect(columns, &QMenu::aboutToShow, this, [this, &table] {
        columns->clear();
        table.columns().fillMenu(columns);
    });
    for (const auto &[key, action] : {std::pair(Qt::Key_N, create), std::pair(Qt::Key_Slash, find)}) {
        auto *shortcut = new QShortcut(key, &table, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, action, &QAction::trigger);
    }
}

QAction *PageActions::make(const QString &text, const QString &iconName, const QKeySequence &keys,
                           const QString &name)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setShortcut(keys);
    action->setObjectName(name);
    return action;
}

} // namespace salesbench
