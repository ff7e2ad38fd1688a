// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/context.h"

#include <QFuture>

#include <functional>

namespace salesbench {

using MakeChange = std::function<Result<Change>(const QVector<Record> &)>;

/// Reads the documents of local or server @p ids, has one change made of them and records it. Documents that
/// have gone meanwhile are left out. Cancelled with the workspace.
QFuture<Result<void>> changeRecords(Context &context, ResourceKind kind, const QStringList &ids, MakeChange make);

} // namespace salesbench
