// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "models/store/changes.h"
#include "models/store/checkpoints.h"
#include "models/store/documentrows.h"
#include "models/store/history.h"
#include "models/store/outbox.h"
#include "models/store/steps.h"

namespace salesbench {

/// All that a write works on, on the writer's thread and within its transaction.
struct WriterTables {
    WriterTables(std::unique_ptr<Database> opened, Surroundings around, const QString &ownerRole,
                 const QString &author)
        : database(std::move(opened))
        , checkpoints(*database)
        , surroundings(std::move(around))
        , documents(*database, ownerRole)
        , outbox(*database)
        , steps(*database)
        , history(*database, author)
    {
    }

    std::unique_ptr<Database> database;
    Checkpoints checkpoints;
    Surroundings surroundings;
    DocumentRows documents;
    Outbox outbox;
    Steps steps;
    History history;
    ChangedRows changes; ///< of the transaction that runs; told to the screen after its commit
    bool recorded = false; ///< in it the user did something that may be sent
};

} // namespace salesbench
