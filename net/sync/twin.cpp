// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/twin.h"

#include "models/domain/adoption.h"
#include "net/sync/coverage.h"
#include "net/sync/pagewalk.h"

#include <algorithm>

namespace salesbench {

namespace {

/// Adds what @p page has of them.
void look(const ListPage &page, ResourceKind kind, const QString &localId, const QJsonObject &body,
          Twins &twins)
{
    for (const RemoteDocument &document : page.documents) {
        if (markers(document.document).contains(localId))
            twins.marked = document;
        else if (!twins.alike && notTaken(kind, body, document.document).isEmpty())
            twins.alike = document;
    }
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

QCoro::Task<RestResult<Twins>> findTwins(SyncContext &context, ResourceKind kind, QString localId,
                                         QJsonObject body)
{
    Twins twins;
    const RestResult<ListPage> filtered = co_await listPage(context.connection, kind, filterFor(kind, body));
    if (filtered)
        look(*filtered, kind, localId, body, twins);
    PageWalk walk;
    for (auto verdict = PageWalk::Verdict::More; verdict == PageWalk::Verdict::More && !twins.marked;) {
        const RestResult<ListPage> page = co_await listPage(context.connection, kind, walk.query());
        if (!page)
            co_return tl::unexpected(page.error());
        look(*page, kind, localId, body, twins);
        verdict = walk.take(*page);
        if (verdict == PageWalk::Verdict::Restart) {
            walk = PageWalk();
            verdict = PageWalk::Verdict::More;
        }
    }
    co_return twins;
}

} // namespace salesbench
