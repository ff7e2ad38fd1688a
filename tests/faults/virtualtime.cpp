// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/virtualtime.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>

namespace salesbench::faults {

void VirtualTime::deliverPosted()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void VirtualTime::runUntil(qint64 time)
{
    deliverPosted();
    while (!m_timers.empty() && m_timers.begin()->first.first <= time)
        runNext();
    m_now = std::max(m_now, time);
}

bool VirtualTime::runNext()
{
    deliverPosted();
    if (m_timers.empty())
        return false;
    const auto [place, timer] = *m_timers.begin();
    m_timers.erase(m_timers.begin());
    m_now = std::max(m_now, place.first);
    add(timer); // until its object stops it, as a single shot does at once
    QTimerEvent event(timer.id);
    QCoreApplication::sendEvent(timer.object, &event);
    deliverPosted();
    return true;
}

bool VirtualTime::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    deliverPosted();
    return flags.testFlag(QEventLoop::WaitForMoreEvents) && runNext();
}

void VirtualTime::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    add({id, interval, type, object});
}

bool VirtualTime::unregisterTimer(int id)
{
    return std::erase_if(m_timers, [id](const auto &entry) { return entry.second.id == id; }) > 0;
}

bool VirtualTime::unregisterTimers(QObject *object)
{
    return std::erase_if(m_timers, [object](const auto &entry) { return entry.second.object == object; }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> VirtualTime::registeredTimers(QObject *object) const
{
    QList<TimerInfo> result;
    for (const auto &[place, timer] : m_timers) {
        if (timer.object == object)
            result.append(TimerInfo(timer.id, static_cast<int>(timer.interval), timer.type));
    }
    return result;
}

int VirtualTime::remainingTime(int id)
{
    for (const auto &[place, timer] : m_timers) {
        if (timer.id == id)
            return static_cast<int>(std::max<qint64>(place.first - m_now, 0));
    }
    return -1;
}

} // namespace salesbench::faults
