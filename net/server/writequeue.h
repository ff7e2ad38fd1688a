// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/backgroundcheckpoints.h"
#include "models/store/serverdocuments.h"
#include "models/store/walflush.h"
#include "net/http/httpmessage.h"
#include "net/server/inbox.h"

#include <functional>
#include <memory>
#include <thread>

namespace salesbench {

/// The one thread that writes. What is waiting when it begins goes into one transaction. A second thread
/// takes what was committed to the disk, and answers then only: many writers share one flush, and the next of
/// them are served during it. A work whose answer is an error leaves nothing
/// behind, unless it was the disk that did not take it.
///
/// Readers see a change some milliseconds before it is on the disk; who passes it on calls makeDurable()
/// first.
class WriteQueue {
public:
    using Work = std::function<HttpResponse(Database &)>;

    /// Opens @p path and brings it up to date. @p logStays is called once, on one of the queue's threads,
    /// where the disk does not take what the database's log (-wal) holds, which then only grows.
    static Result<std::unique_ptr<WriteQueue>> start(const QString &path,
                                                     std::function<void()> logStays = {});

    /// Does what has been added, then ends.
    ~WriteQueue();

    void add(Work work, HttpReply reply);

    /// All that readers can see now is on the disk when this returns. From any thread.
    Result<void> makeDurable() { return m_flush->flush(); }

private:
    struct Job {
        Work work;
        HttpReply reply;
        HttpResponse response = {};
    };

    WriteQueue() = default;
    Q_DISABLE_COPY_MOVE(WriteQueue)
    Result<void> open(const QString &path, std::function<void()> logStays);
    void write();
    void answer();
    void doAll(std::vector<Job> &jobs);
    void doOne(Job &job);

    std::unique_ptr<Database> m_database; ///< of the writing thread, as all that works over it
    std::unique_ptr<WalFlush> m_flush;
    std::unique_ptr<BackgroundCheckpoints> m_checkpoints;
    Inbox<Job> m_wanted;
    Inbox<Job> m_written;
    std::thread m_writer;
    std::thread m_answerer;
};

} // namespace salesbench
