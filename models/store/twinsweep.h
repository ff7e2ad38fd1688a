// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/twins.h"
#include "models/store/twinrows.h"
#include "models/store/writertables.h"

namespace salesbench {

/// Puts twins together: the creation's own record stands for the one that the server made first, whichever
/// that is, edits made to either are in it and wait to be sent, and the other one is left as the server has
/// it, for the user to delete. Runs on the writer's thread within its transaction.
class TwinSweep {
public:
    explicit TwinSweep(WriterTables &tables)
        : m_tables(tables)
        , m_now(tables.surroundings.now())
    {
    }

    /// All that were found and of which nothing is on its way.
    Result<void> run();

    /// Whether anything was done to @p other, the document of @p twin, since it was offered.
    static bool hasRest(const Twin &twin, const Record &other);
    /// Puts that into @p original, as part of @p step. NotAllowed where the original is not quiet.
    Result<void> takeRest(const Twin &twin, const Record &original, const Record &other, qint64 step);

private:
    /// Both documents, as the workspace has them and by their age.
    struct Pair {
        Record original;
        Record other;
        bool isExchanged = false; ///< the other one is the elder
        QJsonObject origin = {}; ///< the younger one before the edits that are to be put into the elder

        const Record &elder() const { return isExchanged ? other : original; }
        const Record &younger() const { return isExchanged ? original : other; }
    };

    Result<void> sweep(const Twin &twin);
    Result<void> nameElder(const Pair &pair);
    Result<void> offer(Twin twin, const Record &other);
    Result<PastValues> pastValues(RowId row);
    Result<void> join(const Pair &pair);
    Result<Record> joined(const Pair &pair);
    Result<void> wait(const Pair &pair, Record &after);
    Result<void> appendRest(const Pair &pair, const Record &after);
    Result<qint64> step();
    Result<void> write(const Pair &pair, const Record &after);

    WriterTables &m_tables;
    QDateTime m_now;
    qint64 m_step = 0; ///< 0: none yet
};

} // namespace salesbench
