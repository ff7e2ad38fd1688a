// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/summary.h"
#include "models/store/database.h"

namespace salesbench {

/// The tables of a workspace, version by version.
///
///   document   what is known of a document; its row is the RowId. rowformat.h reads and writes it
///   summary    one column for each Field, with an index for each that lists sort or filter by. A document
///              whose deletion is recorded has no summary, so lists need not ask for it.
///   listed     how many summaries there are of each resource; triggers count
///   search_…   full text of searchText(), one table for each resource, its rowid the document's row; holds no
///              text of its own
///   step       what a user did as one: undone as one until the first of its operations begins to be sent.
///              state is a StepState; undone holds the edits of an undone one, for doing it again
///   outbox     the operations of the steps, in order, until the server has confirmed them. op is an Edit::Op,
///              state a SyncState, before the merge patch that takes the operation back. doubted: an attempt got
///              no answer, so it is to be looked for before it is sent again. Operations of a document whose
///              sync is 0 (Synced) are not to be sent: it was made and deleted here
///   audit      who changed what, for ever; before and after as in rowformat.h
///   seen       which rows the newest pull has met: one bit for each, in chunks of rows
///   pull       how far the reading of each resource has come, as JSON
///   twin       documents that the server has made beside the original ones, as in twinrows.h
///   setting    small values, as in rowformat.h
///
/// sync is a SyncState, kind a ResourceKind; times are milliseconds since the epoch, UTC.
QVector<Database::Migration> workspaceMigrations();

/// The index that begins with kind and @p field's column.
QString summaryIndex(Field field);

/// The full text knows at once which documents have a word that begins with so many letters or fewer.
inline constexpr int IndexedLetters = 3;

/// The full text of @p kind: "search_salesLead".
QString searchTable(ResourceKind kind);

} // namespace salesbench
