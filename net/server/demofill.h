// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "resources/demo/demodata.h"

#include <functional>

namespace salesbench {

/// Told every thousand documents how many are made, of how many; false stops the filling.
using FillProgress = std::function<bool(qint64 done, qint64 total)>;

/// Puts the demo's documents into the server database @p file, before a server opens it. False where it
/// already has documents: then nothing is written. A new file appears under its name once it is filled, so
/// that one begun and stopped is begun anew. Cancelled where @p progress stopped it, else the file's Problem.
Result<bool> fillWithDemo(const QString &file, const DemoData::Options &demo,
                          const FillProgress &progress = {});

} // namespace salesbench
