// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <atomic>
#include <functional>
#include <semaphore>
#include <thread>

namespace salesbench {

/// Moves what was committed from the write-ahead log into the file on a thread of its own, while the writer
/// goes on: in parts, since the disk that takes them is the one that commits wait for. SQLite begins the log
/// anew only when all of it was moved, so at last the writer moves the little that came meanwhile; else the
/// log of a writer that never rests would grow for ever.
class BackgroundCheckpoints {
public:
    /// Takes over from SQLite for the connection of @p database, which outlives this object; a log of more
    /// than @p pages is moved. @p failed is called once, on either thread, where the disk did not take it:
    /// from then on the log grows.
    BackgroundCheckpoints(Database &database, int pages, std::function<void()> failed = {});
    ~BackgroundCheckpoints();

    /// After a commit, on the thread of the database.
    void afterCommit();

private:
    Q_DISABLE_COPY_MOVE(BackgroundCheckpoints)
    enum class State {
        Idle,
        Moving,
        Moved,
        Failed ///< the disk did not take it: the log keeps all from now on
    };
    void noteLog(int pages);
    void fail();
    void run(const QString &path);

    Database &m_database;
    const int m_most;
    const int m_part;
    const std::function<void()> m_failed;
    int m_pages = 0; ///< in the log
    int m_next; ///< so many in the log, and another part is moved
    std::atomic<bool> m_whole = false; ///< what is being moved
    std::atomic<State> m_state = State::Idle;
    std::atomic<bool> m_ending = false;
    std::counting_semaphore<2> m_wanted{0}; ///< for the end, too
    std::thread m_thread;
};

} // namespace salesbench
