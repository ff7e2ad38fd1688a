// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/tablecolumns.h"

#include "ui/list/sortheader.h"

#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace salesbench {

TableColumns::TableColumns(ResourceKind kind, SortHeader &header, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_header(header)
{
    connect(&header, &SortHeader::arranged, this, [this] { fit(m_width); });
    connect(&header, &QHeaderView::sectionMoved, this, [this](int column, int, int to) { takeMove(column, to); });
    connect(&header, &QHeaderView::sectionResized, this,
            [this](int column, int, int size) { takeSize(column, size); });
    connect(&header, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(&m_header);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        menu->popup(m_header.viewport()->mapToGlobal(at));
    });
}

void TableColumns::setPlan(const ColumnPlan &plan)
{
    m_plan = plan;
    {
        const QScopedValueRollback arranging(m_arranging, true);
        for (int place = 0; place < m_plan.entries.size(); ++place)
            m_header.moveSection(m_header.visualIndex(int(m_plan.entries[place].column)), place);
    }
    fit(m_width);
}

void TableColumns::reset()
{
    setPlan(ColumnPlan::standard(m_kind));
}

void TableColumns::fit(int width)
{
    const QScopedValueRollback arranging(m_arranging, true);
    m_width = width;
    m_shown = fitColumns(m_plan, width);
    for (int column = 0; column < ColumnCount; ++column)
        m_header.setSectionHidden(column, !isShown(Column(column)));
    for (const FittedColumn &column : std::as_const(m_shown))
        m_header.resizeSection(int(column.column), column.width);
    Q_EMIT fitted();
}

void TableColumns::takeMove(int column, int to)
{
    if (!m_arranging)
        m_plan.move(Column(column), to);
}

void TableColumns::takeSize(int column, int size)
{
    if (!m_arranging && size >= columns::Min)
        m_plan.entry(Column(column)).width = size;
}

bool TableColumns::isShown(Column column) const
{
    return std::ranges::find(m_shown, column, &FittedColumn::column) != m_shown.end();
}

void TableColumns::setShown(Column column, bool shown)
{
    if (column == Column::Name)
        return;
    m_plan.entry(column).wish = shown ? ColumnPlan::Wish::Shown : ColumnPlan::Wish::Hidden;
    fit(m_width);
}

void TableColumns::fillMenu(QMenu *menu)
{
    for (const ColumnPlan::Entry &entry : std::as_const(m_plan.entries)) {
        const Column column = entry.column;
        QAction *action = menu->addAction(columnTitle(m_kind, column));
        action->setCheckable(true);
        action->setChecked(isShown(column));
        action->setEnabled(column != Column::Name);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setShown(column, shown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Reset Columns")), &QAction::triggered, this, &TableColumns::reset);
}

} // namespace salesbench
