// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/recordtable.h"

#include "models/items/resourcetablemodel.h"
#include "ui/list/rowdelegate.h"
#include "ui/list/rowflash.h"
#include "ui/list/sortheader.h"
#include "ui/list/tablecolumns.h"
#include "ui/widgets/theme.h"

#include <QHoverEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace salesbench {

namespace {

constexpr auto BlankTime = 150ms; ///< an answer that comes sooner needs no sign of waiting

} // namespace

RecordTable::RecordTable(ResourceTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_records(model)
    , m_flash(new RowFlash(this))
    , m_delegate(new RowDelegate(*m_flash, this))
    , m_header(new SortHeader(this))
    , m_columns(new TableColumns(model.kind(), *m_header, this))
{
    setHorizontalHeader(m_header);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setAttribute(Qt::WA_Hover);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(metrics::Row);
    verticalHeader()->setDefaultSectionSize(metrics::Row);
    connectRows();
    connectHeader();
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_barsShown = true;
        m_delegate->setBarsShown(true);
        viewport()->update();
    });
    m_columns->reset();
}

// Rows ---------------------------------------------------------------------------------------------------

/// What has to happen before the view and its selection look at a change is connected before they are.
void RecordTable::connectRows()
{
    const auto before = [this] { keepPlace(); };
    connect(&m_records, &QAbstractItemModel::rowsAboutToBeInserted, this, before);
    connect(&m_records, &QAbstractItemModel::layoutAboutToBeChanged, this, before);
    connect(&m_records, &QAbstractItemModel::rowsAboutToBeMoved, this, before);
    connect(&m_records, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] {
        m_rowsLeave = true;
        keepPlace();
    });
    setModel(&m_records);
    const auto after = [this] { restorePlace(); };
    connect(&m_records, &QAbstractItemModel::rowsInserted, this, after);
    connect(&m_records, &QAbstractItemModel::layoutChanged, this, after);
    connect(&m_records, &QAbstractItemModel::rowsMoved, this, after);
    connect(&m_records, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_rowsLeave = false;
        restorePlace();
    });
    const auto repaint = [this] { viewport()->update(); };
    connect(&m_records, &ResourceTableModel::phaseChanged, this, repaint);
    connect(&m_records, &ResourceTableModel::changedElsewhere, m_flash, &RowFlash::light);
    connect(m_flash, &RowFlash::changed, this, repaint);
}

void RecordTable::keepPlace()
{
    m_anchor = QModelIndex();
    if (verticalScrollBar()->value() == 0)
        return; // whoever looks at the top wants to see what comes in there
    const QRect current = visualRect(currentIndex());
    const int row = viewport()->rect().contains(current.center()) ? currentIndex().row() : rowAt(0);
    m_anchor = m_records.index(row, 0);
    m_anchorTop = rowViewportPosition(row);
}

void RecordTable::restorePlace()
{
    if (!m_anchor.isValid())
        return;
    executeDelayedItemsLayout();
    updateGeometries();
    const int moved = rowViewportPosition(m_anchor.row()) - m_anchorTop;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    m_anchor = QModelIndex();
}

void RecordTable::showRow(int row)
{
    const int column = currentIndex().isValid() ? currentIndex().column() : m_delegate->leadColumn();
    const QModelIndex index = m_records.index(row, column);
    const bool tookPlace = row == currentIndex().row() && !selectionModel()->isSelected(currentIndex());
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    if (tookPlace)
        Q_EMIT wentTo(row); // the row before has gone, and this one took its place
}

void RecordTable::extendTo(int row)
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    const QItemSelection rows(m_records.index(std::min(row, current.row()), 0),
                              m_records.index(std::max(row, current.row()), ColumnCount - 1));
    setCurrentIndex(current.siblingAtRow(row));
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void RecordTable::step(int by)
{
    const int last = m_records.rowCount() - 1;
    const QModelIndex current = currentIndex();
    const bool isHere = current.isValid() && selectionModel()->isSelected(current);
    const int row = isHere ? current.row() + by : m_lastRow;
    if (last >= 0)
        showRow(std::clamp(row, 0, last));
}

int RecordTable::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

QVector<RowId> RecordTable::selectedIds() const
{
    QVector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < MaxSelection; ++row)
            rows.append(row);
    }
    std::ranges::sort(rows);
    QVector<RowId> ids;
    for (int row : std::as_const(rows))
        ids.append(m_records.rowId(row));
    return ids;
}

void RecordTable::selectAll()
{
    const int count = std::min(m_records.rowCount(), MaxSelection);
    if (count == 0)
        return;
    const QItemSelection all(m_records.index(0, 0), m_records.index(count - 1, ColumnCount - 1));
    selectionModel()->select(all, QItemSelectionModel::ClearAndSelect);
    if (count < m_records.rowCount())
        Q_EMIT selectionLimited();
}

