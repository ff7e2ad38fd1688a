// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/recordpage.h"

#include "models/items/resourcetablemodel.h"
#include "ui/details/detailspane.h"
#include "ui/list/filterbar.h"
#include "ui/list/listpanel.h"
#include "ui/list/listpatience.h"
#include "ui/list/listsum.h"
#include "ui/list/pageactions.h"
#include "ui/list/pagekeeping.h"
#include "ui/list/panehost.h"
#include "ui/list/recordactions.h"
#include "ui/list/recordfollower.h"
#include "ui/list/recordtable.h"
#include "ui/list/tablecolumns.h"
#include "ui/list/viewtabs.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salesbench {

namespace {

constexpr auto ReadingPatience = 3s; ///< with a list that is being read

} // namespace

RecordPage::RecordPage(Context &context, ResourceKind kind, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_kind(kind)
    , m_words(kindWords(kind))
    , m_model(new ResourceTableModel(context.queries, kind, context.surroundings.now, this))
    , m_table(new RecordTable(*m_model, this))
    , m_pageActions(new PageActions(m_words, *m_table, this))
    , m_recordActions(new RecordActions(context, kind, *m_table, this))
    , m_list(new ListPanel(context, *m_model, *m_table, *m_pageActions, this))
    , m_pane(new DetailsPane(context, kind, this))
    , m_follower(new RecordFollower(context, *m_table, *m_pane, *m_model, this))
    , m_sum(new ListSum(context.queries, this))
    , m_patience(new ListPatience(*m_model, ReadingPatience, this))
{
    m_table->setAccessibleName(m_words.title);
    build();
    connectList();
    connectActions();
    m_model->setFilterAndSort(m_list->filter(), standardSort());
}

RecordPage::~RecordPage() = default;

void RecordPage::build()
{
    m_host = new PaneHost(m_list, m_table, m_pane, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_host);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
}

void RecordPage::connectList()
{
    connect(m_follower, &RecordFollower::failed, this, &Page::failed);
    connect(m_follower, &RecordFollower::found, m_list, &ListPanel::dismissNotice);
    connect(m_follower, &RecordFollower::outside, this, [this] {
        say(tr("What the details show is not in this list."), tr("Show all"), [this] {
            m_list->showAll();
            m_follower->open(m_follower->localId());
        });
    });
    connect(m_model, &ResourceTableModel::phaseChanged, this, &RecordPage::showState);
    connect(m_model, &ResourceTableModel::listChanged, this, &RecordPage::showSum);
    connect(m_model, &ResourceTableModel::contentChanged, this, [this] {
        m_sum->refresh();
        Q_EMIT textsChanged();
    });
    connect(m_table, &RecordTable::selectionTouched, this, &RecordPage::showSum);
    connect(m_table, &RecordTable::selectionLimited, this, [this] {
        say(tr("No more than %1 are selected at once.").arg(locale().toString(RecordTable::MaxSelection)));
    });
    connect(m_table, &QTableView::doubleClicked, this, [this] { openCurrent(); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &RecordPage::showMenu);
    connect(m_list, &ListPanel::counted, this, &Page::textsChanged);
    connect(m_sum, &ListSum::summed, this, &Page::textsChanged);
    connect(m_pane, &DetailsPane::openRequested, this, &Page::openRequested);
    connect(m_pane, &DetailsPane::compareRequested, this, &Page::compareRequested);
    connect(m_pane, &DetailsPane::closeRequested, this, [this] { setPaneShown(false); });
    connect(m_pane, &DetailsPane::recordShown, this, [this](const Record &record) { recordShown(record); });
}

void RecordPage::connectActions()
{
    connect(m_pageActions->create, &QAction::triggered, this, [this] { createRecord(); });
    connect(m_pageActions->stopLoading, &QAction::triggered, m_model, &ResourceTableModel::stop);
    connect(m_patience, &ListPatience::changed, this, &RecordPage::showState);
    connect(m_pageActions->showPane, &QAction::toggled, this, &RecordPage::setPaneShown);
    const RecordActions *actions = m_recordActions;
    connect(actions, &RecordActions::openPressed, this, &RecordPage::openCurrent);
    connect(actions, &RecordActions::panePressed, this, [this] { focusPane(); });
    connect(actions, &RecordActions::fieldPressed, this,
            [this](Column column) { focusPane(attributeOf(m_kind, column)); });
    connect(actions, &RecordActions::mainStepPressed, this,
            [this] { m_follower->whenShown([this] { m_pane->pressMain(); }); });
    // Also from the pane, where the reason for a step is written.
    auto *step = new QShortcut(u"Ctrl+Return"_s, m_pane, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(step, &QShortcut::activated, m_pane, &DetailsPane::pressMain);
    connect(actions, &RecordActions::notePressed, this, [this] {
        setPaneShown(true);
        m_follower->whenShown([this] { m_pane->focusNote(); });
    });
    connect(actions, &RecordActions::failed, this, &Page::failed);
    connect(actions, &RecordActions::done, this, [this](const QString &sentence) { say(sentence); });
}

QList<QAction *> RecordPage::menuActions(Menu menu) const
{
    const PageActions &page = *m_pageActions;
    switch (menu) {
    case Menu::File:
        return {page.create};
    case Menu::Edit:
        return m_recordActions->editActions()
            + QList<QAction *>{nullptr, page.find, page.addFilter, page.clearFilters};
    case Menu::View:
        return QList<QAction *>{page.showPane, page.columns->menuAction(), page.nextView, page.previousView, page.stopLoading}
            + m_recordActions->goActions();
    case Menu::Record:
        return m_recordActions->recordActions();
    }
    return {};
}

void RecordPage::addRecordAction(QAction *action)
{
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(action);
    m_recordActions->add(action);
    Q_EMIT actionsChanged();
}

void RecordPage::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(m_table);
    menu->setObjectName(u"rowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : m_recordActions->recordActions()) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

// Documents ----------------------------------------------------------------------------------------------

void RecordPage::openRecord(const QString &id)
{
    showList();
    if (!id.isEmpty())
        setPaneShown(true);
    m_follower->open(id);
}

void RecordPage::showOwnedBy(const Person &person)
{
    showList();
    m_list->showOwnedBy(person);
}

void RecordPage::recordShown(const Record &)
{
    Q_EMIT textsChanged();
}

void RecordPage::openCurrent()
{
    m_follower->whenShown([this] { openInFull(m_follower->localId()); });
}

void RecordPage::openInFull(const QString &)
{
    focusPane();
}

void RecordPage::whenShown(const std::function<void()> &deed)
{
    m_follower->whenShown(deed);
}

void RecordPage::say(const QString &text, const QString &action, const std::function<void()> &deed)
{
    m_list->say(text, action, deed);
}

bool RecordPage::isReady() const
{
    const bool rowsRead = m_model->rowCount() == 0 || m_model->row(std::max(m_table->rowAt(0), 0));
    return m_model->phase() != ResourceTableModel::Phase::Loading && rowsRead
        && (m_model->rowCount() == 0 || m_follower->isShown()) && m_list->total() >= 0;
}

QString RecordPage::countText() const
{
    const bool known = m_model->phase() == ResourceTableModel::Phase::Ready && m_list->total() >= 0;
    const qint64 shown = m_model->rowCount();
    return known ? shareText(shown, std::max(m_list->total(), shown)) : QString();
}

QStringList RecordPage::statusTexts() const
{
    if (countText().isEmpty())
        return {};
    const qint64 shown = m_model->rowCount();
    QStringList texts{countedShareText(m_kind, shown, std::max(m_list->total(), shown))};
    if (const int selected = m_table->selectedCount(); selected > 0)
        texts.append(tr("%1 selected").arg(locale().toString(selected)));
    if (!m_sum->text().isEmpty())
        texts.append(tr("Sum %1").arg(m_sum->text()));
    return texts;
}

QString RecordPage::waitText() const
{
    if (!m_patience->isOver())
        return {};
    const qint64 total = m_list->total();
    return total < 0 ? tr("Still loading the list") : tr("Still loading %1").arg(countedText(m_kind, total));
}

void RecordPage::stopWaiting()
{
    m_model->stop();
}

void RecordPage::showState()
{
    m_pageActions->stopLoading->setEnabled(m_model->phase() == ResourceTableModel::Phase::Loading);
    if (m_model->phase() == ResourceTableModel::Phase::Failed && m_model->rowCount() > 0 && m_model->problem())
        Q_EMIT failed(*m_model->problem());
    Q_EMIT textsChanged();
}

void RecordPage::showSum()
{
    QVector<RowId> rows = m_table->selectedIds();
    rows.removeAll(RowId(0));
    m_sum->setSubject(m_model->query(), rows);
    Q_EMIT textsChanged();
}

// Layout -------------------------------------------------------------------------------------------------

QList<QWidget *> RecordPage::parts() const
{
    if (m_stack->currentWidget() != m_host)
        return {m_stack->currentWidget()};
    return {m_table, m_pane, &m_list->tabs(), &m_list->filterBar()};
}

void RecordPage::showInstead(QWidget *view)
{
    m_stack->addWidget(view);
    m_stack->setCurrentWidget(view);
}

void RecordPage::showList()
{
    m_stack->setCurrentWidget(m_host);
}

/// The keys go to the input of @p field, or to the name's where there is none.
void RecordPage::focusPane(QStringView field)
{
    setPaneShown(true);
    m_follower->whenShown([this, field] { focusField(field); });
}

void RecordPage::focusField(QStringView field)
{
    auto *input = field.isEmpty() ? nullptr : m_pane->findChild<QWidget *>(field.toString());
    if (!input)
        input = m_pane->findChild<QWidget *>(attributeOf(m_kind, Column::Name).toString());
    if (input)
        input->setFocus(Qt::TabFocusReason);
}

bool RecordPage::isPaneShown() const
{
    return m_pageActions->showPane->isChecked();
}

void RecordPage::setPaneShown(bool shown)
{
    const bool hadKeys = m_pane->isAncestorOf(focusWidget());
    m_pageActions->showPane->setChecked(shown);
    m_host->setPaneShown(shown);
    if (hadKeys && !shown)
        m_table->setFocus(Qt::OtherFocusReason);
}

void RecordPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_host->isPaneOver())
        setPaneShown(false);
    else if (event->key() == Qt::Key_Escape && m_pane->isAncestorOf(focusWidget()))
        m_table->setFocus(Qt::OtherFocusReason);
    else
        Page::keyPressEvent(event);
}

void RecordPage::saveTo(QSettings &settings) const
{
    keepPage({m_table->columns().plan(), m_model->query().sort, m_list->view(), m_host->paneWidth(), isPaneShown()},
             settings);
    m_list->filterBar().saveTo(settings);
}

void RecordPage::restoreFrom(const QSettings &settings)
{
    const KeptPage kept = keptPage(m_kind, settings);
    m_table->columns().setPlan(kept.columns);
    m_host->setPaneWidth(kept.paneWidth);
    setPaneShown(kept.isPaneShown);
    m_list->filterBar().restoreFrom(settings);
    m_list->setView(kept.view);
    m_model->setFilterAndSort(m_list->filter(), kept.sort);
}

} // namespace salesbench
