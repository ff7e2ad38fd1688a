// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace salesbench {

/// Stops the exchanges that were given it. Lives in their thread.
class CancelSignal : public QObject {
    Q_OBJECT

public:
    bool isSet() const { return m_set; }
    void set()
    {
        m_set = true;
        Q_EMIT raised();
    }

Q_SIGNALS:
    void raised();

private:
    bool m_set = false;
};

} // namespace salesbench
