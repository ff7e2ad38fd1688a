// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/store/database.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace salesbench {

/// Threads that read one file, each through a read-only connection of its own. What was asked quickly is
/// never kept waiting by what takes long. A cancelled question is not begun, or interrupted.
class ReaderThreads {
public:
    enum class Pace { Quick, Slow };

    explicit ReaderThreads(QString path);
    /// Interrupts what is being read; what has not begun ends as cancelled.
    ~ReaderThreads();

    /// @p read runs on one of the threads.
    template<typename T, typename Read>
    QFuture<Result<T>> ask(Pace pace, Read read)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const QFuture<Result<T>> future = promise->future();
        add(pace,
            {[promise] { return promise->isCanceled(); },
             [promise, read = std::move(read)](Result<Database *> database) {
                 finish(*promise, database.and_then([&](Database *open) { return Result<T>(read(*open)); }));
             }});
        return future;
    }

private:
    Q_DISABLE_COPY_MOVE(ReaderThreads)

    struct Question {
        std::function<bool()> isCancelled;
        std::function<void(Result<Database *>)> answer;
    };
    class Connection;

    template<typename T>
    static void finish(QPromise<Result<T>> &promise, Result<T> answer)
    {
        if (!answer && answer.error().kind == Problem::Kind::Cancelled)
            promise.future().cancel();
        else
            promise.addResult(std::move(answer));
        promise.finish();
    }

    void add(Pace pace, Question question);
    void run(bool alsoSlow);
    std::optional<Question> take(bool alsoSlow);

    QString m_path;
    std::mutex m_mutex;
    std::condition_variable m_asked;
    std::deque<Question> m_quick;
    std::deque<Question> m_slow;
    std::atomic<bool> m_isEnding = false;
    std::vector<std::thread> m_threads;
};

} // namespace salesbench
