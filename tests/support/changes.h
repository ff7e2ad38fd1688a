// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"

namespace salesbench::testing {

// Changes of one edit, in the short form of JSON that parse() reads.

inline Change creation(const QString &id, const char *document, ResourceKind kind = Lead)
{
    return {QStringLiteral("Create"), {{Edit::Op::Create, kind, id, parse(document)}}};
}

inline Change update(const QString &id, const char *patch, const QString &title = QStringLiteral("Edit"))
{
    return {title, {{Edit::Op::Update, Lead, id, parse(patch)}}};
}

inline Change deletion(const QString &id)
{
    return {QStringLiteral("Delete"), {{Edit::Op::Delete, Lead, id, {}}}};
}

} // namespace salesbench::testing
