// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <atomic>

namespace salesbench {

/// Takes what one connection commits to the disk from another thread, so that the next transaction is made
/// while the last one is on its way. Until then a commit outlives the program, not the machine.
class WalFlush {
public:
    /// From now on @p database, which is open for writing, commits without waiting for the disk; it outlives
    /// this object.
    static Result<std::unique_ptr<WalFlush>> takeOver(Database &database);
    ~WalFlush();

    /// Before and after a commit, on the thread of the database. Readers see it somewhere in between.
    void beginCommit() { ++m_commits; }
    void endCommit() { ++m_commits; }

    /// What was committed before the call is on the disk when it returns; at once where it already is. From
    /// any thread. Once it has failed it fails for ever: the kernel forgets what it could not write, and the
    /// next time would promise too much.
    Result<void> flush();

private:
    explicit WalFlush(const QString &path);
    Q_DISABLE_COPY_MOVE(WalFlush)

    QString m_path;
    int m_file = -1;
    std::atomic<qint64> m_commits = 0; ///< begun and ended: odd during one
    std::atomic<qint64> m_flushed = 0; ///< of these
    std::atomic<int> m_error = 0;
};

} // namespace salesbench
