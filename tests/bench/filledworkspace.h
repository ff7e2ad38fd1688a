// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "tests/bench/bench.h"

namespace salesbench::bench {

/// The workspace in the bench's profile. What it lacks of its documents is put in first, through the journal
/// as a pull would, which takes minutes for a million; a fill that was broken off goes on where it was.
std::unique_ptr<Workspace> openFilled(const Bench &bench);

/// The file of that workspace, for yardsticks that read it by themselves.
QString workspaceFile(const Bench &bench);

/// Waits for an answer; ends the process where it is a problem.
template<typename T>
T must(QFuture<Result<T>> future)
{
    Result<T> answer = future.result();
    if (!answer)
        qFatal("%s %s", qPrintable(answer.error().sentence), qPrintable(answer.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*answer);
}

} // namespace salesbench::bench
