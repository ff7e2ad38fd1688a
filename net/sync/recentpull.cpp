// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/recentpull.h"

#include "models/domain/face.h"
#include "net/client/operations.h"
#include "net/sync/newestdates.h"
#include "net/sync/pagewalk.h"

#include <qcoro/qcorofuture.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Failed = std::optional<RestFailure>;

QUrlQuery since(const QString &attribute, const QString &date)
{
    QUrlQuery query;
    query.addQueryItem(QString(attribute + ".gte"_L1), QString(date).replace(u'+', "%2B"_L1));
    query.addQueryItem(u"limit"_s, QString::number(PageWalk::Limit));
    return query;
}

/// A server that does not know the filter lists whatever it has.
bool isFiltered(const ListPage &page, const QString &attribute, const QString &date)
{
    const QDateTime from = json::toDateTime(date);
    return std::all_of(page.documents.begin(), page.documents.end(), [&](const RemoteDocument &document) {
        const QDateTime at = json::toDateTime(document.document.value(attribute));
        return at.isValid() && at >= from;
    });
}

QCoro::Task<Failed> take(SyncContext &context, ResourceKind kind, QVector<RemoteDocument> documents,
                         SyncSummary &summary)
{
    const Result<PullCounts> counts = co_await context.journal.takePage(kind, documents);
    if (!counts)
        co_return storageFailure(counts.error());
    summary.pulled += counts->changed;
    co_return Failed();
}

} // namespace

QCoro::Task<std::optional<RestFailure>> pullRecent(SyncContext &context, ResourceKind kind,
                                                   SyncSummary &summary)
{
    if (!context.capabilities.filtersDates.value_or(true))
        co_return Failed();
    NewestDates newest(kind);
    const Result<void> loaded = co_await newest.load(context);
    if (!loaded)
        co_return storageFailure(loaded.error());
    const QMap<QString, QString> dates = newest.texts();
    for (auto it = dates.begin(); it != dates.end(); ++it) {
        const RestResult<ListPage> page =
            co_await listPage(context.connection, kind, since(it.key(), it.value()));
        if (!page)
            co_return page.error();
        if (!isFiltered(*page, it.key(), it.value())) {
            context.capabilities.filtersDates = false;
            co_return Failed();
        }
        context.capabilities.filtersDates = true;
        if (const Failed failure = co_await take(context, kind, page->documents, summary))
            co_return failure;
        for (const RemoteDocument &document : page->documents)
            newest.note(document.document);
    }
    const Result<void> kept = co_await newest.keep(context);
    co_return kept ? Failed() : storageFailure(kept.error());
}

} // namespace salesbench
