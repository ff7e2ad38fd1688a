// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/writequeue.h"

#include "models/store/serverschema.h"
#include "net/server/apierror.h"

#include <future>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// 128 MiB: a document's entries in the indexes are spread over many pages, each of which many documents
/// share.
constexpr int PagesOfALog = 32768;

} // namespace

Result<std::unique_ptr<WriteQueue>> WriteQueue::start(const QString &path, std::function<void()> logStays)
{
    std::unique_ptr<WriteQueue> queue(new WriteQueue);
    std::promise<Result<void>> opened;
    queue->m_writer = std::thread([&opened, path, logStays = std::move(logStays), queue = queue.get()] {
        const Result<void> result = queue->open(path, logStays);
        opened.set_value(result);
        if (result)
            queue->write();
    });
    const Result<void> result = opened.get_future().get();
    if (!result)
        return tl::unexpected(result.error());
    queue->m_answerer = std::thread([queue = queue.get()] { queue->answer(); });
    return queue;
}

WriteQueue::~WriteQueue()
{
    m_wanted.end();
    for (std::thread *thread : {&m_writer, &m_answerer}) {
        if (thread->joinable())
            thread->join();
    }
}

void WriteQueue::add(Work work, HttpReply reply)
{
    m_wanted.add({std::move(work), std::move(reply)});
}

Result<void> WriteQueue::open(const QString &path, std::function<void()> logStays)
{
    Result<std::unique_ptr<Database>> database = Database::open(path, ServerDocuments::migrations());
    if (!database)
        return tl::unexpected(database.error());
    const Result<void> prepared =
        prepareForManyWrites(**database)
            .and_then([&] { return ServerDocuments(**database, {}).skipRevisions(); })
            .and_then([&] { return WalFlush::takeOver(**database); })
            .map([&](std::unique_ptr<WalFlush> flush) { m_flush = std::move(flush); });
    if (!prepared)
        return prepared;
    m_database = std::move(*database);
    m_checkpoints = std::make_unique<BackgroundCheckpoints>(*m_database, PagesOfALog, std::move(logStays));
    return {};
}

void WriteQueue::write()
{
    for (std::vector<Job> jobs = m_wanted.takeAll(); !jobs.empty(); jobs = m_wanted.takeAll()) {
        m_flush->beginCommit();
        doAll(jobs);
        m_flush->endCommit();
        m_written.add(std::move(jobs));
        m_checkpoints->afterCommit();
    }
    m_written.end();
    m_checkpoints.reset();
    m_database.reset(); // on the thread that opened it
}

void WriteQueue::answer()
{
    for (std::vector<Job> jobs = m_written.takeAll(); !jobs.empty(); jobs = m_written.takeAll()) {
        const Result<void> flushed = makeDurable();
        for (Job &job : jobs)
            job.reply(flushed || job.response.status >= 400 ? std::move(job.response)
                                                            : toResponse(toApiError(flushed.error())));
    }
}

void WriteQueue::doAll(std::vector<Job> &jobs)
{
    const Result<void> done = m_database->transaction([&] {
        for (Job &job : jobs)
            doOne(job);
        return Result<void>();
    });
    if (done)
        return;
    for (Job &job : jobs)
        job.response = toResponse(toApiError(done.error()));
}

void WriteQueue::doOne(Job &job)
{
    m_database->part([&]() -> Result<void> {
        job.response = job.work(*m_database);
        return job.response.status < 400 ? Result<void>() : tl::unexpected(Problem());
    });
}

} // namespace salesbench
