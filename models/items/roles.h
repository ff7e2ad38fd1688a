// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace salesbench {

/// What the item models answer besides Qt's own roles.
enum ItemRole {
    RawRole = Qt::UserRole + 1, ///< the summary's value behind the cell, for comparing and editing
    LoadingRole, ///< bool: the row's content is not here yet; asking for any role of it has it fetched
    RowIdRole, ///< RowId; 0 while the row's place in the order is not known
    LocalIdRole, ///< QString; empty while loading
    ServerIdRole, ///< QString; empty until the server has said it
    SyncRole, ///< SyncState as int
    StateRole, ///< State as int; invalid for a status that no lifecycle knows
    OwnerIdRole, ///< QString; empty for nobody
    CurrencyRole, ///< QString, ISO 4217
    ColumnKeyRole, ///< of a horizontal header: the column's stable name for kept settings
};

} // namespace salesbench
