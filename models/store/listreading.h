// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/store/database.h"
#include "models/store/rowset.h"

#include <limits>

namespace salesbench {

/// Answers one ListQuery from the indexes alone, in one state of the file. A filter becomes a set of rows,
/// read from one index for each of its fields; an order is a walk through an index that passes over what is
/// not in the set. So no filter and no order needs the table, and no pair of them an index of its own.
class ListReading {
public:
    ListReading(Database &database, ListQuery query);
    ~ListReading();

    Result<qint64> count();
    Result<QVector<RowId>> rows(qint64 limit = std::numeric_limits<qint64>::max());
    /// Of Amount, for each Currency.
    Result<QMap<QString, double>> sums();

private:
    Q_DISABLE_COPY_MOVE(ListReading)

    /// Rows in an order, those with the same value beside each other.
    struct Groups {
        QVector<RowId> rows;
        std::vector<qsizetype> ends;
    };

    Result<void> select();
    Result<void> selectByFields();
    Result<void> selectByTime();
    Result<void> selectByText();
    Result<void> selectUnsent();
    Result<RowSet> withValues(Field field, QStringList values);
    void keep(const RowSet &set);
    void drop(const RowSet &set);
    bool holds(RowId row) const { return m_set.contains(row) != m_isInverted; }

    Result<QVector<RowId>> walk(const QStringList &statements, qint64 limit);
    Result<QVector<RowId>> byTable(qint64 limit);
    Result<QVector<RowId>> bySeveralKeys(qint64 limit);
    Result<Groups> groups(const SortKey &key, qint64 limit);
    static QVector<RowId> sorted(const QVector<RowId> &rows, const Groups &groups);
    void narrow(const QVector<RowId> &rows);

    Database &m_database;
    ListQuery m_query;
    bool m_isSelected = false;
    RowSet m_set;
    bool m_isInverted = true; ///< m_set is what is left out
};

} // namespace salesbench