void RecordTable::trimSelection()
{
    if (selectedCount() <= MaxSelection)
        return;
    QItemSelection kept;
    int left = MaxSelection;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        const int height = std::min(range.height(), left);
        // From the end that the current row is not at: there the selection was begun.
        const bool downwards = currentIndex().row() >= range.bottom();
        const int top = downwards ? range.top() : range.bottom() - height + 1;
        if (height > 0)
            kept.select(m_records.index(top, 0), m_records.index(top + height - 1, ColumnCount - 1));
        left -= height;
    }
    selectionModel()->select(kept, QItemSelectionModel::ClearAndSelect);
    Q_EMIT selectionLimited();
}

void RecordTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!current.isValid() || m_rowsLeave)
        return;
    m_lastRow = current.row();
    if (current.row() != previous.row())
        Q_EMIT wentTo(current.row());
}

void RecordTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (selectedCount() > MaxSelection)
        QMetaObject::invokeMethod(this, &RecordTable::trimSelection, Qt::QueuedConnection);
    Q_EMIT selectionTouched();
}

// Columns ------------------------------------------------------------------------------------------------

void RecordTable::connectHeader()
{
    connect(m_header, &SortHeader::sortRequested, &m_records, &ResourceTableModel::setSort);
    connect(&m_records, &QAbstractItemModel::headerDataChanged, this,
            [this] { m_header->setKeys(m_records.query().sort); });
    connect(m_columns, &TableColumns::fitted, this, &RecordTable::takeColumns);
}

void RecordTable::takeColumns()
{
    if (m_columns->shown().isEmpty())
        return;
    m_delegate->setLeadColumn(int(m_columns->shown().first().column));
    m_header->setLeadColumn(m_delegate->leadColumn());
    viewport()->update();
}

// Painting and events ------------------------------------------------------------------------------------

void RecordTable::paintEvent(QPaintEvent *event)
{
    watchLoading();
    QTableView::paintEvent(event);
    if (m_barsShown && m_records.rowCount() == 0)
        paintGhosts();
}

void RecordTable::watchLoading()
{
    bool waits = m_records.rowCount() == 0 && m_records.phase() == ResourceTableModel::Phase::Loading;
    const int last = rowAt(viewport()->height() - 1);
    const int end = last < 0 ? m_records.rowCount() : last + 1;
    for (int row = std::max(rowAt(0), 0); row < end && !waits; ++row)
        waits = m_records.row(row) == nullptr;
    if (waits && !m_barsShown && !m_patience.isActive())
        m_patience.start(BlankTime);
    if (waits)
        return;
    m_patience.stop();
    m_barsShown = false;
    m_delegate->setBarsShown(false);
}

void RecordTable::paintGhosts()
{
    QPainter painter(viewport());
    const Theme &theme = Theme::current();
    for (int top = 0; top < viewport()->height(); top += metrics::Row) {
        for (const FittedColumn &fitted : m_columns->shown()) {
            const QRect cell(columnViewportPosition(int(fitted.column)), top, fitted.width, metrics::Row);
            m_delegate->paintBar(painter, cell, int(fitted.column), theme);
            painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.hair);
        }
    }
}

void RecordTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->fit(viewport()->width());
}

void RecordTable::keyPressEvent(QKeyEvent *event)
{
    m_delegate->setCurrentFramed(true);
    const bool isEnd = event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    const int end = event->key() == Qt::Key_Home ? 0 : m_records.rowCount() - 1;
    if (isEnd && (event->modifiers() & Qt::ShiftModifier))
        extendTo(end);
    else if (isEnd && end >= 0)
        showRow(end);
    else if (event->key() == Qt::Key_Escape && selectedCount() > 1 && currentIndex().isValid())
        showRow(currentIndex().row());
    else if (event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QTableView::keyPressEvent(event);
}

void RecordTable::mousePressEvent(QMouseEvent *event)
{
    m_delegate->setCurrentFramed(false);
    QTableView::mousePressEvent(event);
}

bool RecordTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        setHovered(rowAt(static_cast<QHoverEvent *>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::HoverLeave)
        setHovered(-1);
    return QTableView::viewportEvent(event);
}

void RecordTable::setHovered(int row)
{
    if (row == m_hovered)
        return;
    for (int changed : {m_hovered, row})
        viewport()->update(0, rowViewportPosition(changed), viewport()->width(), metrics::Row);
    m_hovered = row;
    m_delegate->setHoveredRow(row);
}

void RecordTable::focusInEvent(QFocusEvent *event)
{
    const bool byKeys = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKeys)
        m_delegate->setCurrentFramed(true);
    QTableView::focusInEvent(event);
    viewport()->update();
}

void RecordTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace salesbench
