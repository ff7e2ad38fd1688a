// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/knownpart.h"

namespace salesbench {

class FieldEditor;

/// Has the values of the editor's column offered while typing; the most frequent ones of @p kind.
void offerSuggestions(WorkspaceQueries &queries, ResourceKind kind, FieldEditor *editor);

} // namespace salesbench
