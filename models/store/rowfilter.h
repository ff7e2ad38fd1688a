// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/readerthreads.h"
#include "models/store/rowset.h"

namespace salesbench {

/// What a ListFilter lets through.
class RowFilter {
public:
    bool holds(RowId row) const { return m_rows.contains(row) != m_isInverted; }
    /// The rows that are let through; nothing where only those left out are known.
    const RowSet *rows() const { return m_isInverted ? nullptr : &m_rows; }
    /// @p all is how many there are without a filter.
    qint64 count(qint64 all) const { return m_isInverted ? all - m_rows.count() : m_rows.count(); }

    void keep(const RowSet &rows);
    void drop(const RowSet &rows);

private:
    RowSet m_rows;
    bool m_isInverted = true;
};

/// From one index for each of the filter's fields. Inside a transaction.
Result<RowFilter> readFilter(Reader &reader, ResourceKind kind, const ListFilter &filter);

} // namespace salesbench
