// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/interruption.h"

#include "models/store/rawquery.h"

#include <sqlite3.h>

namespace salesbench {

namespace {

/// Steps of SQLite's machine: less than a millisecond of a walk along an index.
constexpr int StepsBetweenQuestions = 10'000;

int isUnwanted(void *wanted)
{
    return !(*static_cast<const std::function<bool()> *>(wanted))();
}

} // namespace

void interruptUnless(Database &database, const std::function<bool()> &wanted)
{
    sqlite3_progress_handler(sqliteHandle(database), StepsBetweenQuestions, isUnwanted,
                             const_cast<std::function<bool()> *>(&wanted));
}

} // namespace salesbench
