// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storewriter.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <tuple>
#include <vector>

namespace salesbench {

namespace {

constexpr std::chrono::milliseconds Idle{500};

constexpr size_t MostTogether = 128; ///< that share a commit

} // namespace

Result<std::unique_ptr<StoreWriter>> StoreWriter::start(const MakeTables &make)
{
    std::unique_ptr<StoreWriter> writer(new StoreWriter);
    std::promise<Result<void>> opened;
    writer->m_thread = std::thread([&opened, &make, writer = writer.get()] {
        Result<std::unique_ptr<WriterTables>> tables = make();
        if (!tables) {
            opened.set_value(tl::unexpected(tables.error()));
            return;
        }
        writer->m_tables = std::move(*tables);
        opened.set_value({});
        writer->run();
    });
    return opened.get_future().get().map([&] { return std::move(writer); });
}

StoreWriter::~StoreWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_arrived.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void StoreWriter::finish()
{
    m_finishing = true;
    std::promise<void> done;
    add(Asker::Synchronisation,
        {.work = [](WriterTables &) { return Result<void>(); },
         .answer =
             [&done](const Result<void> &) {
                 done.set_value();
             }});
    done.get_future().wait();
}

void StoreWriter::add(Asker asker, Job job)
{
    const std::lock_guard lock(m_mutex);
    (asker == Asker::Person ? m_persons : m_others).push_back(std::move(job));
    m_arrived.notify_one();
}

void StoreWriter::run()
{
    for (auto [asker, job] = take(); job.work; std::tie(asker, job) = take()) {
        transact(asker, std::move(job));
        m_tables->checkpoints.afterCommit();
    }
    m_tables.reset(); // on the thread that opened the connection
}

/// None at the end only.
std::pair<StoreWriter::Asker, StoreWriter::Job> StoreWriter::take()
{
    std::unique_lock lock(m_mutex);
    const auto arrived = [this] {
        return m_ending || !m_persons.empty() || !m_others.empty();
    };
    if (!m_arrived.wait_for(lock, Idle, arrived)) {
        lock.unlock();
        m_tables->checkpoints.whenIdle();
        lock.lock();
        m_arrived.wait(lock, arrived);
    }
    const Asker asker = m_persons.empty() ? Asker::Synchronisation : Asker::Person;
    std::deque<Job> &next = asker == Asker::Person ? m_persons : m_others;
    if (next.empty())
        return {};
    Job job = std::move(next.front());
    next.pop_front();
    return {asker, std::move(job)};
}

/// What may join the transaction that the synchronisation has begun.
std::optional<StoreWriter::Job> StoreWriter::takeAnother()
{
    const std::lock_guard lock(m_mutex);
    if (!m_persons.empty() || m_others.empty())
        return {};
    Job job = std::move(m_others.front());
    m_others.pop_front();
    return job;
}

void StoreWriter::transact(Asker asker, Job first)
{
    m_tables->changes.clear();
    m_tables->recorded = false;
    std::vector<Job> jobs;
    jobs.push_back(std::move(first));
    std::vector<Result<void>> results;
    const Result<void> committing = m_tables->database->transaction([&] {
        for (size_t i = 0; i < jobs.size(); ++i) {
            results.push_back(m_tables->database->part([&] { return jobs[i].work(*m_tables); }));
            const bool isOpen = asker == Asker::Synchronisation && jobs.size() < MostTogether;
            if (std::optional<Job> another = isOpen ? takeAnother() : std::nullopt)
                jobs.push_back(*std::move(another));
        }
        const bool isAny = std::ranges::any_of(results, &Result<void>::has_value);
        return isAny ? Result<void>() : results.front();
    });
    if (committing && committed)
        committed(*m_tables);
    results.resize(jobs.size()); // none where there was no transaction
    for (size_t i = 0; i < jobs.size(); ++i)
        jobs[i].answer(results[i] ? committing : results[i]);
}

} // namespace salesbench
