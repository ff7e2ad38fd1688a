// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncpage.h"

#include "models/domain/whendone.h"
#include "ui/details/decisionmaker.h"
#include "ui/list/pacer.h"
#include "ui/shell/connection.h"
#include "ui/sync/conflictview.h"
#include "ui/sync/pendingbar.h"
#include "ui/sync/pendinglist.h"
#include "ui/sync/pendingmodel.h"
#include "ui/sync/twinview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int ChangesAtOnce = 1000;
constexpr int ListHeight = 320;
constexpr int ConflictHeight = 380;

QString changeCount(qint64 value)
{
    return QLocale().toString(value);
}

/// @p text goes into the menu, @p word onto a button.
QAction *makeAction(const QString &text, const QString &word, const QString &iconName, const QKeySequence &keys,
                    QObject *parent)
{
    auto *action = new QAction(icon(iconName), text, parent);
    action->setIconText(word);
    action->setShortcut(keys);
    return action;
}

bool canRetry(const PendingChange &change)
{
    return change.state == SyncState::Refused || change.state == SyncState::Unknown
        || (change.state == SyncState::Waiting && change.notBefore.isValid());
}

} // namespace

SyncPage::SyncPage(Context &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_model(new PendingModel(context.surroundings, this))
    , m_decisions(new DecisionMaker(context, this))
    , m_list(new PendingList(m_model, ChangesAtOnce, this))
    , m_table(m_list->table())
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_conflict(new ConflictView(context, *m_decisions, this))
    , m_twin(new TwinView(context, *m_decisions, this))
    , m_pacer(new Pacer(this))
    , m_limit(ChangesAtOnce)
{
    m_empty->setObjectName(u"nothingPending"_s);
    buildActions();
    m_table->addActions({m_open, m_compare, m_retry, m_discard, m_copy});
    m_bar = new PendingBar(m_discard, m_retry, this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_stack);
    splitter->addWidget(m_conflict);
    splitter->addWidget(m_twin);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({ListHeight, ConflictHeight, ConflictHeight});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(splitter, 1);
    connectAll();
    showStatus();
    reload();
}

// Building ----------------------------------------------------------------------------------------------

void SyncPage::buildActions()
{
    m_open = makeAction(tr("&Show the Record"), tr("Show"), u"eye"_s, u"Ctrl+O"_s, this);
    m_compare = makeAction(tr("Co&mpare Both Sides"), tr("Compare"), u"columns"_s, u"Ctrl+D"_s, this);
    m_retry = makeAction(tr("&Try Again"), tr("Retry"), u"undo"_s, u"Ctrl+R"_s, this);
    m_discard = makeAction(tr("&Discard…"), tr("Discard"), u"trash"_s, Qt::Key_Delete, this);
    m_discard->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_copy = makeAction(tr("&Copy as Text"), tr("Copy"), u"copy"_s, u"Ctrl+Shift+C"_s, this);
}

void SyncPage::connectAll()
{
    connect(m_open, &QAction::triggered, this, &SyncPage::openSelected);
    connect(m_compare, &QAction::triggered, this, &SyncPage::compareSelected);
    connect(m_copy, &QAction::triggered, this, &SyncPage::copySelected);
    connect(m_retry, &QAction::triggered, this, [this] {
        for (const PendingChange &change : selected())
            m_decisions->retry(change.kind, change.localId);
    });
    connect(m_discard, &QAction::triggered, this, [this] {
        for (const PendingChange &change : selected())
            m_decisions->discard(change.kind, change.localId);
    });
    connect(m_decisions, &DecisionMaker::failed, this, &Page::failed);
    connect(m_bar, &PendingBar::syncPressed, &m_context.status, &WorkspaceStatus::syncRequested);
    connect(m_bar, &PendingBar::stopPressed, &m_context.status, &WorkspaceStatus::cancelRequested);
    connect(m_bar, &PendingBar::chosen, this, [this] {
        m_limit = ChangesAtOnce;
        reloadNow();
    });
    connect(m_list, &PendingList::morePressed, this, [this] {
        m_limit += ChangesAtOnce;
        reloadNow();
    });
    connect(m_pacer, &Pacer::due, this, &SyncPage::read);
    connect(m_table, &QTableView::activated, this, &SyncPage::openSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SyncPage::showStatus);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SyncPage::showCurrent);
    connect(m_conflict, &ConflictView::failed, this, &Page::failed);
    connect(m_twin, &TwinView::failed, this, &Page::failed);
    connect(m_conflict, &ConflictView::closed, m_table, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(&m_context.queries, &WorkspaceQueries::changed, this, &SyncPage::reload);
    connect(&m_context.edits, &WorkspaceEdits::recorded, this, &SyncPage::reload);
    connect(&m_context.status, &WorkspaceStatus::changed, this, &SyncPage::reload);
    connect(&m_context.status, &WorkspaceStatus::changed, this, &SyncPage::showStatus);
}

// Texts -------------------------------------------------------------------------------------------------

QString SyncPage::countText() const
{
    const qint64 pending = m_bar->count({PendingStates.begin(), PendingStates.end()}) - m_twins;
    const qint64 staying = m_bar->count({SyncState::LocalOnly});
    QStringList parts;
    if (pending > 0)
        parts.append(pending == 1 ? tr("1 change not yet on the server")
                                  : tr("%1 changes not yet on the server").arg(changeCount(pending)));
    if (staying > 0)
        parts.append(staying == 1 ? tr("1 stays here") : tr("%1 stay here").arg(changeCount(staying)));
    return parts.join(u", "_s);
}

QStringList SyncPage::statusTexts() const
{
    const qint64 count = m_bar->count(m_bar->states());
    const auto selected = m_table->selectionModel()->selectedRows().size();
    QStringList result{count == 1 ? tr("1 change") : tr("%1 changes").arg(changeCount(count))};
    if (selected > 0)
        result.append(tr("%1 selected").arg(QLocale().toString(selected)));
    return result;
}

QList<QAction *> SyncPage::menuActions(Menu menu) const
{
    if (menu != Menu::Record)
        return {};
    return {m_open, m_compare, nullptr, m_retry, m_discard, nullptr, m_copy};
}

QList<QWidget *> SyncPage::parts() const
{
    QList<QWidget *> result{m_stack->currentWidget() == m_empty ? static_cast<QWidget *>(m_empty) : m_table};
    if (m_conflict->isVisibleTo(this))
        result.append(m_conflict->focusPart());
    if (m_twin->isVisibleTo(this))
        result.append(m_twin->focusPart());
    result.append(m_bar->syncButton());
    return result;
}

// Reading -----------------------------------------------------------------------------------------------

void SyncPage::reload()
{
    ++m_asked;
    m_pacer->ask();
}

void SyncPage::reloadNow()
{
    ++m_asked;
    m_pacer->askNow();
}

void SyncPage::read()
{
    whenDone(m_context.queries.pendingCounts(), this,
             [this, asked = m_asked](const Result<QMap<SyncState, qint64>> &counts) {
                 m_bar->setCounts(counts.value_or(QMap<SyncState, qint64>()));
                 readChanges(asked);
             });
}

void SyncPage::readChanges(int asked)
{
    whenDone(m_context.queries.pending(m_limit, m_bar->states()), this,
             [this, asked](const Result<QVector<PendingChange>> &answer) {
                 m_answered = asked;
                 m_pacer->done();
                 take(answer);
             });
}

void SyncPage::take(const Result<QVector<PendingChange>> &answer)
{
    m_ready = true;
    m_problem = answer ? QString() : answer.error().sentence;
    const PendingChange *before = current();
    const QString id = m_wanted.isEmpty() && before ? before->localId : m_wanted;
    m_model->setChanges(answer.value_or(QVector<PendingChange>()));
    m_list->setShown(m_model->rowCount(), m_bar->count(m_bar->states()));
    if (m_bar->states().contains(SyncState::Conflict))
        m_twins = m_model->countTwins();
    if (const int row = m_model->rowOf(id); row >= 0) {
        m_wanted.clear();
        m_table->selectRow(row);
    }
    showStatus();
    showCurrent();
    if (hasFocus() && m_model->rowCount() > 0)
        m_table->setFocus(Qt::OtherFocusReason);
}

void SyncPage::showStatus()
{
    const WorkspaceStatus::Snapshot &now = m_context.status.now();
    const bool local = now.connection == WorkspaceStatus::Connection::Local;
    m_bar->setProgress(progressText(now));
    m_bar->setSyncEnabled(!local && !now.progress);
    const bool isEmpty = m_model->rowCount() == 0 && m_bar->showsAll();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_list);
    m_list->setNote(m_bar->states().contains(SyncState::LocalOnly) ? absentText(now) : QString());
    showActions();
    showEmpty();
    Q_EMIT textsChanged();
}

