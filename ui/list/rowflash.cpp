// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/rowflash.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace salesbench {

namespace {

constexpr std::chrono::milliseconds Length = 1500ms;
constexpr auto Frame = 50ms;

} // namespace

RowFlash::RowFlash(QObject *parent)
    : QObject(parent)
{
    m_frames.setInterval(Frame);
    connect(&m_frames, &QTimer::timeout, this, &RowFlash::fade);
}

void RowFlash::light(const QVector<RowId> &rows)
{
    for (RowId row : rows)
        m_lit[row].start();
    if (!m_lit.isEmpty())
        m_frames.start();
    Q_EMIT changed();
}

qreal RowFlash::strength(RowId row) const
{
    const auto lit = m_lit.constFind(row);
    if (lit == m_lit.constEnd())
        return 0;
    return std::max<qreal>(0, 1 - qreal(lit->elapsed()) / qreal(Length.count()));
}

void RowFlash::fade()
{
    m_lit.removeIf([](const auto &entry) { return entry.value().hasExpired(Length.count()); });
    if (m_lit.isEmpty())
        m_frames.stop();
    Q_EMIT changed();
}

} // namespace salesbench
