// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/readers.h"

namespace salesbench {

Result<Database *> Readers::here()
{
    if (!m_databases.hasLocalData()) {
        Database::Options options;
        options.readOnly = true;
        Result<std::unique_ptr<Database>> database = Database::open(m_path, {}, options);
        if (!database)
            return tl::unexpected(database.error());
        m_databases.setLocalData(std::move(*database));
    }
    return m_databases.localData().get();
}

} // namespace salesbench
