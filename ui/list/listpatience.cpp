// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listpatience.h"

#include "models/items/resourcetablemodel.h"

namespace salesbench {

ListPatience::ListPatience(const ResourceTableModel &model, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, [this] { setOver(true); });
    connect(&m_model, &ResourceTableModel::phaseChanged, this, &ListPatience::look);
    look();
}

void ListPatience::look()
{
    const bool waits = m_model.phase() == ResourceTableModel::Phase::Loading;
    if (waits && !m_isOver && !m_timer.isActive())
        m_timer.start();
    if (waits)
        return;
    m_timer.stop();
    setOver(false);
}

void ListPatience::setOver(bool over)
{
    if (std::exchange(m_isOver, over) != over)
        Q_EMIT changed();
}

} // namespace salesbench