void SyncPage::showEmpty()
{
    const WorkspaceStatus::Snapshot &now = m_context.status.now();
    const QString lastSync = lastSyncText(now, m_context.surroundings.now().toLocalTime().date());
    if (!m_problem.isEmpty())
        m_empty->say(u"warning"_s, tr("The changes cannot be listed"), m_problem);
    else if (!m_ready)
        m_empty->say({}, {}, {});
    else if (now.connection == WorkspaceStatus::Connection::Local)
        m_empty->say(u"computer"_s, tr("There is no server to send to"),
                     tr("Everything stays on this computer."));
    else if (m_bar->count({SyncState::LocalOnly}) > 0)
        m_empty->say(u"cloud"_s, tr("Everything else is on the server"), absentText(now));
    else
        m_empty->say(u"cloud"_s, tr("Everything is on the server"), lastSync);
}

// What is selected --------------------------------------------------------------------------------------

const PendingChange *SyncPage::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->change(row) : nullptr;
}

QVector<PendingChange> SyncPage::selected() const
{
    QVector<PendingChange> result;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const PendingChange &change = m_model->change(row.row());
        if (std::ranges::none_of(result, [&](const PendingChange &one) { return one.localId == change.localId; }))
            result.append(change);
    }
    return result;
}

void SyncPage::showActions()
{
    const QVector<PendingChange> changes = selected();
    const bool isFixed = std::ranges::any_of(changes, [](const PendingChange &change) {
        return change.state == SyncState::Sending || !change.twinOf.isEmpty();
    });
    m_open->setEnabled(!changes.isEmpty());
    m_copy->setEnabled(!changes.isEmpty());
    m_compare->setEnabled(current() && current()->state == SyncState::Conflict);
    m_retry->setEnabled(!changes.isEmpty() && std::ranges::all_of(changes, canRetry));
    m_discard->setEnabled(!changes.isEmpty() && !isFixed);
}

