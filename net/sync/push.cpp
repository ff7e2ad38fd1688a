// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/push.h"

#include "net/sync/pushjob.h"
#include "net/sync/words.h"

#include <qcoro/qcorofuture.h>

#include <algorithm>

namespace salesbench {

namespace {

constexpr int Beside = 16; ///< resources that are on their way at the same time
constexpr int PiecesAtOnce = 256; ///< pieces of work asked for at once
constexpr int MostTurns = 16; ///< of one document in one synchronisation; the rest waits for the next one

/// The user took it back before it left.
PushResult withdrawn()
{
    PushResult result;
    result.outcome.kind = Outcome::Kind::Pause;
    return result;
}

/// Commits that it leaves, sends it, and records how it ended, whatever happens in between.
QCoro::Task<PushResult> pushOne(SyncContext &context, OutboxWork work)
{
    const Result<void> marked =
        co_await context.journal.markSending(work.kind, work.localId, work.lastSequence);
    if (!marked && marked.error().kind == Problem::Kind::NotFound)
        co_return withdrawn();
    if (!marked)
        co_return judged(context, work, storageFailure(marked.error()));
    PushResult result = co_await pushWork(context, work);
    const Result<void> settled =
        co_await context.journal.settle(work.kind, work.localId, work.lastSequence, result.outcome);
    if (!settled)
        result.stop = settled.error();
    co_return result;
}

class Pusher {
public:
    Pusher(SyncContext &context, SyncSummary &summary)
        : m_context(context)
        , m_summary(summary)
    {
    }

    QCoro::Task<bool> run();

private:
    QCoro::Task<void> sendAll(QVector<OutboxWork> works);
    QCoro::Task<void> sendFrom(QVector<OutboxWork> &works);
    void count(const PushResult &result);
    void stop(const Problem &problem);
    bool takeTurn(const OutboxWork &work) { return ++m_turns[work.localId] <= MostTurns; }

    SyncContext &m_context;
    SyncSummary &m_summary;
    QHash<QString, int> m_turns;
    qint64 m_sent = 0;
    bool m_stopped = false;
};

QCoro::Task<bool> Pusher::run()
{
    while (!m_stopped) {
        Result<QVector<OutboxWork>> due = co_await m_context.journal.due(m_context.now(), PiecesAtOnce);
        if (!due) {
            stop(due.error());
            break;
        }
        due->removeIf([this](const OutboxWork &work) { return !takeTurn(work); });
        if (due->isEmpty())
            break;
        co_await sendAll(*due);
    }
    co_return !m_stopped;
}

/// None waits for another: what one names, another brings in the next turn.
QCoro::Task<void> Pusher::sendAll(QVector<OutboxWork> works)
{
    std::reverse(works.begin(), works.end());
    std::vector<QCoro::Task<void>> running;
    for (qsizetype i = std::min<qsizetype>(Beside, works.size()); i > 0; --i)
        running.push_back(sendFrom(works));
    for (QCoro::Task<void> &task : running)
        co_await task;
}

/// One after another from the end of @p works, which others take from too.
QCoro::Task<void> Pusher::sendFrom(QVector<OutboxWork> &works)
{
    while (!m_stopped && !works.isEmpty()) {
        m_context.report({.what = words::sending(), .done = m_sent, .total = -1});
        const OutboxWork work = works.takeLast();
        const PushResult result = co_await pushOne(m_context, work);
        count(result);
    }
}

void Pusher::count(const PushResult &result)
{
    ++m_sent;
    if (result.outcome.kind == Outcome::Kind::Done)
        ++m_summary.pushed;
    const QDateTime again = result.outcome.notBefore;
    if (again.isValid() && (!m_summary.nextDue.isValid() || again < m_summary.nextDue))
        m_summary.nextDue = again;
    if (result.retryAfter)
        m_summary.retryAfter =
            std::max(m_summary.retryAfter.value_or(std::chrono::seconds(0)), *result.retryAfter);
    if (result.stop)
        stop(*result.stop);
}

void Pusher::stop(const Problem &problem)
{
    m_stopped = true;
    if (!m_summary.problem)
        m_summary.problem = problem;
}

} // namespace

QCoro::Task<bool> push(SyncContext &context, SyncSummary &summary)
{
    Pusher pusher(context, summary);
    co_return co_await pusher.run();
}

} // namespace salesbench
