// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/conflict.h"
#include "ui/details/attributefield.h"

namespace salesbench {

// The parts of a conflict in the words of the screen.

/// "Est. revenue"; for an element of a list what the list is of: "Contact".
QString partLabel(ResourceKind kind, const ConflictPart &part);

/// One line for one of the part's values; empty where the document has none.
QString partText(ResourceKind kind, const ConflictPart &part, const QJsonValue &value);

/// How the part is typed in; null where it can only be chosen.
const AttributeField *typedField(ResourceKind kind, const ConflictPart &part);

/// What of @p record is not the server's, a line for each: "Rating: Hot → Warm" with the server's value last.
QStringList unsentTexts(const Record &record);

/// The same for what the server changed: "Rating: Hot → Warm" with the server's value last too.
QStringList changedThereTexts(const Record &record);

} // namespace salesbench
