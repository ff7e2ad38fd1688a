// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

#include <chrono>
#include <functional>

namespace salesbench {

/// How long the synchronisation waits for what.
struct SyncTiming {
    std::chrono::milliseconds poll{30'000}; ///< between two full synchronisations, at least
    std::chrono::milliseconds settle{1'000}; ///< after an edit, before it is sent: a burst goes out as one
    std::chrono::milliseconds timeout{30'000}; ///< for one exchange

    /// 0 ≤ x < 1, evenly: spreads repeats, so that many clients do not come back all at once.
    std::function<double()> random = [] {
        return QRandomGenerator::global()->generateDouble();
    };
};

} // namespace salesbench
