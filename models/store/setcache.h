// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/rowset.h"

#include <QCache>

namespace salesbench {

/// Sets of rows as filters read them: another order, one more chip, or the list's sums read them again. They
/// hold until somebody else writes to the file. Of one connection.
class SetCache {
public:
    /// First in a transaction: forgets all that another state of the file said.
    void refresh(Database &database)
    {
        const qint64 version = database.single(QStringLiteral("PRAGMA data_version")).toLongLong();
        if (std::exchange(m_version, version) != version)
            m_sets.clear();
    }

    const RowSet *find(const QString &key) const { return m_sets.object(key); }
    void keep(const QString &key, const RowSet &set) { m_sets.insert(key, new RowSet(set)); }

private:
    QCache<QString, RowSet> m_sets{24}; ///< 125 KB each for a million documents
    qint64 m_version = -1;
};

} // namespace salesbench
