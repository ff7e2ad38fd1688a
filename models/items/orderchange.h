// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

namespace salesbench {

/// In an order: the place of a row that has not been read yet. It equals any row.
inline constexpr RowId UnknownRow = 0;

/// What turns one order of rows into another, as narrow as a look from both ends finds it.
struct OrderChange {
    enum class Kind {
        None, ///< equal, but unknown rows may have become known
        Insert, ///< new rows [first, newEnd)
        Remove, ///< old rows [first, oldEnd)
        Move, ///< the old row at `from` now stands at `to`, both in [first, newEnd)
        Mixed, ///< [first, oldEnd) became [first, newEnd)
    };
    Kind kind = Kind::None;
    int first = 0;
    int oldEnd = 0;
    int newEnd = 0;
    int from = 0;
    int to = 0;
};

/// Linear in the length of the orders.
OrderChange compareOrders(const QVector<RowId> &before, const QVector<RowId> &after);

} // namespace salesbench