void SyncPage::showCurrent()
{
    const PendingChange *change = current();
    const bool isTwin = change && !change->twinOf.isEmpty();
    if (!isTwin)
        m_twin->leave();
    else if (change->localId != m_twin->localId())
        m_twin->show(*change);
    if (!change || isTwin || change->state != SyncState::Conflict)
        m_conflict->leave();
    else if (change->localId != m_conflict->localId())
        m_conflict->show(change->kind, change->localId);
}

void SyncPage::compare(ResourceKind kind, const QString &localId)
{
    m_bar->showAll();
    m_wanted = localId;
    m_conflict->show(kind, localId);
    reloadNow();
}

void SyncPage::compareFirst()
{
    whenDone(m_context.queries.pending(1, {SyncState::Conflict}), this,
             [this](const Result<QVector<PendingChange>> &first) {
                 if (first && !first->isEmpty())
                     compare(first->first().kind, first->first().localId);
             });
}

void SyncPage::compareSelected()
{
    const PendingChange *change = current();
    if (change && !change->twinOf.isEmpty()) {
        m_twin->focusPart()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (change)
        m_conflict->show(change->kind, change->localId);
    m_conflict->focusPart()->setFocus(Qt::ShortcutFocusReason);
}

void SyncPage::openSelected()
{
    if (const PendingChange *change = current())
        Q_EMIT openRequested(change->kind, change->localId);
}

void SyncPage::copySelected()
{
    QStringList lines;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace salesbench
