// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/rowformat.h"

#include <optional>

namespace salesbench {

/// A document that the server has made of a creation of this workspace although it has made another one of
/// it.
struct Twin {
    enum class State {
        Found, ///< edits are still to be put together, once nothing of either is on its way
        Offered, ///< for deletion
        Kept, ///< the user wants both
    };
    RowId row = 0;
    RowId original = 0; ///< the creation's own
    State state = State::Found;
    QJsonObject joined = {}; ///< Offered: what it was when its edits went into the original
};

/// Which documents are twins. A twin goes with either of its documents. Belongs to the writer's thread;
/// callers bring the transaction.
class TwinRows {
public:
    explicit TwinRows(Database &database)
        : m_database(database)
    {
    }

    /// Nothing happens where it is known already.
    Result<void> note(RowId row, RowId original);
    Result<QVector<Twin>> found();
    Result<std::optional<Twin>> of(RowId row);
    Result<void> put(const Twin &twin);

private:
    Result<QVector<Twin>> all(const QString &condition, qint64 value);

    Database &m_database;
};

/// "FROM … WHERE …": the twins that a user is asked about, as `second`, beside their `original`.
QString offeredTwins();
Result<int> countTwins(Database &database);

/// For a decision that may be taken back.
QJsonObject toJson(const Twin &twin);
Twin toTwin(const QJsonObject &json);

} // namespace salesbench
