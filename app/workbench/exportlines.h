// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"

#include <QIODevice>

#include <qcoro/qcorotask.h>

#include <memory>

namespace salesbench {

/// Writes every document of @p kind into @p output, oldest first, one line of JSON each, as the user sees it:
/// local edits included, what was deleted here left out. Reads in pages; memory does not grow with the
/// documents beyond 8 bytes each. Returns how many were written. @p queries outlives the task.
QCoro::Task<Result<qint64>> exportLines(ResourceKind kind, std::shared_ptr<QIODevice> output,
                                        WorkspaceQueries *queries);

} // namespace salesbench
