// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/listreader.h"

#include "models/domain/whendone.h"

#include <algorithm>

namespace salesbench {

namespace {

constexpr int FirstRows = 64; ///< fills a tall window
constexpr qint64 LongestRest = 5000; ///< ms

} // namespace

ListReader::ListReader(WorkspaceQueries &queries, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &ListReader::readOrder);
}

ListReader::~ListReader()
{
    cancel();
}

void ListReader::cancel()
{
    ++m_turn;
    m_head.cancel();
    m_order.cancel();
    m_rest.stop();
    m_isReading = false;
    m_isOutdated = false;
}

void ListReader::read(const ListQuery &query)
{
    cancel();
    m_query = query;
    m_isReading = true;
    m_head = m_queries.head(m_query, FirstRows);
    whenDone(m_head, this, [this, turn = m_turn](const Result<ListHead> &head) {
        if (turn == m_turn)
            takeHead(head);
    });
}

void ListReader::takeHead(const Result<ListHead> &head)
{
    m_isReading = false;
    if (!head) {
        Q_EMIT failed(head.error());
        return;
    }
    const quint64 turn = m_turn;
    Q_EMIT headRead(*head);
    if (turn == m_turn && (m_isOutdated || head->first.size() < head->total))
        readOrder();
}

void ListReader::readOrder()
{
    m_isReading = true;
    m_isOutdated = false;
    m_clock.start();
    m_order = m_queries.order(m_query);
    whenDone(m_order, this, [this, turn = m_turn](const Result<QVector<RowId>> &order) {
        if (turn == m_turn)
            takeOrder(order);
    });
}

void ListReader::takeOrder(const Result<QVector<RowId>> &order)
{
    m_isReading = false;
    m_order = {};
    m_took = m_clock.restart();
    const bool isOutdated = m_isOutdated;
    if (order)
        Q_EMIT orderRead(*order);
    else
        Q_EMIT failed(order.error());
    if (isOutdated)
        refresh();
}

void ListReader::refresh()
{
    m_isOutdated = true;
    if (m_isReading || m_rest.isActive())
        return;
    const qint64 rested = m_clock.isValid() ? m_clock.elapsed() : LongestRest;
    m_rest.start(static_cast<int>(std::clamp<qint64>(2 * m_took - rested, 0, LongestRest)));
}

} // namespace salesbench
