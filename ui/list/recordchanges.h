// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"
#include "models/domain/problem.h"
#include "models/domain/record.h"
#include "ui/widgets/context.h"

namespace salesbench {

// What is done to the documents selected in a list: one change each, kept and undone as one. Nothing is
// written here.

/// Gives @p rows the value of a choice: @p field is Rating or Priority. Those that have it are left out;
/// NotAllowed when none remains.
Result<Change> chooseForAll(ResourceKind kind, const QVector<ListRow> &rows, Field field, const QString &value);

/// The moves that every one of @p rows may make.
QVector<State> commonMoves(ResourceKind kind, const QVector<ListRow> &rows);

/// Moves every record; an accepted lead becomes an opportunity. The first problem stops all.
Result<Change> moveAll(const QVector<Record> &records, State to, const QString &reason, const Context &context);

/// Makes the user the owner of the records that are nobody's. NotAllowed where there is none.
Result<Change> claimAll(const QVector<Record> &records, const Session &session);

Change deleteAll(ResourceKind kind, const QVector<ListRow> &rows);

} // namespace salesbench
