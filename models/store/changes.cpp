// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/changes.h"

#include <algorithm>
#include <utility>

namespace salesbench {

namespace {

constexpr int MostNamed = 256;

} // namespace

void ChangedRows::add(ResourceKind kind, RowId row)
{
    Rows &rows = m_kinds[kind];
    if (rows.all)
        return;
    rows.named.insert(row);
    if (rows.named.size() > MostNamed)
        addAll(kind);
}

void ChangedRows::addAll(ResourceKind kind)
{
    m_kinds[kind] = {{}, true};
}

void ChangedRows::add(const ChangedRows &other)
{
    for (auto it = other.m_kinds.begin(); it != other.m_kinds.end(); ++it) {
        if (it->all)
            addAll(it.key());
        for (const RowId row : it->named)
            add(it.key(), row);
    }
}

QVector<RowId> ChangedRows::rows(ResourceKind kind) const
{
    QVector<RowId> rows = m_kinds.value(kind).named.values();
    std::ranges::sort(rows);
    return rows;
}

void ChangeBell::ring(const ChangedRows &changes)
{
    if (changes.isEmpty())
        return;
    const std::lock_guard lock(m_mutex);
    if (m_changes.isEmpty())
        QMetaObject::invokeMethod(this, &ChangeBell::deliver, Qt::QueuedConnection);
    m_changes.add(changes);
}

void ChangeBell::deliver()
{
    ChangedRows changes;
    {
        const std::lock_guard lock(m_mutex);
        changes = std::exchange(m_changes, {});
    }
    const QList<ResourceKind> kinds = changes.kinds();
    for (const ResourceKind kind : kinds)
        Q_EMIT m_queries.changed(kind, changes.rows(kind));
}

} // namespace salesbench
