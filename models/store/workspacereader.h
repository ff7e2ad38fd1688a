// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"

#include <memory>

namespace salesbench {

/// The reading side of the workspace in the file @p path, which exists and has its tables. It opens read-only
/// connections of its own in threads of its own, and ends them with itself. Its signal changed() is emitted
/// by the workspace, on the thread that opened it, after the commit.
std::unique_ptr<WorkspaceQueries> makeWorkspaceReader(const QString &path);

} // namespace salesbench
