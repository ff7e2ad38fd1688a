// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listcounter.h"

#include "models/domain/whendone.h"

namespace salesbench {

ListCounter::ListCounter(WorkspaceQueries &queries, ResourceKind kind, QVector<ListFilter> views, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
    , m_kind(kind)
    , m_views(std::move(views))
    , m_counts(m_views.size(), -1)
{
    connect(&m_pacer, &Pacer::due, this, &ListCounter::read);
    connect(&queries, &WorkspaceQueries::changed, this, [this](ResourceKind changed) {
        if (changed == m_kind)
            refresh();
    });
    refresh();
}

void ListCounter::read()
{
    m_waiting = m_views.size();
    for (qsizetype i = 0; i < m_views.size(); ++i) {
        const ListQuery query{.kind = m_kind, .filter = m_views[i], .sort = {}};
        whenDone(m_queries.head(query, 0), this, [this, i](const Result<ListHead> &head) {
            if (head)
                m_counts[i] = head->total;
            if (--m_waiting > 0)
                return;
            m_pacer.done();
            Q_EMIT counted();
        });
    }
}

} // namespace salesbench
