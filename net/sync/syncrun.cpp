// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/syncrun.h"

#include "net/sync/absence.h"
#include "net/sync/knock.h"
#include "net/sync/livelink.h"
#include "net/sync/pull.h"
#include "net/sync/push.h"
#include "net/sync/recentpull.h"

#include <qcoro/qcorofuture.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

const QString CapabilitiesKey = u"capabilities"_s;

/// Nothing else on this server is worth the while after it.
bool endsAll(const RestFailure &failure)
{
    switch (failure.problem.kind) {
    case Problem::Kind::SignIn:
    case Problem::Kind::NotTmf:
    case Problem::Kind::Cancelled:
    case Problem::Kind::Storage:
    case Problem::Kind::Unreachable:
        return true;
    default:
        return false;
    }
}

/// One synchronisation from beginning to end.
class SyncRun {
public:
    SyncRun(SyncContext context, SyncExtent extent)
        : m_context(std::move(context))
        , m_extent(extent)
    {
    }

    QCoro::Task<SyncSummary> run();

private:
    QCoro::Task<void> exchange();
    QCoro::Task<bool> prepare();
    QCoro::Task<bool> askForHints();
    QCoro::Task<std::optional<RestFailure>> pullSome(ResourceKind kind);
    QCoro::Task<bool> pullAll();
    bool mayGoOn(ResourceKind kind, const RestFailure &failure);
    QCoro::Task<void> finish();
    QCoro::Task<void> count();

    bool note(const Problem &problem)
    {
        if (!m_summary.problem)
            m_summary.problem = problem;
        return false;
    }
    bool check(const Result<void> &result) { return result ? true : note(result.error()); }

    SyncContext m_context;
    SyncExtent m_extent;
    QJsonObject m_known; ///< the capabilities as they are kept
    SyncSummary m_summary;
};

QCoro::Task<SyncSummary> SyncRun::run()
{
    co_await exchange();
    co_await finish();
    co_return m_summary;
}

QCoro::Task<void> SyncRun::exchange()
{
    const bool ready = co_await prepare();
    if (!ready)
        co_return;
    const bool sent = co_await push(m_context, m_summary);
    const bool asked = sent && co_await askForHints();
    if (!asked || m_extent == SyncExtent::SendOnly)
        co_return;
    if (m_extent == SyncExtent::Recent) {
        co_await pullAll();
        co_return;
    }
    // Before the pull, so that nothing falls between the two.
    if (m_context.live)
        co_await m_context.live->open(m_context);
    const bool pulled = co_await pullAll();
    if (pulled)
        co_await push(m_context, m_summary);
}

QCoro::Task<bool> SyncRun::prepare()
{
    const Result<void> recovered = co_await m_context.journal.recover();
    if (!check(recovered))
        co_return false;
    const Result<QJsonValue> known = co_await m_context.journal.setting(CapabilitiesKey);
    if (!known)
        co_return note(known.error());
    m_known = known->toObject();
    m_context.capabilities = Capabilities::fromJson(m_known, m_context.connection.address);
    const std::optional<Problem> trouble = co_await knock(m_context);
    co_return trouble ? note(*trouble) : true;
}

QCoro::Task<bool> SyncRun::askForHints()
{
    const QVector<DocumentKey> hints = m_context.live ? m_context.live->takeHints() : QVector<DocumentKey>();
    if (m_extent == SyncExtent::Full)
        co_return true; // all is read anyway
    for (const DocumentKey &hint : hints) {
        const std::optional<RestFailure> failure =
            co_await askFor(m_context, hint.kind, hint.serverId, m_summary);
        if (failure)
            co_return note(failure->problem);
    }
    co_return true;
}

QCoro::Task<std::optional<RestFailure>> SyncRun::pullSome(ResourceKind kind)
{
    if (m_extent == SyncExtent::Full)
        co_return co_await pull(m_context, kind, m_summary);
    co_return co_await pullRecent(m_context, kind, m_summary);
}

QCoro::Task<bool> SyncRun::pullAll()
{
    for (const ResourceType &type : resourceTypes()) {
        if (m_context.capabilities.lacks(type.kind))
            continue;
        const std::optional<RestFailure> failure = co_await pullSome(type.kind);
        if (failure && !mayGoOn(type.kind, *failure))
            co_return false;
    }
    co_return true;
}

bool SyncRun::mayGoOn(ResourceKind kind, const RestFailure &failure)
{
    if (lacksList(failure)) {
        // Was there, and is not any more: asked for again at the next synchronisation.
        m_context.capabilities.resources.insert(kind, false);
        return kind != ResourceKind::SalesLead || note(noLeads(m_context));
    }
    if (failure.retryAfter)
        m_summary.retryAfter = failure.retryAfter;
    note(failure.problem);
    return !endsAll(failure);
}

QCoro::Task<void> SyncRun::finish()
{
    const QJsonObject learned = m_context.capabilities.toJson();
    const bool complete = !m_summary.problem && m_extent == SyncExtent::Full;
    if (learned != m_known) {
        const Result<void> kept = co_await m_context.journal.setSetting(CapabilitiesKey, learned);
        check(kept);
    }
    if (complete) {
        const QString now = m_context.now().toString(Qt::ISODateWithMs);
        const Result<void> kept = co_await m_context.journal.setSetting(LastSyncKey, now);
        check(kept);
    }
    co_await count();
}

QCoro::Task<void> SyncRun::count()
{
    m_summary.absent = m_context.capabilities.absent();
    m_summary.guard = m_context.capabilities.guard();
    const Result<SyncJournal::Counts> counts = co_await m_context.journal.counts();
    if (!counts) {
        note(counts.error());
        co_return;
    }
    m_summary.conflicts = counts->conflicts;
    m_summary.twins = counts->twins;
    m_summary.refused = counts->refused;
    m_summary.waiting = counts->waiting - counts->conflicts - counts->refused;
    m_summary.documents = counts->documents;
}

} // namespace

QCoro::Task<SyncSummary> runSync(SyncContext context, SyncExtent extent)
{
    SyncRun run(std::move(context), extent);
    co_return co_await run.run();
}

} // namespace salesbench
