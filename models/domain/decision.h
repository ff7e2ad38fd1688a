// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/record.h"

#include <optional>

namespace salesbench {

/// What a decision makes of the document that stands: the same rules in every workspace. Nothing where it goes
/// from here altogether. NotAllowed as WorkspaceEdits::decide() says.
Result<std::optional<Record>> decided(const Record &stands, const Decision &decision, const QDateTime &now);

/// Neither on its way nor waiting for a person, and not deleted here.
bool standsStill(const Record &record);

/// The workspace's setting that counts how often a document was made anew after the server had deleted it.
QString recreationsKey(const QString &localId);

} // namespace salesbench
