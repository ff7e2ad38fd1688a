// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace salesbench {

class ResourceTableModel;

/// Knows when a list has been read for so long that whoever waits for it wants to be told, and may stop it.
class ListPatience : public QObject {
    Q_OBJECT

public:
    ListPatience(const ResourceTableModel &model, std::chrono::milliseconds patience, QObject *parent = nullptr);

    bool isOver() const { return m_isOver; }

Q_SIGNALS:
    /// isOver() is another one now.
    void changed();

private:
    void look();
    void setOver(bool over);

    const ResourceTableModel &m_model;
    QTimer m_timer;
    bool m_isOver = false;
};

} // namespace salesbench
