// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/writertables.h"

#include <QPromise>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace salesbench {

/// The one thread that writes a workspace. Every piece of work happens wholly or not at all, and is answered
/// once it is committed. What a person waits for goes before what the synchronisation asks, which shares
/// commits: each costs a wait for the disk.
class StoreWriter {
public:
    using MakeTables = std::function<Result<std::unique_ptr<WriterTables>>()>;

    /// Runs @p make on the new thread and waits for it.
    static Result<std::unique_ptr<StoreWriter>> start(const MakeTables &make);

    /// Does all that was asked for, then ends.
    ~StoreWriter();

    enum class Asker { Person, Synchronisation };

    /// The work's answer, once it is committed.
    template<typename T>
    QFuture<Result<T>> write(Asker asker, std::function<Result<T>(WriterTables &)> work);

    /// Returns when all that was asked for before is done. Nothing new is to be asked for after it.
    void finish();
    /// Work that goes on by itself ends here; a later start takes it up again.
    bool isFinishing() const { return m_finishing; }

    /// Called on the writer's thread after each commit, before the answer; set it before the first write.
    std::function<void(WriterTables &)> committed;

private:
    struct Job {
        std::function<Result<void>(WriterTables &)> work; ///< empty at the end only
        std::function<void(const Result<void> &)> answer; ///< told what became of it
    };

    StoreWriter() = default;
    Q_DISABLE_COPY_MOVE(StoreWriter)
    void add(Asker asker, Job job);
    void run();
    std::pair<Asker, Job> take();
    std::optional<Job> takeAnother();
    void transact(Asker asker, Job first);

    std::unique_ptr<WriterTables> m_tables; ///< of its thread
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Job> m_persons;
    std::deque<Job> m_others;
    bool m_ending = false;
    std::atomic<bool> m_finishing = false;
};

template<typename T>
QFuture<Result<T>> StoreWriter::write(Asker asker, std::function<Result<T>(WriterTables &)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    auto answer = std::make_shared<Result<T>>();
    add(asker,
        {.work = [answer, work = std::move(work)](WriterTables &tables) -> Result<void> {
             *answer = work(tables);
             return *answer ? Result<void>() : tl::unexpected(answer->error());
         },
         .answer =
             [answer, promise](const Result<void> &done) {
                 promise->addResult(done ? *answer : Result<T>(tl::unexpected(done.error())));
                 promise->finish();
             }});
    return future;
}

} // namespace salesbench
