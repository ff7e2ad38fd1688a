// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/record.h"

#include <QByteArray>

#include <functional>

namespace salesbench {

/// One line of a file of edits, as the change that the screen would record:
///     {"op":"create","resource":"salesLead","document":{…}}
///     {"op":"update","resource":"salesLead","id":"…","patch":{…}}     an RFC 7396 merge patch
///     {"op":"delete","resource":"salesLead","id":"…"}
/// A new document may bring its id, a uuid, so that later lines can name it; else @p newId gives one.
/// BadInput says what is wrong with the line, not where it stands.
Result<Change> parseEditLine(const QByteArray &line, const std::function<QString()> &newId);

} // namespace salesbench
