// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench.h"

namespace salesbench::bench {

struct Measured {
    Figure figure;
    Goal goal;
};

/// How a measuring process hands a figure to the one that prints the table: a line of JSON.
QByteArray line(const Measured &measured);
/// Nothing for a line that is something else.
std::optional<Measured> fromLine(const QByteArray &line);

/// The table, one line a figure, with how it stands to its goal and its yardstick.
QByteArray table(const QVector<Measured> &all);

/// Whether every goal that could be judged was reached.
bool reached(const QVector<Measured> &all);

} // namespace salesbench::bench
