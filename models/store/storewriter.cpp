// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storewriter.h"

#include <chrono>
#include <future>

namespace salesbench {

namespace {

constexpr std::chrono::milliseconds Idle{500};

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
    add(Asker::Synchronisation, [&done](WriterTables &) { done.set_value(); });
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
    for (Job job = take(); job; job = take()) {
        job(*m_tables);
        m_tables->checkpoints.afterCommit();
    }
    m_tables.reset(); // on the thread that opened the connection
}

/// None at the end only.
StoreWriter::Job StoreWriter::take()
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
    std::deque<Job> &next = m_persons.empty() ? m_others : m_persons;
    if (next.empty())
        return {};
    Job job = std::move(next.front());
    next.pop_front();
    return job;
}

Result<void> StoreWriter::transact(WriterTables &tables, const std::function<Result<void>()> &work)
{
    tables.changes.clear();
    tables.recorded = false;
    const Result<void> done = tables.database->transaction(work);
    if (done && committed)
        committed(tables);
    return done;
}

} // namespace salesbench
