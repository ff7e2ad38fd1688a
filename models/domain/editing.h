// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/record.h"

namespace salesbench {

// What an edit makes of a document, by the rules that every workspace keeps. A quote whose lines it touches
// gets their totals, as on the server; none where they cannot be added up.

/// The document that the creation @p edit makes: its id is the edit's, its state the lifecycle's first where
/// the content brings none.
QJsonObject createdDocument(const Edit &edit);

/// @p document with the merge patch @p patch put in; its id stays. NotAllowed where its state cannot follow
/// the one before; a state foreign to the lifecycle may be left for any.
Result<QJsonObject> updatedDocument(ResourceKind kind, const QJsonObject &document, const QJsonObject &patch);

/// @p quote added up. Amounts that cannot be added exactly give no totals rather than wrong ones, so that the
/// lines at fault can be mended one by one.
QJsonObject withQuoteTotals(const QJsonObject &quote);

} // namespace salesbench
