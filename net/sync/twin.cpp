// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/twin.h"

#include "net/sync/coverage.h"
#include "net/sync/pagewalk.h"

#include <algorithm>

namespace salesbench {

namespace {

using Found = std::optional<RemoteDocument>;

Found twinIn(const ListPage &page, ResourceKind kind, const QJsonObject &body)
{
    const auto twin =
        std::find_if(page.documents.begin(), page.documents.end(), [&](const RemoteDocument &document) {
            return notTaken(kind, body, document.document).isEmpty();
        });
    return twin == page.documents.end() ? Found() : Found(*twin);
}

/// "name=Fibre": the one attribute by which a server is likely to filter.
QUrlQuery filterFor(ResourceKind kind, const QJsonObject &body)
{
    const QString name = resourceType(kind).nameAttribute;
    QUrlQuery query;
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(body.value(name).toString())));
    return query;
}

} // namespace

QCoro::Task<RestResult<std::optional<RemoteDocument>>> findTwin(SyncContext &context, ResourceKind kind,
                                                                QJsonObject body)
{
    const RestResult<ListPage> filtered = co_await listPage(context.connection, kind, filterFor(kind, body));
    if (filtered) {
        if (const Found twin = twinIn(*filtered, kind, body))
            co_return twin;
    }
    PageWalk walk;
    for (auto verdict = PageWalk::Verdict::More; verdict == PageWalk::Verdict::More;) {
        const RestResult<ListPage> page = co_await listPage(context.connection, kind, walk.query());
        if (!page)
            co_return tl::unexpected(page.error());
        if (const Found twin = twinIn(*page, kind, body))
            co_return twin;
        verdict = walk.take(*page);
        if (verdict == PageWalk::Verdict::Restart) {
            walk = PageWalk();
            verdict = PageWalk::Verdict::More;
        }
    }
    co_return Found();
}

} // namespace salesbench
