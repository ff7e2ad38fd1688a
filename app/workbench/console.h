// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"

namespace salesbench {

/// What the workbench's process answers to the one that started it.
enum class ExitCode {
    Done = 0,
    Left = 1, ///< something is left; trying later can help
    Useless = 2, ///< trying again cannot help
};

/// What a problem means to who started it.
ExitCode exitCode(const Problem &problem);

/// One line on standard output.
void print(const QString &line);

/// On standard error, behind the program's name; the detail in brackets on a line of its own.
void complain(const Problem &problem);
void complain(const QString &sentence);

/// Complains, and returns what the program then ends with.
ExitCode failed(const Problem &problem);

} // namespace salesbench
