// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#include <map>

namespace salesbench::faults {

/// The event loop of a simulation: time stands still while something happens, then jumps to the next timer.
/// All timers of the main thread follow it, those of the product too. Install it before the application.
class VirtualTime final : public QAbstractEventDispatcher {
public:
    qint64 now() const { return m_now; } ///< milliseconds since the beginning

    /// Does what is due until @p time, in order.
    void runUntil(qint64 time);
    /// Does the next thing; false where nothing is to be done any more.
    bool runNext();

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *) override { }
    void unregisterSocketNotifier(QSocketNotifier *) override { }
    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;
    void wakeUp() override { }
    void interrupt() override { }

private:
    struct Timer {
        int id = 0;
        qint64 interval = 0;
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
    };
    using Place = std::pair<qint64, qint64>; ///< when, and in which order of those at the same time

    void add(const Timer &timer) { m_timers.emplace(Place(m_now + timer.interval, ++m_order), timer); }
    void deliverPosted();

    std::map<Place, Timer> m_timers;
    qint64 m_now = 0;
    qint64 m_order = 0;
};

} // namespace salesbench::faults
