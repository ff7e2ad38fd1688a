// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listpanel.h"

#include "models/items/resourcetablemodel.h"
#include "ui/list/filterbar.h"
#include "ui/list/listcounter.h"
#include "ui/list/liststate.h"
#include "ui/list/pageactions.h"
#include "ui/list/pagekeeping.h"
#include "ui/list/recordtable.h"
#include "ui/list/viewtabs.h"
#include "ui/shell/noticebar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/taborder.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int RowHeight = 38; ///< of the tabs' and of the filters' row
constexpr int Left = 12;
constexpr int PanelRight = 10;

QVector<ListFilter> filtersOf(const QVector<ListView> &views)
{
    QVector<ListFilter> filters;
    for (const ListView &view : views)
        filters.append(view.filter);
    return filters;
}

QFrame *makeHairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("look", u"hairline"_s);
    line->setFixedHeight(1);
    return line;
}

QToolButton *makeToolButton(const QString &name, const QString &iconName, const QString &hint, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(hint);
    button->setAccessibleName(hint);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

ListPanel::ListPanel(Context &context, ResourceTableModel &model, RecordTable &table, const PageActions &actions,
                     QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(model)
    , m_table(table)
    , m_views(listViews(model.kind(), context.session.user))
    , m_counter(new ListCounter(context.queries, model.kind(), filtersOf(m_views), this))
{
    build(actions);
    connectActions(actions);
    connect(&m_model, &ResourceTableModel::phaseChanged, this, &ListPanel::showState);
    connect(&m_model, &ResourceTableModel::contentChanged, this, &ListPanel::showState);
    connect(m_counter, &ListCounter::counted, this, [this] {
        for (int i = 0; i < m_views.size(); ++i)
            m_tabs->setNumber(i, m_counter->count(i));
        Q_EMIT counted();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &ListPanel::chooseView);
    connect(m_filter, &FilterBar::filterChanged, this, &ListPanel::takeFilter);
    showState();
}

void ListPanel::build(const PageActions &actions)
{
    m_notice = new NoticeBar(this);
    m_notice->setObjectName(u"pageNotice"_s);
    connect(m_notice, &NoticeBar::actionPressed, this, [this] {
        if (m_offer)
            m_offer();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTop(actions));
    column->addWidget(makeHairline(this));
    column->addWidget(buildFilterRow(actions));
    column->addWidget(makeHairline(this));
    column->addWidget(&m_table, 1);
    column->addWidget(m_notice);
    m_state = new ListState(m_model, actions.create, m_table.viewport());
    orderTabs(this);
}

QWidget *ListPanel::buildTop(const PageActions &actions)
{
    auto *top = new QWidget(this);
    m_tabs = new ViewTabs(top);
    for (const ListView &view : std::as_const(m_views))
        m_tabs->addTab(view.title);
    m_tabs->setCurrentIndex(int(m_views.size()) - 1);
    auto *create = new QPushButton(icon(u"plus"_s, IconInk::OnAccent), actions.create->text(), top);
    create->setObjectName(u"new"_s);
    create->setProperty("look", u"primary"_s);
    create->setAccessibleName(create->text());
    connect(create, &QPushButton::clicked, actions.create, &QAction::trigger);
    const auto follow = [create, action = actions.create] {
        create->setEnabled(action->isEnabled());
        create->setToolTip(action->toolTip());
    };
    connect(actions.create, &QAction::changed, create, follow);
    follow();
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(Left, 0, PanelRight, 0);
    row->setSpacing(8);
    row->addWidget(m_tabs, 1);
    row->addWidget(create, 0, Qt::AlignVCenter);
    top->setFixedHeight(RowHeight);
    return top;
}

QWidget *ListPanel::buildFilterRow(const PageActions &actions)
{
    auto *bar = new QWidget(this);
    m_filter = new FilterBar(m_context, m_model.kind(), bar);
    QToolButton *columns = makeToolButton(u"columns"_s, u"columns"_s, tr("Choose the columns"), bar);
    columns->setMenu(actions.columns);
    columns->setPopupMode(QToolButton::InstantPopup);
    QToolButton *pane = makeToolButton(u"pane"_s, u"pane"_s, actions.showPane->toolTip(), bar);
    connect(pane, &QToolButton::clicked, actions.showPane, &QAction::trigger);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Left, 0, PanelRight, 0);
    row->setSpacing(2);
    row->addWidget(m_filter, 1);
    row->addSpacing(4);
    row->addWidget(columns);
    row->addWidget(pane);
    bar->setFixedHeight(RowHeight);
    return bar;
}

void ListPanel::connectActions(const PageActions &actions)
{
    connect(actions.find, &QAction::triggered, m_filter, &FilterBar::focusText);
    connect(actions.addFilter, &QAction::triggered, m_filter, &FilterBar::addFilter);
    connect(actions.clearFilters, &QAction::triggered, m_filter, &FilterBar::clear);
    connect(m_filter, &FilterBar::filterChanged, actions.clearFilters,
            [action = actions.clearFilters](const ListFilter &chips) { action->setEnabled(!chips.isEmpty()); });
    actions.clearFilters->setEnabled(false);
    connect(actions.nextView, &QAction::triggered, m_tabs, [this] { m_tabs->cycle(1); });
    connect(actions.previousView, &QAction::triggered, m_tabs, [this] { m_tabs->cycle(-1); });
    connect(m_state, &ListState::clearPressed, m_filter, &FilterBar::clear);
    connect(m_state, &ListState::retryPressed, &m_model, &ResourceTableModel::reload);
}

int ListPanel::currentView() const
{
    return std::max(m_tabs->currentIndex(), 0);
}

ListFilter ListPanel::filter() const
{
    return narrowed(m_views[currentView()], m_filter->filter());
}

qint64 ListPanel::total() const
{
    return m_counter->count(int(m_views.size()) - 1);
}

void ListPanel::apply()
{
    m_model.setFilter(filter());
    showState();
}

void ListPanel::chooseView(int index)
{
    m_filter->setFilter(withoutFieldsOf(m_views[index], m_filter->filter()));
    apply();
}

void ListPanel::takeFilter(const ListFilter &chips)
{
    if (contradicts(m_views[currentView()], chips))
        m_tabs->setCurrentIndex(int(m_views.size()) - 1);
    apply();
}

void ListPanel::setView(const QString &name)
{
    for (int i = 0; i < m_views.size(); ++i) {
        if (m_views[i].name == name)
            m_tabs->setCurrentIndex(i);
    }
}

void ListPanel::showAll()
{
    m_tabs->setCurrentIndex(int(m_views.size()) - 1);
    m_filter->clear();
}

void ListPanel::showOwnedBy(const Person &person)
{
    showAll();
    ListFilter chips;
    chips.anyOf.insert(Field::OwnerId, {person.partyId});
    if (person.partyId == m_context.session.user.partyId)
        setView(u"mine"_s);
    else
        m_filter->setFilter(chips);
}

void ListPanel::showState()
{
    m_state->update(conditionCount(m_filter->filter()));
}

void ListPanel::say(const QString &text, const QString &action, const std::function<void()> &deed)
{
    m_offer = deed;
    m_notice->say(NoticeBar::Tone::Info, text, action);
}

void ListPanel::dismissNotice()
{
    m_notice->dismiss();
}

} // namespace salesbench
