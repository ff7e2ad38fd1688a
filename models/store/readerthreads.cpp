// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/readerthreads.h"

#include "models/store/rawquery.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// SQLite asks this often, in its own steps, whether to go on: some ten thousand times a second.
constexpr int StepsBetweenLooks = 2000;

/// Per connection. The system's own cache holds the file; this one only has to hold an index's upper pages.
constexpr int CacheKibibytes = 6 * 1024;

} // namespace

/// A thread's connection: opened at the first question, and again at a later one where that failed.
class ReaderThreads::Connection {
public:
    Connection(QString path, const std::atomic<bool> &isEnding)
        : m_path(std::move(path))
        , m_isEnding(isEnding)
    {
    }

    void answer(const Question &question)
    {
        m_question = &question;
        question.answer(open());
        m_question = nullptr;
    }

private:
    Result<Reader *> open()
    {
        if (m_reader.database)
            return &m_reader;
        Database::Options options;
        options.readOnly = true;
        return Database::open(m_path, {}, options).and_then([this](std::unique_ptr<Database> &&database) {
            m_reader.database = std::move(database);
            sqlite3_progress_handler(sqliteHandle(*m_reader.database), StepsBetweenLooks, &Connection::look,
                                     this);
            return m_reader.database->execute(u"PRAGMA cache_size=-%1"_s.arg(CacheKibibytes)).map([this] {
                return &m_reader;
            });
        });
    }

    static int look(void *self)
    {
        const auto *connection = static_cast<Connection *>(self);
        return connection->m_isEnding || (connection->m_question && connection->m_question->isCancelled());
    }

    QString m_path;
    const std::atomic<bool> &m_isEnding;
    Reader m_reader;
    const Question *m_question = nullptr;
};

ReaderThreads::ReaderThreads(QString path)
    : m_path(std::move(path))
{
    for (Pace pace : {Pace::Quick, Pace::Slow})
        m_threads.emplace_back([this, pace] { run(pace); });
}

ReaderThreads::~ReaderThreads()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        m_quick.clear();
        m_slow.clear();
    }
    m_asked.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void ReaderThreads::add(Pace pace, Question question)
{
    {
        const std::lock_guard lock(m_mutex);
        (pace == Pace::Quick ? m_quick : m_slow).push_back(std::move(question));
    }
    m_asked.notify_all();
}

void ReaderThreads::run(Pace pace)
{
    Connection connection(m_path, m_isEnding);
    while (const std::optional<Question> question = take(pace)) {
        if (!question->isCancelled())
            connection.answer(*question);
    }
}

std::optional<ReaderThreads::Question> ReaderThreads::take(Pace pace)
{
    std::unique_lock lock(m_mutex);
    const auto hasQuick = [&] {
        return !m_quick.empty() && (pace == Pace::Quick || m_isFirstBusy);
    };
    const auto hasSlow = [&] {
        return !m_slow.empty() && pace == Pace::Slow;
    };
    if (pace == Pace::Quick)
        m_isFirstBusy = false;
    m_asked.wait(lock, [&] { return m_isEnding || hasQuick() || hasSlow(); });
    if (m_isEnding)
        return {};
    std::deque<Question> &from = hasQuick() ? m_quick : m_slow;
    Question question = std::move(from.front());
    from.pop_front();
    if (pace == Pace::Quick) {
        m_isFirstBusy = true;
        m_asked.notify_all(); // for what is left
    }
    return question;
}

} // namespace salesbench
