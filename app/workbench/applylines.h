// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "models/domain/workspace.h"

#include <QIODevice>

#include <qcoro/qcorotask.h>

#include <memory>
#include <optional>

namespace salesbench {

/// How far a file of edits was recorded.
struct Applied {
    int recorded = 0;
    std::optional<Problem> problem; ///< its sentence names file and line, and says what was recorded
};

/// Records every line of @p input as one change, in order, and stops at the first that cannot be. Blank lines
/// count as lines only. @p name is what messages call the input. @p edits outlives the task.
QCoro::Task<Applied> applyLines(std::shared_ptr<QIODevice> input, QString name, WorkspaceEdits *edits,
                                Surroundings surroundings);

} // namespace salesbench
