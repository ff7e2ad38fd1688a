// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/rowfilter.h"

#include <limits>
#include <optional>

namespace salesbench {

/// Answers one ListQuery from the indexes alone, in one state of the file. A filter becomes a set of rows; an
/// order is a walk through an index that passes over what is not in the set. So no filter and no order needs
/// the table, and no pair of them an index of its own.
class ListReading {
public:
    ListReading(Reader &reader, ListQuery query);
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
    void narrow(const QVector<RowId> &rows);
    Qt::SortOrder ties() const { return m_query.sort.first().order; }
    bool hasFew() const;

    Result<QVector<RowId>> walk(const QStringList &statements, qint64 limit);
    Result<QVector<RowId>> byTable(qint64 limit);
    Result<QVector<RowId>> byKeys(const QVector<SortKey> &keys, qint64 limit);
    Result<QVector<RowId>> byGroups(const QVector<SortKey> &keys, qint64 limit);
    Result<Groups> groups(const SortKey &key, qint64 limit);
    static QVector<RowId> regrouped(const QVector<RowId> &rows, const Groups &groups);

    Reader &m_reader;
    ListQuery m_query;
    std::optional<RowFilter> m_filter;
};

} // namespace salesbench
