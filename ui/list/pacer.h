// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace salesbench {

/// Keeps readings that follow changes from crowding out all else: one at a time, what is asked meanwhile is
/// one more, and after each it rests twice as long as it took.
class Pacer : public QObject {
    Q_OBJECT

public:
    explicit Pacer(QObject *parent = nullptr);

    void ask();
    /// For someone who waits: without the rest.
    void askNow();
    /// What due() began has ended.
    void done();

Q_SIGNALS:
    void due();

private:
    void begin();

    QTimer m_timer;
    QElapsedTimer m_clock;
    bool m_isReading = false;
    bool m_again = false;
    bool m_isUrgent = false;
};

} // namespace salesbench
