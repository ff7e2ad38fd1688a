// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/record.h"
#include "models/domain/session.h"

namespace salesbench {

// Who has a document: the relatedParty whose role is the owner's. Each step is one change, kept and undone
// as one; nothing is written here.

/// Makes @p person the owner of every record: replaces the relatedParty of @p ownerRole, keeps all others.
/// Records that are theirs already are left out; NotAllowed when none remains or one is being deleted.
Result<Change> assign(const QVector<Record> &records, const Person &person, const QString &ownerRole);

/// The same for one record that is nobody's. NotAllowed where someone owns it.
Result<Change> claim(const Record &record, const Person &person, const QString &ownerRole);

} // namespace salesbench
