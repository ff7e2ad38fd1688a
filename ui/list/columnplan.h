// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/column.h"

#include <QStringList>

namespace salesbench {

/// Which columns a list shows, in what order and how wide: what a person arranged, whatever the window's
/// width makes of it.
struct ColumnPlan {
    enum class Wish {
        Hidden,
        Auto, ///< shown where there is room
        Shown, ///< chosen by hand: the list scrolls sideways rather than leave it out
    };
    struct Entry {
        Column column = Column::Name;
        int width = 0;
        Wish wish = Wish::Hidden;
        bool operator==(const Entry &) const = default;
    };
    QVector<Entry> entries; ///< every column once, from the left

    static ColumnPlan standard(ResourceKind kind);
    Entry &entry(Column column);
    const Entry &entry(Column column) const;
    /// To where @p place stands now; the others keep their order.
    void move(Column column, qsizetype place);

    QStringList toTexts() const;
    /// What toTexts() gave. Columns that it does not know stand as in standard(), as do those that it cannot read.
    static ColumnPlan fromTexts(ResourceKind kind, const QStringList &texts);

    bool operator==(const ColumnPlan &) const = default;
};

struct FittedColumn {
    Column column = Column::Name;
    int width = 0;
    bool operator==(const FittedColumn &) const = default;
};

/// The columns that are shown in @p width pixels, from the left. In want of room the name narrows to its
/// smallest width, then Next step, Age, Priority and Offering drop in this order; what is left over goes to
/// the last column where that is text, else to the name.
QVector<FittedColumn> fitColumns(const ColumnPlan &plan, int width);

namespace columns {
inline constexpr int NameMin = 140;
inline constexpr int Min = 40;
} // namespace columns

} // namespace salesbench
