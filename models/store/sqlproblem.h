// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"

class QSqlError;

namespace salesbench {

/// SQLite's primary result code behind @p error; 0 where there is none. https://sqlite.org/rescode.html
int sqliteCode(const QSqlError &error);

/// The file itself is no database or its pages contradict each other.
bool isDamage(const QSqlError &error);

/// Problem::Storage with a sentence that names @p file and says what to do.
Problem storageProblem(const QSqlError &error, const QString &file);

} // namespace salesbench
