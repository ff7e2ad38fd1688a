// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/colleague.h"
#include "tests/faults/realdesk.h"

namespace salesbench::faults {

/// A round whose network, server and workbench have come to rest.
struct RealEnd {
    const Script &script;
    const Colleague &colleague;
    WorkspaceFile &workspace;
    Documents here; ///< as the workbench exports them
    Documents there; ///< as the server has them
    QStringList twice; ///< names that it has more than once
    bool isPlain = false;
};

/// What came of it, in all rounds.
struct RunTotals {
    int edits = 0;
    int requests = 0;
    int faults = 0;
    int workbenchKills = 0;
    int serverKills = 0;
    int conflicts = 0; ///< and refusals: what is left to users
    int duplicates = 0;
    int lost = 0;
    int overwrites = 0; ///< of what somebody else wrote, unseen

    void add(const RunTotals &other);
};

/// What must not be, in sentences.
QStringList judge(const RealEnd &end, RunTotals &totals);

} // namespace salesbench::faults
