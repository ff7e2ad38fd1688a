// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/pendinglist.h"

#include "ui/sync/pendingdelegate.h"
#include "ui/sync/pendingmodel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int ChangeRow = 30;

} // namespace

PendingList::PendingList(QAbstractItemModel *model, int step, QWidget *parent)
    : QWidget(parent)
    , m_step(step)
    , m_note(makeLabel({}, u"secondary"_s, this))
    , m_table(new QTableView(this))
    , m_foot(new QFrame(this))
    , m_shown(makeLabel({}, u"secondary"_s, m_foot))
    , m_more(new QPushButton(m_foot))
{
    m_note->setObjectName(u"pendingNote"_s);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(16, 0, 16, 12);
    m_note->hide();
    buildTable(model);
    buildFoot();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    column->addWidget(m_foot);
}

void PendingList::buildTable(QAbstractItemModel *model)
{
    m_table->setObjectName(u"pending"_s);
    m_table->setAccessibleName(tr("Changes not yet on the server"));
    m_table->setModel(model);
    m_table->setItemDelegate(new PendingDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(ChangeRow);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    QHeaderView *header = m_table->horizontalHeader();
    header->setFixedHeight(metrics::TableHeader);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const std::array<int, int(PendingModel::Column::Count)> widths{136, 94, 210, 200, 70, 56, 200};
    for (int column = 0; column < int(widths.size()); ++column)
        m_table->setColumnWidth(column, widths.at(column));
}

void PendingList::buildFoot()
{
    m_foot->setObjectName(u"pendingFoot"_s);
    m_foot->setProperty("look", u"bar"_s);
    m_foot->hide();
    m_shown->setObjectName(u"pendingShown"_s);
    m_more->setObjectName(u"showMore"_s);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(12);
    row->addWidget(m_shown);
    row->addWidget(m_more);
    row->addStretch();
    connect(m_more, &QPushButton::clicked, this, &PendingList::morePressed);
}

void PendingList::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void PendingList::setShown(qint64 shown, qint64 total)
{
    const QLocale locale;
    m_foot->setVisible(shown < total);
    m_shown->setText(tr("%1 of %2 changes are shown, first those that need you.")
                         .arg(locale.toString(shown), locale.toString(total)));
    m_more->setText(tr("Show %1 More").arg(locale.toString(std::min<qint64>(m_step, total - shown))));
    m_more->setAccessibleName(m_more->text());
}

} // namespace salesbench
