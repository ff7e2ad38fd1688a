// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/pacer.h"

#include <utility>

namespace salesbench {

Pacer::Pacer(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false))
            begin();
    });
}

void Pacer::ask()
{
    m_again = true;
    if (!m_isReading && !m_timer.isActive())
        m_timer.start(0);
}

void Pacer::askNow()
{
    m_again = true;
    m_isUrgent = true;
    if (!m_isReading)
        m_timer.start(0);
}

void Pacer::begin()
{
    m_isReading = true;
    m_isUrgent = false;
    m_clock.start();
    Q_EMIT due();
}

void Pacer::done()
{
    m_isReading = false;
    m_timer.start(m_isUrgent ? 0 : static_cast<int>(2 * m_clock.elapsed()));
}

} // namespace salesbench
