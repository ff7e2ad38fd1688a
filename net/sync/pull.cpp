// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/pull.h"

#include "net/sync/absence.h"
#include "net/sync/newestdates.h"
#include "net/sync/pagewalk.h"
#include "net/sync/words.h"

#include <qcoro/qcorofuture.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int MostRestarts = 3;

using Failed = std::optional<RestFailure>;

class Puller {
public:
    Puller(SyncContext &context, ResourceKind kind, SyncSummary &summary)
        : m_context(context)
        , m_kind(kind)
        , m_summary(summary)
        , m_newest(kind)
    {
    }

    QCoro::Task<Failed> run();

private:
    QCoro::Task<Failed> begin();
    QCoro::Task<Failed> beginAnew();
    QCoro::Task<Failed> readPages();
    QCoro::Task<Failed> keep(QVector<RemoteDocument> documents, bool last);
    QCoro::Task<Failed> end(PageWalk::Verdict verdict);

    QCoro::Task<RestResult<ListPage>> fetch()
    {
        return listPage(m_context.connection, m_kind, m_walk.query());
    }
    PageWalk::Verdict take(const ListPage &page);
    void notice(const ListPage &page);
    void remark() const;
    QJsonObject state(bool listed) const;
    RestFailure incomplete() const;

    SyncContext &m_context;
    ResourceKind m_kind;
    SyncSummary &m_summary;
    NewestDates m_newest;
    PageWalk m_walk;
    bool m_listed = false; ///< all pages are in; what did not come is being asked for
    int m_restarts = 0;
    bool m_hasNumericIds = false;
    QStringList m_foreignStates;
};

Failed failed(const Result<void> &result)
{
    return result ? Failed() : Failed(storageFailure(result.error()));
}

QCoro::Task<Failed> Puller::run()
{
    Failed failure = co_await begin();
    if (!failure && !m_listed)
        failure = co_await readPages();
    remark();
    if (!failure && m_listed)
        failure = co_await confirmAbsence(m_context, m_kind, m_summary);
    if (failure || !m_listed)
        co_return failure;
    const Result<void> kept = co_await m_newest.keep(m_context);
    if (!kept)
        co_return storageFailure(kept.error());
    const Result<void> ended = co_await m_context.journal.setPullState(m_kind, {});
    co_return failed(ended);
}

QCoro::Task<Failed> Puller::begin()
{
    const Result<QJsonObject> kept = co_await m_context.journal.pullState(m_kind);
    if (!kept)
        co_return storageFailure(kept.error());
    if (kept->value("server"_L1).toString() != m_context.capabilities.server)
        co_return co_await beginAnew();
    // What this one reads may be the end of a list alone, or nothing at all.
    const Result<void> loaded = co_await m_newest.load(m_context);
    if (!loaded)
        co_return storageFailure(loaded.error());
    m_walk = PageWalk(kept->value("offset"_L1).toInteger(), kept->value("total"_L1).toInteger(-1));
    m_listed = kept->value("listed"_L1).toBool();
    co_return Failed();
}

QCoro::Task<Failed> Puller::beginAnew()
{
    m_walk = PageWalk();
    const Result<void> begun = co_await m_context.journal.beginPull(m_kind);
    co_return failed(begun);
}

QCoro::Task<Failed> Puller::readPages()
{
    RestResult<ListPage> page = co_await fetch();
    for (;;) {
        if (!page)
            co_return page.error();
        const PageWalk::Verdict verdict = take(*page);
        if (verdict == PageWalk::Verdict::Restart) {
            if (Failed failure = co_await beginAnew())
                co_return failure;
            page = co_await fetch();
            continue;
        }
        if (verdict != PageWalk::Verdict::More) {
            if (Failed failure = co_await keep(page->documents, true))
                co_return failure;
            co_return co_await end(verdict);
        }
        QCoro::Task<RestResult<ListPage>> next = fetch();
        const Failed failure = co_await keep(page->documents, false);
        page = co_await next;
        if (failure)
            co_return failure;
    }
}

void Puller::notice(const ListPage &page)
{
    m_hasNumericIds = m_hasNumericIds || page.hasNumericIds;
    const QLatin1StringView attribute = resourceType(m_kind).stateAttribute;
    for (const RemoteDocument &document : page.documents) {
        m_newest.note(document.document);
        const QString status = document.document.value(attribute).toString();
        if (!status.isEmpty() && !stateFromText(status) && !m_foreignStates.contains(status))
            m_foreignStates.append(status);
    }
}

void Puller::remark() const
{
    const QString ids = words::numericIds(m_context.host(m_kind));
    if (m_hasNumericIds && !m_summary.remarks.contains(ids))
        m_summary.remarks.append(ids);
    if (!m_foreignStates.isEmpty())
        m_summary.remarks.append(words::foreignStatus(m_kind, m_foreignStates));
}

PageWalk::Verdict Puller::take(const ListPage &page)
{
    notice(page);
    const PageWalk::Verdict verdict = m_walk.take(page);
    m_context.report({.what = words::reading(m_kind), .done = m_walk.read(), .total = m_walk.total()});
    if (verdict != PageWalk::Verdict::Restart || ++m_restarts <= MostRestarts)
        return verdict;
    // It never comes to rest: what this pull misses, the next one finds.
    return m_walk.take(page);
}

QCoro::Task<Failed> Puller::keep(QVector<RemoteDocument> documents, bool last)
{
    const QJsonObject place = state(last);
    const Result<PullCounts> counts = co_await m_context.journal.takePage(m_kind, documents);
    if (!counts)
        co_return storageFailure(counts.error());
    m_summary.pulled += counts->changed + counts->gone;
    const Result<void> kept = co_await m_context.journal.setPullState(m_kind, place);
    co_return failed(kept);
}

QCoro::Task<Failed> Puller::end(PageWalk::Verdict verdict)
{
    m_listed = verdict == PageWalk::Verdict::End;
    if (m_listed)
        co_return Failed();
    const Result<void> forgotten = co_await m_context.journal.setPullState(m_kind, {});
    if (!forgotten)
        co_return storageFailure(forgotten.error());
    co_return incomplete();
}

QJsonObject Puller::state(bool listed) const
{
    return {
        {"server"_L1, m_context.capabilities.server},
        {"offset"_L1, m_walk.countsPages() ? 0 : m_walk.offset()}, // what one learns anew takes one request
        {"total"_L1, m_walk.total()},
        {"listed"_L1, listed}};
}

RestFailure Puller::incomplete() const
{
    RestFailure failure;
    failure.problem.kind = Problem::Kind::Server;
    failure.problem.sentence =
        words::incompleteList(m_context.host(m_kind), m_kind, m_walk.read(), m_walk.total());
    failure.status = 200;
    return failure;
}

} // namespace

QCoro::Task<std::optional<RestFailure>> pull(SyncContext &context, ResourceKind kind, SyncSummary &summary)
{
    Puller puller(context, kind, summary);
    co_return co_await puller.run();
}

} // namespace salesbench
