// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listsum.h"

#include "models/domain/whendone.h"
#include "models/domain/words.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QMap<QString, double> sumsOf(const QVector<ListRow> &rows)
{
    QMap<QString, double> sums;
    for (const ListRow &row : rows) {
        const QVariant &amount = row.summary.value(Field::Amount);
        if (!amount.isNull())
            sums[row.summary.text(Field::Currency)] += amount.toDouble();
    }
    return sums;
}

} // namespace

ListSum::ListSum(WorkspaceQueries &queries, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
{
    connect(&m_pacer, &Pacer::due, this, &ListSum::read);
}

void ListSum::setSubject(const ListQuery &list, const QVector<RowId> &rows)
{
    if (list.filter == m_list.filter && list.kind == m_list.kind && rows == m_rows && !m_text.isNull())
        return;
    m_list = list;
    m_rows = rows;
    m_pacer.askNow();
}

void ListSum::read()
{
    if (m_rows.isEmpty()) {
        whenDone(m_queries.sums(m_list), this, [this](const Result<QMap<QString, double>> &sums) {
            take(sums.value_or(QMap<QString, double>()));
        });
        return;
    }
    whenDone(m_queries.rows(m_list.kind, m_rows), this,
             [this](const Result<QVector<ListRow>> &rows) { take(sumsOf(rows.value_or(QVector<ListRow>()))); });
}

void ListSum::take(const QMap<QString, double> &sums)
{
    QStringList texts;
    for (auto it = sums.begin(); it != sums.end(); ++it)
        texts.append(moneyText(it.value(), it.key()));
    m_text = texts.join(u"  "_s);
    m_pacer.done();
    Q_EMIT summed();
}

} // namespace salesbench
