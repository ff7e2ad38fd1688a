// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/kindwords.h"

#include <QObject>

class QAction;
class QKeySequence;
class QMenu;
class QWidget;

namespace salesbench {

class RecordTable;

/// What can be done on a list page besides what is done to the selection.
class PageActions : public QObject {
    Q_OBJECT

public:
    PageActions(const KindWords &words, RecordTable &table, QWidget *page);

    QAction *create;
    QAction *find;
    QAction *addFilter;
    QAction *clearFilters;
    QAction *showPane; ///< checked while the pane is shown
    QAction *nextView;
    QAction *previousView;
    QAction *stopLoading;
    QMenu *columns;

private:
    QAction *make(const QString &text, const QString &iconName, const QKeySequence &keys, const QString &name);
};

} // namespace salesbench
