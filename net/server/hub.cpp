// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/hub.h"

#include "net/server/documentrules.h"
#include "net/server/preconditions.h"
#include "net/server/strictjson.h"
#include "net/server/tmfquery.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QJsonObject subscriptionJson(const EventSubscription &subscription)
{
    QJsonObject result{{u"id"_s, subscription.id}, {u"callback"_s, subscription.callback}};
    if (!subscription.query.isNull())
        result.insert("query"_L1, subscription.query);
    return result;
}

HttpResponse jsonResponse(int status, const QJsonDocument &body)
{
    return {.status = status,
            .headers = {{"Content-Type", JsonType}},
            .body = body.toJson(QJsonDocument::Compact)};
}

tl::unexpected<ApiError> noSubscription(const QString &id)
{
    return refused(404, u"There is no such subscription"_s, u"No subscription has the id %1."_s.arg(id));
}

ApiResult<QVector<EventSubscription>> ownSubscriptions(Database &database, const HubContext &context)
{
    Result<QVector<EventSubscription>> all = ServerEvents(database).subscriptions();
    if (!all)
        return tl::unexpected(toApiError(all.error()));
    all->removeIf([&](const EventSubscription &subscription) {
        return subscription.user != context.user.name || subscription.basePath != context.basePath;
    });
    return *all;
}

ApiResult<EventSubscription> findOwn(Database &database, const HubContext &context)
{
    return ownSubscriptions(database, context)
        .and_then([&](const QVector<EventSubscription> &own) -> ApiResult<EventSubscription> {
            for (const EventSubscription &subscription : own) {
                if (subscription.id == context.id)
                    return subscription;
            }
            return noSubscription(context.id);
        });
}

/// Twice the same would tell everything twice.
ApiResult<void> checkRoom(const QVector<EventSubscription> &own, const EventSubscription &wanted,
                          const EventLimits &limits)
{
    for (const EventSubscription &subscription : own) {
        if (subscription.callback == wanted.callback && subscription.query == wanted.query)
            return refused(
                409, u"This subscription is there already"_s,
                u"callback: subscription %1 has this callback and this query."_s.arg(subscription.id));
    }
    if (own.size() >= limits.subscriptions)
        return refused(409, u"Too many subscriptions"_s,
                       u"There may be %1 subscriptions. Delete those that are no longer needed."_s.arg(
                           limits.subscriptions));
    return {};
}

ApiResult<HttpResponse> subscribe(Database &database, const HubContext &context,
                                  const EventSubscription &wanted)
{
    return ownSubscriptions(database, context)
        .and_then([&](const auto &own) { return checkRoom(own, wanted, context.limits); })
        .and_then([&]() -> ApiResult<HttpResponse> {
            if (const Result<void> written = ServerEvents(database).subscribe(wanted); !written)
                return tl::unexpected(toApiError(written.error()));
            HttpResponse response = jsonResponse(201, QJsonDocument(subscriptionJson(wanted)));
            response.headers.append({"Location", (wanted.basePath + "hub/"_L1 + wanted.id).toLatin1()});
            return response;
        });
}

ApiResult<HttpResponse> unsubscribe(Database &database, const HubContext &context)
{
    return findOwn(database, context)
        .and_then([&](const EventSubscription &found) -> ApiResult<HttpResponse> {
            if (const Result<void> gone = ServerEvents(database).unsubscribe(found); !gone)
                return tl::unexpected(toApiError(gone.error()));
            return HttpResponse{.status = 204, .headers = {}, .body = {}};
        });
}

ApiResult<void> checkQuery(const QString &query)
{
    return TmfQuery::parse(query.toUtf8()).map([](const TmfQuery &) {}).map_error([](ApiError error) {
        error.message = u"query: "_s + error.message;
        return error;
    });
}

} // namespace

ApiResult<WriteQueue::Work> prepareSubscription(const HubContext &context, const HttpRequest &request)
{
    const ApiResult<QJsonObject> body = checkContentType(request, {"application/json"})
                                            .and_then([&] { return parseObject(request.body); })
                                            .map(withoutNulls);
    if (!body)
        return tl::unexpected(body.error());
    EventSubscription wanted{.id = context.surroundings.newId(),
                             .basePath = context.basePath,
                             .callback = body->value("callback"_L1).toString(),
                             .query = body->value("query"_L1).toString(),
                             .user = context.user.name};
    return context.description.check(u"EventSubscriptionInput"_s, *body)
        .and_then([&] { return context.callbacks.check(wanted.callback); })
        .and_then([&](const QUrl &) { return checkQuery(wanted.query); })
        .map([&]() -> WriteQueue::Work {
            return [context, wanted](Database &database) {
                return answerOf(subscribe(database, context, wanted));
            };
        });
}

WriteQueue::Work prepareUnsubscription(const HubContext &context)
{
    return [context](Database &database) {
        return answerOf(unsubscribe(database, context));
    };
}

ApiResult<HttpResponse> readHub(Database &database, const HubContext &context)
{
    if (!context.id.isEmpty())
        return findOwn(database, context).map([](const EventSubscription &found) {
            return jsonResponse(200, QJsonDocument(subscriptionJson(found)));
        });
    return ownSubscriptions(database, context).map([](const QVector<EventSubscription> &own) {
        QJsonArray list;
        for (const EventSubscription &subscription : own)
            list.append(subscriptionJson(subscription));
        return jsonResponse(200, QJsonDocument(list));
    });
}

} // namespace salesbench
