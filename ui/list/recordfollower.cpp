// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/recordfollower.h"

#include "models/domain/whendone.h"
#include "models/items/resourcetablemodel.h"
#include "ui/details/detailspane.h"
#include "ui/list/recordtable.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace salesbench {

RecordFollower::RecordFollower(Context &context, RecordTable &table, DetailsPane &pane, ResourceTableModel &model,
                               QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_table(table)
    , m_pane(pane)
    , m_model(model)
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(80ms);
    m_doubt.setSingleShot(true);
    m_doubt.setInterval(400ms);
    connect(&m_pace, &QTimer::timeout, this, &RecordFollower::follow);
    connect(&m_doubt, &QTimer::timeout, this, [this] {
        if (m_isOpening && isOutside())
            Q_EMIT outside();
    });
    connect(&pane, &DetailsPane::recordShown, this, [this] {
        if (m_deed && isShown())
            std::exchange(m_deed, {})();
    });
    connect(&table, &RecordTable::wentTo, this, &RecordFollower::goTo);
    connect(&model, &ResourceTableModel::listChanged, this, &RecordFollower::takeList);
    connect(&model, &ResourceTableModel::orderKnown, this, &RecordFollower::findWanted);
    connect(&model, &ResourceTableModel::contentChanged, this, &RecordFollower::takeContent);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_isPending && !m_pace.isActive())
            follow();
    });
}

bool RecordFollower::isShown() const
{
    return !m_isPending && !m_localId.isEmpty() && m_pane.localId() == m_localId;
}

void RecordFollower::whenShown(const std::function<void()> &deed)
{
    follow();
    if (isShown())
        deed();
    else
        m_deed = deed;
}

bool RecordFollower::isOutside() const
{
    return m_row != 0 && m_model.isOrderKnown() && m_model.find(m_row) < 0;
}

void RecordFollower::goTo(int row)
{
    m_wanted = 0;
    m_isOpening = false;
    m_deed = {};
    m_row = m_model.rowId(row);
    m_isPending = true;
    if (!m_pace.isActive())
        follow();
}

/// Shows the current row in the pane when what is here of it says which document it is.
void RecordFollower::follow()
{
    const ListRow *row = m_model.row(m_table.currentIndex().row());
    if (!m_isPending || !row)
        return;
    m_isPending = false;
    m_row = row->row;
    m_pace.start();
    show(row->localId);
}

void RecordFollower::show(const QString &localId)
{
    if (localId == m_localId && !localId.isEmpty())
        return;
    m_localId = localId;
    m_pane.show(localId);
}

void RecordFollower::open(const QString &id)
{
    if (id.isEmpty()) {
        if (m_model.rowCount() > 0)
            m_table.showRow(0);
        return;
    }
    whenDone(m_context.queries.record(m_model.kind(), id), this, [this](const Result<Record> &record) {
        if (record)
            takeOpened(*record);
        else
            Q_EMIT failed(record.error());
    });
}

void RecordFollower::takeOpened(const Record &record)
{
    m_isPending = false;
    m_row = record.row;
    m_wanted = record.row;
    m_isOpening = true;
    show(record.localId);
    m_doubt.start();
    findWanted();
}

void RecordFollower::takeList()
{
    if (m_wanted == 0)
        m_wanted = m_row;
    if (m_wanted != 0) {
        findWanted();
        return;
    }
    if (m_model.rowCount() > 0)
        m_table.showRow(0);
}

void RecordFollower::findWanted()
{
    if (m_wanted == 0)
        return;
    const int row = m_model.find(m_wanted);
    if (row >= 0) {
        m_table.showRow(row);
        m_wanted = 0;
        m_isOpening = false;
        Q_EMIT found();
        return;
    }
    if (!m_model.isOrderKnown())
        return;
    if (m_isOpening) {
        m_table.selectionModel()->clear();
        return;
    }
    m_wanted = 0;
    m_row = 0;
    if (m_model.rowCount() > 0)
        m_table.showRow(0);
    else
        show({});
}

void RecordFollower::takeContent()
{
    if (m_isOpening)
        findWanted();
    if (m_row == 0 && m_model.rowCount() > 0)
        m_table.showRow(0);
    if (isOutside())
        leaveWhatIsGone();
}

/// A document that has left the list stays in the pane; one that is no more does not.
void RecordFollower::leaveWhatIsGone()
{
    if (m_localId.isEmpty())
        return;
    whenDone(m_context.queries.record(m_model.kind(), m_localId), this,
             [this, gone = m_localId](const Result<Record> &record) {
                 const bool isThere = record ? !record->deleted : record.error().kind != Problem::Kind::NotFound;
                 if (isThere || gone != m_localId)
                     return;
                 m_row = 0;
                 if (m_model.rowCount() > 0)
                     m_table.step(0);
                 else
                     show({});
             });
}

} // namespace salesbench
