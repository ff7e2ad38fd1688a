// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/push.h"

#include "net/client/requestbatch.h"
#include "net/sync/pushjob.h"
#include "net/sync/words.h"

#include <qcoro/qcorofuture.h>

#include <algorithm>

namespace salesbench {

namespace {

constexpr int Beside = 16; ///< resources that are on their way at the same time
constexpr int BesideInBatches = 256; ///< the same, to a server that answers many at once
constexpr int PiecesAtOnce = 512; ///< pieces of work asked for at once
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
    using Asked = QFuture<Result<QVector<OutboxWork>>>;

    QCoro::Task<void> sendBeside();
    QCoro::Task<void> sendAll(int place);
    QCoro::Task<void> fetch();
    void take(const Result<QVector<OutboxWork>> &due);
    void count(const OutboxWork &work, const PushResult &result);
    void stop(const Problem &problem);
    int beside() const;
    bool takeTurn(const OutboxWork &work) { return ++m_turns[work.localId] <= MostTurns; }

    SyncContext &m_context;
    SyncSummary &m_summary;
    QVector<OutboxWork> m_ready; ///< the last one goes first
    std::optional<Asked> m_asked; ///< for more
    qint64 m_questions = 0; ///< of that kind
    QHash<QString, int> m_turns;
    qint64 m_sent = 0;
    qint64 m_sentWhenAsked = 0;
    qint64 m_sentWhenNoneWasLeft = -1;
    bool m_stopped = false;
};

/// What is on its way keeps others waiting, so there may be more once it has arrived.
QCoro::Task<bool> Pusher::run()
{
    co_await fetch();
    while (!m_stopped && !m_ready.isEmpty()) {
        co_await sendBeside();
        if (!m_stopped)
            co_await fetch();
    }
    co_return !m_stopped;
}

int Pusher::beside() const
{
    const std::shared_ptr<RequestBatch> &batch = m_context.connection.batch;
    return batch && batch->isOfUse() ? BesideInBatches : Beside;
}

/// None waits for another: what one names, another brings later.
QCoro::Task<void> Pusher::sendBeside()
{
    std::vector<QCoro::Task<void>> running;
    for (int i = 0; i < beside(); ++i)
        running.push_back(sendAll(i));
    for (QCoro::Task<void> &task : running)
        co_await task;
}

/// One after another. Who finds none left asks for more while the others are still on their way. Where it
/// turns out that all must go alone, most places are given up.
QCoro::Task<void> Pusher::sendAll(int place)
{
    while (!m_stopped && place < beside()) {
        if (m_ready.isEmpty())
            co_await fetch();
        if (m_stopped || m_ready.isEmpty())
            break;
        m_context.report({.what = words::sending(), .done = m_sent, .total = -1});
        const OutboxWork work = m_ready.takeLast();
        const PushResult result = co_await pushOne(m_context, work);
        count(work, result);
    }
}

/// Asks once for all who want more, and takes the answer once, however many wait for it. What is on its way
/// has been marked before, and is not among it. Where none was left, only an arrival sets others free; what a
/// person or time brings meanwhile is for the next synchronisation.
QCoro::Task<void> Pusher::fetch()
{
    if (m_sentWhenNoneWasLeft == m_sent)
        co_return;
    if (!m_asked) {
        m_asked = m_context.journal.due(m_context.now(), PiecesAtOnce);
        m_sentWhenAsked = m_sent;
        ++m_questions;
    }
    const qint64 question = m_questions;
    const Asked asked = *m_asked;
    const Result<QVector<OutboxWork>> due = co_await asked;
    if (m_asked && question == m_questions)
        take(due);
}

void Pusher::take(const Result<QVector<OutboxWork>> &due)
{
    m_asked.reset();
    if (!due)
        return stop(due.error());
    m_ready = *due;
    m_ready.removeIf([this](const OutboxWork &work) { return !takeTurn(work); });
    std::reverse(m_ready.begin(), m_ready.end());
    if (m_ready.isEmpty())
        m_sentWhenNoneWasLeft = m_sentWhenAsked;
}

void Pusher::count(const OutboxWork &work, const PushResult &result)
{
    ++m_sent;
    if (result.outcome.kind == Outcome::Kind::Done)
        ++m_summary.pushed;
    if (result.outcome.notBefore.isValid())
        m_summary.putOff.insert(work.localId, result.outcome.notBefore);
    else
        m_summary.putOff.remove(work.localId);
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
    if (context.capabilities.takesBatches.value_or(false))
        context.connection.batch = std::make_shared<RequestBatch>(context.connection);
    Pusher pusher(context, summary);
    const bool mayGoOn = co_await pusher.run();
    context.connection.batch.reset();
    co_return mayGoOn;
}

} // namespace salesbench
