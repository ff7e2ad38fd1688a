// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncpage.h"

#include "models/domain/whendone.h"
#include "ui/shell/connection.h"
#include "ui/sync/pendingdelegate.h"
#include "ui/sync/pendingmodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int MostShown = 1000;
constexpr int PendingRow = 30;
constexpr int BarHeight = 44;

QString number(int value)
{
    return QLocale().toString(value);
}

} // namespace

SyncPage::SyncPage(Context &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_model(new PendingModel(context.surroundings, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_open(new QAction(icon(u"eye"_s), tr("&Open the Record"), this))
    , m_copy(new QAction(icon(u"copy"_s), tr("&Copy as Text"), this))
{
    buildTable();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(m_stack, 1);
    m_open->setShortcut(u"Ctrl+O"_s);
    m_copy->setShortcut(u"Ctrl+Shift+C"_s);
    connect(m_open, &QAction::triggered, this, &SyncPage::openSelected);
    connect(m_copy, &QAction::triggered, this, &SyncPage::copySelected);
    connect(m_table, &QTableView::activated, this, &SyncPage::openSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SyncPage::showStatus);
    connect(&m_context.queries, &WorkspaceQueries::changed, this, &SyncPage::reload);
    connect(&m_context.edits, &WorkspaceEdits::recorded, this, &SyncPage::reload);
    connect(&m_context.status, &WorkspaceStatus::changed, this, &SyncPage::reload);
    connect(&m_context.status, &WorkspaceStatus::changed, this, &SyncPage::showStatus);
    showStatus();
    reload();
}

QWidget *SyncPage::buildBar()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(BarHeight);
    m_summary = new QLabel(bar);
    m_summary->setObjectName(u"syncSummary"_s);
    m_summary->setProperty("look", u"secondary"_s);
    m_sync = new QPushButton(icon(u"sync"_s, IconInk::OnAccent), tr("Sync now"), bar);
    m_sync->setObjectName(u"syncNow"_s);
    m_sync->setProperty("look", u"primary"_s);
    m_sync->setAccessibleName(tr("Sync now"));
    m_sync->setToolTip(tr("Sync now (F5)"));
    m_cancel = new QPushButton(tr("Stop"), bar);
    m_cancel->setObjectName(u"stopSync"_s);
    m_cancel->setAccessibleName(tr("Stop the synchronisation"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_summary, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_sync);
    connect(m_sync, &QPushButton::clicked, &m_context.status, &WorkspaceStatus::syncRequested);
    connect(m_cancel, &QPushButton::clicked, &m_context.status, &WorkspaceStatus::cancelRequested);
    return bar;
}

void SyncPage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"pending"_s);
    m_table->setAccessibleName(tr("Changes not yet on the server"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PendingDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(PendingRow);
    QHeaderView *header = m_table->horizontalHeader();
    header->setFixedHeight(metrics::TableHeader);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const std::array<int, int(PendingModel::Column::Count)> widths{136, 94, 210, 200, 70, 56, 200};
    for (int column = 0; column < int(widths.size()); ++column)
        m_table->setColumnWidth(column, widths.at(column));
}

QString SyncPage::countText() const
{
    const int count = m_model->rowCount();
    if (count == 0)
        return {};
    return count == 1 ? tr("1 change not yet on the server")
                      : tr("%1 changes not yet on the server").arg(number(count));
}

QStringList SyncPage::statusTexts() const
{
    const int count = m_model->rowCount();
    const auto selected = m_table->selectionModel()->selectedRows().size();
    QStringList result{count == 1 ? tr("1 change") : tr("%1 changes").arg(number(count))};
    if (selected > 0)
        result.append(tr("%1 selected").arg(QLocale().toString(selected)));
    return result;
}

QList<QAction *> SyncPage::menuActions(Menu menu) const
{
    return menu == Menu::Record ? QList<QAction *>{m_open, m_copy} : QList<QAction *>();
}

QList<QWidget *> SyncPage::parts() const
{
    return {m_stack->currentWidget() == m_table ? static_cast<QWidget *>(m_table) : m_empty, m_sync};
}

void SyncPage::reload()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    whenDone(m_context.queries.pending(MostShown), this,
             [this](const Result<QVector<PendingChange>> &answer) { take(answer); });
}

void SyncPage::take(const Result<QVector<PendingChange>> &answer)
{
    m_reading = false;
    m_ready = true;
    m_problem = answer ? QString() : answer.error().sentence;
    const QModelIndex before = m_table->currentIndex();
    const qint64 sequence = before.isValid() ? m_model->change(before.row()).sequence : -1;
    m_model->setChanges(answer.value_or(QVector<PendingChange>()));
    for (int row = 0; row < m_model->rowCount() && sequence >= 0; ++row) {
        if (m_model->change(row).sequence == sequence)
            m_table->selectRow(row);
    }
    showStatus();
    if (hasFocus() && m_model->rowCount() > 0)
        m_table->setFocus(Qt::OtherFocusReason);
    if (std::exchange(m_again, false))
        reload();
}

void SyncPage::showStatus()
{
    const WorkspaceStatus::Snapshot &now = m_context.status.now();
    const bool local = now.connection == WorkspaceStatus::Connection::Local;
    const bool selected = m_table->selectionModel()->hasSelection();
    m_open->setEnabled(selected);
    m_copy->setEnabled(selected);
    m_sync->setEnabled(!local && !now.progress);
    m_cancel->setVisible(now.progress.has_value());
    const QString pending = pendingText(now);
    m_summary->setText(now.progress ? progressText(now) : pending);
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
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
    else
        m_empty->say(u"cloud"_s, tr("Everything is on the server"), lastSync);
}

void SyncPage::openSelected()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const PendingChange &change = m_model->change(current.row());
    Q_EMIT openRequested(change.kind, change.localId);
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
