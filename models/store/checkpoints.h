// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

namespace salesbench {

/// Moves what was committed from the write-ahead log into the file while nobody waits. SQLite by itself does
/// it within the commit that makes the log long, and the person whose edit that is waits for it.
class Checkpoints {
public:
    /// Takes over from SQLite for the connection of @p database.
    explicit Checkpoints(Database &database);
    ~Checkpoints();

    /// After a commit: only where the log has grown very long.
    void afterCommit();
    /// Nothing was asked for a while.
    void whenIdle();

private:
    Q_DISABLE_COPY_MOVE(Checkpoints)
    void run();

    Database &m_database;
    int m_pages = 0; ///< in the log
};

} // namespace salesbench
