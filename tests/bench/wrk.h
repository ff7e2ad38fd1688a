// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace salesbench::bench {

/// What wrk, which asks from a process of its own, has seen. https://github.com/wg/wrk
struct WrkResult {
    qint64 requests = 0;
    double perSecond = 0;
    double p50 = 0; ///< milliseconds
    double p99 = 0;
    qint64 failed = 0; ///< refused, broken off or timed out
};

/// True where the program is installed.
bool hasWrk();

/// Patches 2,000 of the demo's leads in turn. Each patch bears the ETag that the answer to the one before it
/// gave; only the first of a lead has none.
QByteArray patchScript();

/// Asks @p origin over @p connections for @p seconds, as the Lua @p script says. Ends the process where wrk
/// does.
WrkResult runWrk(const QString &origin, int connections, int seconds, const QByteArray &script);

} // namespace salesbench::bench
