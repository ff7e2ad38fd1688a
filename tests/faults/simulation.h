// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/simclient.h"

namespace salesbench::faults {

/// What all simulations of a run came to.
struct Totals {
    qint64 seeds = 0;
    qint64 operations = 0;
    qint64 requests = 0;
    qint64 faults = 0;
    qint64 crashes = 0;
    qint64 conflicts = 0;
    qint64 duplicates = 0;
    qint64 lost = 0;
    qint64 overwrites = 0;
    qint64 illegalMoves = 0;
};

struct Setting {
    SimServer::Kind server = SimServer::Kind::Versions;
    int clients = 0; ///< 0: one to three, by chance
    QString folder; ///< for workspaces; in memory, or it takes long
    std::function<void(const QString &)> log = [](const QString &) {
    };
};

/// Some people at workbenches, and somebody at the server, work through a bad hour; then the network heals
/// and all comes to rest. Adds to @p totals; returns what must not be, in sentences: nothing, where all is
/// well.
QStringList simulate(quint64 seed, const Setting &setting, VirtualTime &time, Totals &totals);

} // namespace salesbench::faults
