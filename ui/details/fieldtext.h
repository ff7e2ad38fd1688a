// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "ui/details/attributefield.h"

#include <QJsonValue>

namespace salesbench {

/// What stands in the editor of @p field for @p value; empty where the document says nothing.
QString fieldText(const AttributeField &field, const QJsonValue &value);

/// The document's value for what a person typed; Undefined for an empty text. @p before is the value that it
/// replaces: what the text does not show (a time of day, a reference's other members) is kept from it.
/// BadInput with a sentence for the line under the field.
Result<QJsonValue> fieldValue(const AttributeField &field, const QString &text, const QJsonValue &before);

/// @p id where it says something to a person: empty for the long ones, which nobody types or reads out.
QString shownId(const QString &id);

} // namespace salesbench
