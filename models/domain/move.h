// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/record.h"
#include "models/domain/surroundings.h"

namespace salesbench {

/// Why and by whom a state was changed.
struct MoveReason {
    QString text; ///< may be empty where needsReason() says so
    QString author;
};

/// The merge patch that moves @p record to the state @p to. The reason becomes statusChangeReason; a quote,
/// which has no such attribute, gets it as a note. NotAllowed where the lifecycle has no such move, the
/// document's state is foreign, or the document is being deleted; BadInput where a needed reason is missing.
Result<QJsonObject> movePatch(const Record &record, State to, const MoveReason &reason,
                              const Surroundings &surroundings);

/// The states of the shortest legal way, the last one @p to; empty where there is none.
std::vector<State> wayThrough(const Lifecycle &lifecycle, State from, State to);

/// Whether legal moves lead from the state of @p from to that of @p to, or both have the same.
bool canMove(ResourceKind kind, const QJsonObject &from, const QJsonObject &to);

/// The value of a status attribute in the words of the screen; a foreign one as it is.
QString statusText(ResourceKind kind, const QString &value);

/// That no step leads from the status @p from to @p to: the attributes' values.
QString illegalMoveText(ResourceKind kind, const QString &from, const QString &to);

} // namespace salesbench
