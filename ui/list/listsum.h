// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"
#include "ui/list/pacer.h"

namespace salesbench {

/// What the amounts of a list, or of the rows selected in it, come to: a sum for each currency.
class ListSum : public QObject {
    Q_OBJECT

public:
    explicit ListSum(WorkspaceQueries &queries, QObject *parent = nullptr);

    /// Of @p rows where there are any, else of all that @p list holds.
    void setSubject(const ListQuery &list, const QVector<RowId> &rows);
    void refresh() { m_pacer.ask(); }
    /// "184,000 EUR  1,180,000 INR"; empty while nothing is known or there is nothing to add up.
    const QString &text() const { return m_text; }

Q_SIGNALS:
    void summed();

private:
    void read();
    void take(const QMap<QString, double> &sums);

    WorkspaceQueries &m_queries;
    ListQuery m_list;
    QVector<RowId> m_rows;
    QString m_text;
    Pacer m_pacer;
};

} // namespace salesbench
