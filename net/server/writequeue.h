// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverdocuments.h"
#include "net/http/httpmessage.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace salesbench {

/// The one thread that writes. What is waiting when it begins goes into one transaction, so that many
/// writers share one flush to the disk; nobody is answered before it. A work whose answer is an error
/// leaves nothing behind.
class WriteQueue {
public:
    using Work = std::function<HttpResponse(Database &)>;

    /// Opens @p path and brings it up to date.
    static Result<std::unique_ptr<WriteQueue>> start(const QString &path);

    /// Does what has been added, then ends.
    ~WriteQueue();

    void add(Work work, HttpReply reply);

private:
    struct Job {
        Work work;
        HttpReply reply;
        HttpResponse response = {};
    };

    WriteQueue() = default;
    Q_DISABLE_COPY_MOVE(WriteQueue)
    void run(const std::function<void()> &ready);
    std::vector<Job> takeJobs();
    void doAll(std::vector<Job> &jobs);
    Result<void> doOne(Job &job);

    std::unique_ptr<Database> m_database; ///< of its thread
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<Job> m_jobs;
    bool m_ending = false;
};

} // namespace salesbench
