// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"
#include "models/store/database.h"

namespace salesbench {

/// The tables of a workspace, version by version.
///
///   document   what is known of a document; its row is the RowId
///   summary    one column for each Field, with an index for each that lists sort or filter by. A document
///              whose deletion is recorded has no summary, so lists need not ask for it.
///   search_…   full text of what summary shows, one table for each resource; holds no text of its own
///   step       what a user did as one: undone as one until the first of its operations begins to be sent
///   outbox     the operations of the steps, in order, until the server has confirmed them
///   audit      who changed what, for ever
///   pull       how far the reading of each resource has come
///   setting    small values, as JSON
QVector<Database::Migration> workspaceMigrations();

/// The full text of @p kind: "search_salesLead".
QString searchTable(ResourceKind kind);

} // namespace salesbench
