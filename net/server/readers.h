// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <QThreadStorage>

#include <atomic>
#include <chrono>

namespace salesbench {

/// One read-only connection for each thread that asks. Outlives those threads.
class Readers {
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit Readers(QString path);
    ~Readers();

    /// The calling thread's own. What it reads before it is asked for again ends as Problem::Cancelled when
    /// the time is @p deadline, and at stop().
    Result<Database *> here(Time deadline = Time::max());

    /// Whether what the calling thread reads since here() is still waited for.
    bool isWanted() const;

    /// From any thread: nothing more is read.
    void stop() { m_isStopped = true; }

private:
    Q_DISABLE_COPY_MOVE(Readers)
    class Reader;

    QString m_path;
    std::atomic<bool> m_isStopped = false;
    QThreadStorage<Reader *> m_readers; ///< which owns each
};

} // namespace salesbench
