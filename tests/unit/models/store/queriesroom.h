// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"
#include "tests/support/workspacecontract.h"

#include <QThread>
#include <QTimeZone>

namespace salesbench::testing {

using namespace Qt::StringLiterals;

/// Told apart by their names.
inline const char *const Leads[] = {
    "{'id': '1', 'name': 'ibex uplink', 'status': 'pending', 'rating': 'hot', 'creationDate': "
    "'2026-09-01T00:00:00Z',"
    " 'estimatedRevenue': {'unit': 'EUR', 'value': 200.5}, 'channel': {'name': 'Web'},"
    " 'relatedParty': [{'id': 'p1', 'name': 'Mara Lindqvist', 'role': 'salesRepresentative'}]}",
    "{'id': '2', 'name': 'Amber fibre', 'status': 'accepted', 'rating': 'cold', 'creationDate': "
    "'2026-09-03T00:00:00Z',"
    " 'estimatedRevenue': {'unit': 'INR', 'value': 9000}, 'channel': {'name': 'web'},"
    " 'relatedParty': [{'id': 'P1', 'name': 'Anil Deshmukh', 'role': 'salesRepresentative'}]}",
    "{'id': '3', 'name': 'Ibex depot', 'status': 'pending', 'creationDate': '2026-09-02T00:00:00Z',"
    " 'estimatedRevenue': {'unit': 'EUR', 'value': 20}, 'channel': {'name': 'Partner'},"
    " 'note': [{'id': 'n', 'text': 'The fibre offer went to Müller'}]}",
    "{'id': '4', 'name': 'amber radio', 'status': 'pending', 'rating': 'hot',"
    " 'relatedParty': [{'id': 'p1', 'name': 'Mara Lindqvist', 'role': 'salesRepresentative'}]}",
};

inline SortKey up(Field field)
{
    return {field, Qt::AscendingOrder};
}

inline SortKey down(Field field)
{
    return {field, Qt::DescendingOrder};
}

inline ListQuery sorted(const QVector<SortKey> &keys)
{
    return {Lead, {}, keys};
}

inline QDateTime september(int day)
{
    return QDateTime({2026, 9, day}, {0, 0}, QTimeZone::utc());
}

/// Four leads in either make of workspace, and what is asked of them.
class QueriesRoom : public QObject {
protected:
    void begin()
    {
        QFETCH_GLOBAL(MakeContractWorkspace, make);
        m_workspace = make();
        for (const char *lead : Leads)
            m_ids.append(m_workspace->add(Lead, parse(lead)));
    }
    void end()
    {
        m_workspace.reset();
        m_ids.clear();
    }
    WorkspaceQueries &queries() { return m_workspace->queries(); }
    void record(const Edit &edit) { QVERIFY(await(m_workspace->edits().record({u"Step"_s, {edit}}))); }

    QVector<RowId> order(const ListQuery &query) { return *await(queries().order(query)); }
    /// The server ids in the query's order: "3 1 2".
    QString ids(const ListQuery &query)
    {
        QStringList ids;
        const auto rows = await(queries().rows(query.kind, order(query)));
        for (const ListRow &row : *rows)
            ids.append(row.serverId);
        return ids.join(u' ');
    }
    QString ids(const ListFilter &filter) { return ids(ListQuery{Lead, filter, {}}); }
    QStringList values(Field field, int limit = 9)
    {
        QStringList lines;
        const auto values = await(queries().values(Lead, field, limit));
        for (const FieldValue &value : *values)
            lines.append(u"%1|%2|%3"_s.arg(value.value, value.label).arg(value.count));
        return lines;
    }
    QString hits(const QString &text, int limit = 9)
    {
        QStringList ids;
        const auto hits = await(queries().search(text, limit));
        for (const SearchHit &hit : *hits)
            ids.append(resourceType(hit.kind).name + hit.row.serverId);
        return ids.join(u' ');
    }

    std::unique_ptr<ContractWorkspace> m_workspace;
    QStringList m_ids;
};

} // namespace salesbench::testing
