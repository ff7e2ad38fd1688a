// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listview.h"
#include "ui/widgets/context.h"

#include <QWidget>

#include <functional>

namespace salesbench {

class FilterBar;
class ListCounter;
class ListState;
class NoticeBar;
class PageActions;
class RecordTable;
class ResourceTableModel;
class ViewTabs;

/// A list with what chooses its documents: views as tabs, chips, and the page's main button above it, what
/// happened below it, and where there are no rows the reason.
class ListPanel : public QWidget {
    Q_OBJECT

public:
    ListPanel(Context &context, ResourceTableModel &model, RecordTable &table, const PageActions &actions,
              QWidget *parent = nullptr);

    FilterBar &filterBar() const { return *m_filter; }
    ViewTabs &tabs() const { return *m_tabs; }
    /// The view's stable name.
    const QString &view() const { return m_views[currentView()].name; }
    void setView(const QString &name);
    /// Every document of the kind.
    void showAll();
    void showOwnedBy(const Person &person);
    /// What view and chips say together.
    ListFilter filter() const;
    /// How many documents there are of the kind; -1 until it is known.
    qint64 total() const;
    /// A line under the list: what happened, and at most one thing to do about it.
    void say(const QString &text, const QString &action = {}, const std::function<void()> &deed = {});
    void dismissNotice();

Q_SIGNALS:
    /// total() is known or another one now.
    void counted();

private:
    void build(const PageActions &actions);
    QWidget *buildTop(const PageActions &actions);
    QWidget *buildFilterRow(const PageActions &actions);
    void connectActions(const PageActions &actions);
    int currentView() const;
    void chooseView(int index);
    void takeFilter(const ListFilter &chips);
    void apply();
    void showState();

    Context &m_context;
    ResourceTableModel &m_model;
    RecordTable &m_table;
    QVector<ListView> m_views;
    ListCounter *m_counter = nullptr;
    ViewTabs *m_tabs = nullptr;
    FilterBar *m_filter = nullptr;
    ListState *m_state = nullptr;
    NoticeBar *m_notice = nullptr;
    std::function<void()> m_offer; ///< behind the notice's button
};

} // namespace salesbench
