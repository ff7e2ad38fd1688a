// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/assignment.h"

#include "models/domain/ownership.h"
#include "ui/assignment/changerecords.h"

namespace salesbench {

QFuture<Result<void>> assignRecords(Context &context, ResourceKind kind, const QStringList &ids, const Person &person)
{
    const auto make = [person, role = context.session.ownerRole](const QVector<Record> &records) {
        return assign(records, person, role);
    };
    return changeRecords(context, kind, ids, make);
}

QFuture<Result<void>> claimRecord(Context &context, ResourceKind kind, const QString &id)
{
    const auto make = [user = context.session.user, role = context.session.ownerRole](const QVector<Record> &records) {
        return claim(records.first(), user, role);
    };
    return changeRecords(context, kind, {id}, make);
}

} // namespace salesbench
