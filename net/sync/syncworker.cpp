// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/syncworker.h"

#include "net/client/tokensource.h"

#include <qcoro/qcorofuture.h>

#include <algorithm>

namespace salesbench {

namespace {

using Connection = WorkspaceStatus::Connection;

/// A pull that takes long is not repeated at once: at most a tenth of the time goes into it.
constexpr int Rest = 10;

/// What an end says about the server; nothing where it says nothing.
Connection connectionAfter(Connection before, const std::optional<Problem> &problem)
{
    if (!problem)
        return Connection::Online;
    switch (problem->kind) {
    case Problem::Kind::Unreachable:
        return Connection::Offline;
    case Problem::Kind::SignIn:
        return Connection::SignIn;
    case Problem::Kind::NotTmf:
        return Connection::Unusable;
    case Problem::Kind::Cancelled:
        return before;
    case Problem::Kind::Storage: // found before the server was
        return before == Connection::Connecting ? Connection::Offline : before;
    default:
        return Connection::Online;
    }
}

} // namespace

SyncWorker::SyncWorker(SyncJournal &journal, Surroundings surroundings, SyncTiming timing)
    : m_journal(journal)
    , m_surroundings(std::move(surroundings))
    , m_timing(std::move(timing))
    , m_live(this)
    , m_next(this)
    , m_settle(this)
{
    for (QTimer *timer : {&m_next, &m_settle})
        timer->setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer); // the others come up to a twentieth too early
    m_settle.setInterval(m_timing.settle);
    connect(&m_live, &LiveLink::heard, this, [this] { takeHint(); });
    connect(&m_next, &QTimer::timeout, this, [this] { beginNext(); });
    connect(&m_settle, &QTimer::timeout, this, [this] { begin(SyncExtent::SendOnly); });
}

void SyncWorker::start(const ServerAddress &address, const Credential &credential)
{
    cancel();
    m_live.close();
    m_connection = {.address = address,
                    .token = {},
                    .network = std::make_shared<QNetworkAccessManager>(),
                    .cancel = std::make_shared<CancelSignal>(),
                    .timeout = m_timing.timeout};
    signInBy(m_connection, credential, m_surroundings.now,
             [this](const OAuthTokens &tokens) { Q_EMIT renewed(tokens); });
    m_snapshot.connection = Connection::Connecting;
    m_snapshot.server = address.host();
    m_snapshot.problem.reset();
    m_failures = 0;
    m_putOff.clear();
    show();
    begin(SyncExtent::Full);
}

void SyncWorker::syncNow()
{
    if (m_connection.address.isValid())
        begin(SyncExtent::Full);
}

void SyncWorker::cancel()
{
    m_queued.reset();
    if (m_running)
        m_connection.cancel->set();
}

void SyncWorker::noteEdits()
{
    refreshCounts();
    if (canSend())
        m_settle.start();
}

/// Where nobody answers or a token is missing, edits wait for the next full synchronisation.
bool SyncWorker::canSend() const
{
    return m_snapshot.connection == Connection::Online
        || (m_running && m_snapshot.connection == Connection::Connecting);
}

void SyncWorker::takeHint()
{
    if (m_live.hasTooMany())
        begin(SyncExtent::Full);
    else if (canSend() && !m_settle.isActive())
        m_settle.start();
}

void SyncWorker::stop()
{
    m_stopping = true;
    cancel();
    if (!m_running)
        end();
}

QCoro::Task<void> SyncWorker::end()
{
    co_await m_live.close();
    Q_EMIT stopped();
}

/// What was put off needs no pull; but where nobody answered, only a pull tells that somebody does.
void SyncWorker::beginNext()
{
    if (m_snapshot.connection != Connection::Online || m_full.hasExpired())
        begin(SyncExtent::Full);
    else
        begin(m_recent.hasExpired() ? SyncExtent::Recent : SyncExtent::SendOnly);
}

void SyncWorker::begin(SyncExtent extent)
{
    if (m_stopping)
        return;
    if (m_running) {
        m_queued = std::min(extent, m_queued.value_or(extent));
        return;
    }
    run(extent);
}

