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

/// What a problem during work means. Not for opening the workspace: without one, nothing is worth a try.
ExitCode exitCode(const Problem &problem);

/// One line on standard output.
void print(const QString &line);

/// On standard error, behind the program's name; the detail in brackets on a line of its own.
void complain(const Problem &problem);
void complain(const QString &sentence);

} // namespace salesbench
