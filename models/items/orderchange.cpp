// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/orderchange.h"

#include <algorithm>

namespace salesbench {

namespace {

bool same(RowId before, RowId after)
{
    return before == after || before == UnknownRow;
}

/// One row that went elsewhere leaves the others of the range in their sequence.
bool isMove(const RowId *before, const RowId *after, int count, bool down)
{
    const RowId moved = down ? before[0] : before[count - 1];
    if (moved == UnknownRow || moved != (down ? after[count - 1] : after[0]))
        return false;
    return std::equal(before + (down ? 1 : 0), before + count - (down ? 0 : 1), after + (down ? 0 : 1), same);
}

void classify(OrderChange &change, const RowId *before, const RowId *after)
{
    const int oldCount = change.oldEnd - change.first;
    const int newCount = change.newEnd - change.first;
    change.kind = OrderChange::Kind::Mixed;
    if (oldCount == 0) {
        change.kind = newCount == 0 ? OrderChange::Kind::None : OrderChange::Kind::Insert;
    } else if (newCount == 0) {
        change.kind = OrderChange::Kind::Remove;
    } else if (oldCount == newCount) {
        for (bool down : {true, false}) {
            if (!isMove(before + change.first, after + change.first, oldCount, down))
                continue;
            change.kind = OrderChange::Kind::Move;
            change.from = down ? change.first : change.oldEnd - 1;
            change.to = down ? change.oldEnd - 1 : change.first;
            return;
        }
    }
}

} // namespace

OrderChange compareOrders(const QVector<RowId> &before, const QVector<RowId> &after)
{
    OrderChange change;
    const auto [left, right] = std::mismatch(before.begin(), before.end(), after.begin(), after.end(), same);
    change.first = static_cast<int>(left - before.begin());
    change.oldEnd = static_cast<int>(before.size());
    change.newEnd = static_cast<int>(after.size());
    while (change.oldEnd > change.first && change.newEnd > change.first
           && same(before[change.oldEnd - 1], after[change.newEnd - 1])) {
        --change.oldEnd;
        --change.newEnd;
    }
    classify(change, before.constData(), after.constData());
    return change;
}

} // namespace salesbench
