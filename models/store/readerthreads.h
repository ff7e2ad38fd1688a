// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/store/database.h"
#include "models/store/setcache.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace salesbench {

/// What a thread reads with.
struct Reader {
    std::unique_ptr<Database> database;
    SetCache sets;
};

/// Two threads that read one file, each through a read-only connection of its own. What is answered quickly
/// has the first to itself, and the second helps while it has nothing else to do. A cancelled question is not
/// begun, or interrupted.
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
             [promise, read = std::move(read)](Result<Reader *> reader) {
                 finish(*promise, reader.and_then([&](Reader *open) { return Result<T>(read(*open)); }));
             }});
        return future;
    }

private:
    Q_DISABLE_COPY_MOVE(ReaderThreads)

    struct Question {
        std::function<bool()> isCancelled;
        std::function<void(Result<Reader *>)> answer;
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
    void run(Pace pace);
    std::optional<Question> take(Pace pace);

    QString m_path;
    std::mutex m_mutex;
    std::condition_variable m_asked;
    std::deque<Question> m_quick;
    std::deque<Question> m_slow;
    bool m_isFirstBusy = false; ///< the first thread remembers what it has read, so it is asked first
    std::atomic<bool> m_isEnding = false;
    std::vector<std::thread> m_threads;
};

} // namespace salesbench
