// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/filledworkspace.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

constexpr int Edits = 200;

QVector<ListRow> someLeads(WorkspaceQueries &queries)
{
    const QVector<RowId> order = must(queries.order({}));
    QRandomGenerator random(1);
    QVector<RowId> rows;
    for (int i = 0; i < Edits; ++i)
        rows.append(order.at(random.bounded(order.size())));
    return must(queries.rows(ResourceKind::SalesLead, rows));
}

/// Each is taken back afterwards, so that the next run finds the workspace as it was.
void storeWriting(Bench &bench)
{
    const std::unique_ptr<Workspace> workspace = openFilled(bench);
    QVector<double> times;
    for (const ListRow &lead : someLeads(workspace->queries())) {
        const QJsonObject patch{
            {u"rating"_s, lead.summary.text(Field::Rating) == "hot"_L1 ? u"cold"_s : u"hot"_s}};
        QElapsedTimer timer;
        timer.start();
        must(workspace->edits().record(
            {u"Rate"_s, {{Edit::Op::Update, ResourceKind::SalesLead, lead.localId, patch}}}));
        times.append(elapsed(timer));
        must(workspace->edits().undo());
    }
    bench.times(u"commit of one edit"_s, times, {10, u"bare commit of one row"_s, {}});
}

SALESBENCH_BENCH("store writing", storeWriting)

} // namespace

} // namespace salesbench::bench
