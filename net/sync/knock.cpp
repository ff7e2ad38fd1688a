// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/knock.h"

#include "net/client/operations.h"
#include "net/sync/guard.h"
#include "net/sync/words.h"

#include <qcoro/qcorofuture.h>

namespace salesbench {

namespace {

using Trouble = std::optional<Problem>;

QUrlQuery oneDocument()
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1"));
    return query;
}

/// Of two servers, one may be away: the other one's resources are still worth the while.
bool stops(const RestFailure &failure, ResourceKind kind)
{
    switch (failure.problem.kind) {
    case Problem::Kind::SignIn:
    case Problem::Kind::NotTmf:
    case Problem::Kind::Cancelled:
        return true;
    case Problem::Kind::Unreachable:
        return kind == ResourceKind::SalesLead;
    default:
        return false;
    }
}

/// Ours keep the ids that documents are created with, and take batches. Where quotes are kept elsewhere,
/// nothing is said of that other server.
void noteOurs(SyncContext &context, ResourceKind kind, const ListPage &page)
{
    Capabilities &known = context.capabilities;
    const bool isAll = context.host(ResourceKind::Quote) == context.host(ResourceKind::SalesLead);
    const bool isOurs = page.isSalesbench && isAll;
    if (kind == ResourceKind::SalesLead)
        known.takesBatches = isOurs;
    else if (!page.isSalesbench) // of one address, but another server behind it: a batch would not get there
        known.takesBatches = false;
    if (kind == ResourceKind::SalesLead && isOurs)
        known.keepsIds = true;
}

/// So that the user can be told before the first change; where the list is empty the first change will tell.
QCoro::Task<void> learnGuardFrom(SyncContext &context, ResourceKind kind, ListPage page)
{
    if (page.isSalesbench)
        context.capabilities.guards.insert(kind, WriteGuard::Versions);
    if (page.isSalesbench || page.documents.isEmpty())
        co_return;
    const RestResult<RemoteDocument> first =
        co_await getDocument(context.connection, kind, page.documents.first().serverId);
    if (first)
        co_await learnGuard(context, kind, *first);
}

QCoro::Task<Trouble> knockAt(SyncContext &context, ResourceKind kind)
{
    const RestResult<ListPage> page = co_await listPage(context.connection, kind, oneDocument());
    if (page) {
        context.capabilities.resources.insert(kind, true);
        noteOurs(context, kind, *page);
        co_await learnGuardFrom(context, kind, *page);
        const Result<void> awake = co_await context.journal.awaken(kind);
        co_return awake ? Trouble() : Trouble(awake.error());
    }
    if (!lacksList(page.error()))
        context.capabilities.takesBatches.reset(); // not all have said whose they are: they are asked again
    if (lacksList(page.error())) {
        if (kind == ResourceKind::SalesLead)
            co_return noLeads(context);
        context.capabilities.resources.insert(kind, false);
    }
    co_return stops(page.error(), kind) ? Trouble(page.error().problem) : Trouble();
}

} // namespace

bool lacksList(const RestFailure &failure)
{
    return failure.status == 404 || failure.status == 405 || failure.status == 501;
}

Problem noLeads(const SyncContext &context)
{
    constexpr ResourceKind Leads = ResourceKind::SalesLead;
    return {.kind = Problem::Kind::NotTmf,
            .sentence =
                words::noInterface(context.host(Leads), context.connection.address.list(Leads).path()),
            .detail = {}};
}

QCoro::Task<std::optional<Problem>> knock(SyncContext &context)
{
    // A server that was met before batches were asked about is met again.
    const bool isMet = context.capabilities.takesBatches.has_value();
    for (const ResourceType &type : resourceTypes()) {
        if (isMet && context.capabilities.has(type.kind))
            continue;
        if (Trouble trouble = co_await knockAt(context, type.kind))
            co_return trouble;
    }
    co_return Trouble();
}

} // namespace salesbench
