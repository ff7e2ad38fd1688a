// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/context.h"

#include <QFuture>

namespace salesbench {

/// Gives documents to @p person in one change, which is undone as one. @p ids are local or server ids;
/// documents that have gone meanwhile are left out, and those of the person's already stay as they are.
/// NotAllowed when nothing remains. Cancelled with the workspace.
QFuture<Result<void>> assignRecords(Context &context, ResourceKind kind, const QStringList &ids, const Person &person);

inline QFuture<Result<void>> assignLeads(Context &context, const QStringList &ids, const Person &person)
{
    return assignRecords(context, ResourceKind::SalesLead, ids, person);
}

/// Makes the user the owner of a document that is nobody's. NotAllowed where someone has it.
QFuture<Result<void>> claimRecord(Context &context, ResourceKind kind, const QString &id);

} // namespace salesbench