QCoro::Task<void> SyncWorker::run(SyncExtent extent)
{
    m_running = true;
    m_next.stop();
    m_settle.stop();
    m_snapshot.nextTry = {};
    m_duration.start();
    // A signal that was raised stays so.
    m_connection.cancel = std::make_shared<CancelSignal>();
    if (!m_snapshot.lastSync.isValid())
        co_await readLastSync();
    const SyncSummary summary = co_await runSync(context(), extent);
    m_running = false;
    conclude(extent, summary);
}

SyncContext SyncWorker::context()
{
    const auto report = [this](const WorkspaceStatus::Progress &progress) {
        m_snapshot.progress = progress;
        show();
    };
    return {.journal = m_journal,
            .connection = m_connection,
            .surroundings = m_surroundings,
            .timing = m_timing,
            .progress = report,
            .capabilities = {},
            .live = &m_live};
}

void SyncWorker::conclude(SyncExtent extent, const SyncSummary &summary)
{
    take(extent, summary);
    if (m_stopping) {
        end();
        return;
    }
    if (m_queued)
        begin(*std::exchange(m_queued, std::nullopt));
    else
        planNext(summary);
    show();
}

void SyncWorker::take(SyncExtent extent, const SyncSummary &summary)
{
    m_snapshot.progress.reset();
    m_snapshot.pending = summary.waiting + summary.conflicts + summary.refused;
    m_snapshot.conflicts = summary.conflicts;
    m_snapshot.refused = summary.refused;
    m_snapshot.twins = summary.twins;
    m_snapshot.guard = summary.guard;
    m_snapshot.absent = summary.absent;
    m_putOff.removeIf([now = m_surroundings.now()](const auto &each) { return each.value() <= now; });
    m_putOff.insert(summary.putOff);
    // Where there was nothing to send, the silence says nothing.
    if (extent == SyncExtent::SendOnly && !summary.problem)
        return;
    m_snapshot.connection = connectionAfter(m_snapshot.connection, summary.problem);
    // Stopped for the sake of what begins now: no news.
    m_snapshot.problem = m_queued ? std::nullopt : summary.problem;
    m_recent.setRemainingTime(m_timing.poll);
    if (extent == SyncExtent::Full)
        m_full.setRemainingTime(
            std::max(m_timing.poll, std::chrono::milliseconds(Rest * m_duration.elapsed())));
    if (!summary.problem)
        m_snapshot.lastSync = m_surroundings.now();
}

void SyncWorker::planNext(const SyncSummary &summary)
{
    if (m_snapshot.connection == Connection::SignIn)
        return;
    const std::chrono::milliseconds wait = waitAfter(summary);
    m_next.start(wait);
    m_snapshot.nextTry = m_surroundings.now().addMSecs(wait.count());
}

/// A timer may fire within the millisecond before its time: nothing would be due then, and the poll come
/// next.
std::chrono::milliseconds SyncWorker::untilDue(const QDateTime &due) const
{
    return std::chrono::milliseconds(m_surroundings.now().msecsTo(due) + 1);
}

std::chrono::milliseconds SyncWorker::waitAfter(const SyncSummary &summary)
{
    using std::chrono::milliseconds;
    const milliseconds usual(std::max<qint64>(std::min(m_full.remainingTime(), m_recent.remainingTime()), 0));
    const bool answered = m_snapshot.connection == Connection::Online;
    m_failures = answered ? 0 : m_failures + 1;
    milliseconds wait = answered ? usual : backoff(m_failures, m_timing.random());
    if (answered && !m_putOff.isEmpty())
        wait = std::clamp(untilDue(firstDue(m_putOff)), milliseconds(0), wait);
    if (summary.retryAfter)
        wait = std::max<milliseconds>(wait, *summary.retryAfter);
    return wait;
}

QCoro::Task<void> SyncWorker::refreshCounts()
{
    const Result<SyncJournal::Counts> counts = co_await m_journal.counts();
    if (!counts)
        co_return;
    m_snapshot.pending = counts->waiting;
    m_snapshot.conflicts = counts->conflicts;
    m_snapshot.refused = counts->refused;
    m_snapshot.twins = counts->twins;
    show();
}

QCoro::Task<void> SyncWorker::readLastSync()
{
    const Result<QJsonValue> last = co_await m_journal.setting(LastSyncKey);
    if (last)
        m_snapshot.lastSync = QDateTime::fromString(last->toString(), Qt::ISODateWithMs);
}

void SyncWorker::show()
{
    if (!m_stopping)
        Q_EMIT snapshot(m_snapshot);
}

} // namespace salesbench
