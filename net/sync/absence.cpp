// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/absence.h"

#include "net/client/operations.h"
#include "net/sync/pushjob.h"

#include <QSet>

#include <qcoro/qcorofuture.h>

namespace salesbench {

namespace {

constexpr int IdsAtOnce = 100;

using Failed = std::optional<RestFailure>;

QCoro::Task<Failed> takeGone(SyncContext &context, ResourceKind kind, QString id, SyncSummary &summary)
{
    const Result<void> taken = co_await context.journal.takeGone(kind, id);
    if (!taken)
        co_return storageFailure(taken.error());
    ++summary.pulled;
    co_return Failed();
}

} // namespace

QCoro::Task<std::optional<RestFailure>> askFor(SyncContext &context, ResourceKind kind, QString id,
                                               SyncSummary &summary)
{
    const RestResult<RemoteDocument> document = co_await getDocument(context.connection, kind, id);
    if (!document && isGone(document.error()))
        co_return co_await takeGone(context, kind, id, summary);
    if (!document)
        co_return document.error();
    const QVector<RemoteDocument> page(1, *document);
    const Result<PullCounts> counts = co_await context.journal.takePage(kind, page);
    if (!counts)
        co_return storageFailure(counts.error());
    summary.pulled += counts->changed;
    co_return Failed();
}

QCoro::Task<std::optional<RestFailure>> confirmAbsence(SyncContext &context, ResourceKind kind,
                                                       SyncSummary &summary)
{
    QSet<QString> asked;
    for (;;) {
        Result<QStringList> ids = co_await context.journal.unseen(kind, IdsAtOnce);
        if (!ids)
            co_return storageFailure(ids.error());
        // A server that answers with a document of another id must not keep us here for ever.
        ids->removeIf([&asked](const QString &id) { return asked.contains(id); });
        if (ids->isEmpty())
            co_return Failed();
        for (const QString &id : std::as_const(*ids)) {
            asked.insert(id);
            if (Failed failure = co_await askFor(context, kind, id, summary))
                co_return failure;
        }
    }
}

} // namespace salesbench
