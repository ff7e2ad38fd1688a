// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace salesbench::bench {

/// What was measured. Times are milliseconds, memory MiB, rates per second.
struct Figure {
    QString name;
    QString unit;
    double typical = 0; ///< the median; a single value stands in both
    double worst = 0; ///< the 99th percentile
};

/// What a figure has to reach. Rates must be at least that much, all else at most; the ratio is between the
/// medians of a figure and its yardstick.
struct Goal {
    std::optional<double> worst;
    QString yardstick; ///< another figure's name, of the same unit
    std::optional<double> ratio;
};

struct Options {
    int leads = 1'000'000;
    QString folder; ///< holds the workspace that the figures are taken of, and is kept for the next run
};

/// Runs in a process of its own, so that nothing that another one left in memory counts.
class Bench {
public:
    explicit Bench(Options options)
        : m_options(std::move(options))
    {
    }

    int leads() const { return m_options.leads; }
    /// A workspace's profile with that many leads, and opportunities and quotes in the demo's proportion.
    QString profile() const { return m_options.folder; }

    /// Runs @p step @p times, each taken alone.
    void time(const QString &name, int times, const std::function<void()> &step, const Goal &goal = {});
    void times(const QString &name, QVector<double> milliseconds, const Goal &goal = {});
    void single(const QString &name, double value, const QString &unit, const Goal &goal = {});

private:
    void print(const Figure &figure, const Goal &goal);

    Options m_options;
};

/// Milliseconds since @p timer was started.
double elapsed(const QElapsedTimer &timer);

/// Shows what @p make returns and waits for its first paint: milliseconds from the call until then.
double firstPaint(const std::function<std::unique_ptr<QWidget>()> &make);

/// What this process holds in memory now, in MiB.
double residentMemory();

using Run = void (*)(Bench &);
/// Makes a group of figures known. Groups run in the order of their names; yardsticks begin with "0".
bool registerBench(const char *name, Run run);

} // namespace salesbench::bench

/// Put once behind the function that takes a group's figures.
#define SALESBENCH_BENCH(name, run)                                                                          \
    [[maybe_unused]] static const bool registered_##run = salesbench::bench::registerBench(name, run);
