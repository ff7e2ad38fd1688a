// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/writequeue.h"

#include "models/store/serverschema.h"
#include "net/server/apierror.h"

#include <future>

using namespace Qt::StringLiterals;

namespace salesbench {

Result<std::unique_ptr<WriteQueue>> WriteQueue::start(const QString &path)
{
    std::unique_ptr<WriteQueue> queue(new WriteQueue);
    std::promise<Result<void>> opened;
    queue->m_thread = std::thread([&opened, path, queue = queue.get()] {
        Result<std::unique_ptr<Database>> database = Database::open(path, ServerDocuments::migrations());
        if (!database) {
            opened.set_value(tl::unexpected(database.error()));
            return;
        }
        queue->m_database = std::move(*database);
        if (const Result<void> prepared = prepareForManyWrites(*queue->m_database); !prepared) {
            opened.set_value(prepared);
            queue->m_database.reset();
            return;
        }
        queue->run([&opened] { opened.set_value({}); });
    });
    return opened.get_future().get().map([&] { return std::move(queue); });
}

WriteQueue::~WriteQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_arrived.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void WriteQueue::add(Work work, HttpReply reply)
{
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back({std::move(work), std::move(reply)});
    m_arrived.notify_one();
}

void WriteQueue::run(const std::function<void()> &ready)
{
    ready();
    for (std::vector<Job> jobs = takeJobs(); !jobs.empty(); jobs = takeJobs()) {
        doAll(jobs);
        for (Job &job : jobs)
            job.reply(std::move(job.response));
    }
    m_database.reset(); // on the thread that opened it
}

/// Empty at the end only.
std::vector<WriteQueue::Job> WriteQueue::takeJobs()
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
    return std::exchange(m_jobs, {});
}

void WriteQueue::doAll(std::vector<Job> &jobs)
{
    const Result<void> done = m_database->transaction([&]() -> Result<void> {
        for (Job &job : jobs) {
            if (Result<void> result = doOne(job); !result)
                return result;
        }
        return {};
    });
    if (done)
        return;
    for (Job &job : jobs)
        job.response = toResponse(toApiError(done.error()));
}

Result<void> WriteQueue::doOne(Job &job)
{
    if (Result<void> begun = m_database->execute(u"SAVEPOINT work"_s, {}); !begun)
        return begun;
    job.response = job.work(*m_database);
    if (job.response.status < 400)
        return m_database->execute(u"RELEASE work"_s, {});
    return m_database->execute(u"ROLLBACK TO work"_s, {}).and_then([this] {
        return m_database->execute(u"RELEASE work"_s, {});
    });
}

} // namespace salesbench
