// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/livelink.h"

#include "net/client/operations.h"

#include <QHostAddress>
#include <QJsonArray>

#include <qcoro/qcorofuture.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr std::chrono::seconds EndPatience{2};

/// The journal's setting with the subscriptions that stand, for the start after a crash.
const QString SubscriptionsKey = u"subscriptions"_s;

bool isOnThisComputer(const ServerAddress &address)
{
    const QString host = address.base(ResourceKind::SalesLead).host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// One kind for each base path, of those that the server has.
QVector<ResourceKind> oneForEachHub(const SyncContext &context)
{
    QVector<ResourceKind> kinds;
    QSet<QUrl> seen;
    for (const ResourceType &type : resourceTypes()) {
        const QUrl base = context.connection.address.base(type.kind);
        if (context.capabilities.has(type.kind) && !seen.contains(base)) {
            seen.insert(base);
            kinds.append(type.kind);
        }
    }
    return kinds;
}

} // namespace

QCoro::Task<void> LiveLink::open(SyncContext &context)
{
    if (m_server == context.capabilities.server)
        co_return;
    m_server = context.capabilities.server;
    if (!isOnThisComputer(context.connection.address) || !listen())
        co_return;
    co_await forgetLeftOver(context);
    const QVector<ResourceKind> kinds = oneForEachHub(context);
    for (ResourceKind kind : kinds)
        co_await subscribeAt(context, kind);
    co_await keep(context);
}

bool LiveLink::listen()
{
    auto listener = EventListener::start([this](const DocumentKey &hint) {
        QMetaObject::invokeMethod(
            this, [this, hint] { take(hint); }, Qt::QueuedConnection);
    });
    if (listener)
        m_listener = std::move(*listener);
    return listener.has_value();
}

QCoro::Task<void> LiveLink::forgetLeftOver(SyncContext &context)
{
    const Result<QJsonValue> kept = co_await context.journal.setting(SubscriptionsKey);
    if (!kept || kept->toObject().value("server"_L1).toString() != m_server)
        co_return;
    const QJsonArray hubs = kept->toObject().value("hubs"_L1).toArray();
    for (const QJsonValue &hub : hubs) {
        if (const auto kind = resourceKindFromName(hub["resource"_L1].toString()))
            co_await unsubscribe(context.connection, *kind, hub["id"_L1].toString());
    }
}

QCoro::Task<void> LiveLink::subscribeAt(SyncContext &context, ResourceKind kind)
{
    const RestResult<QString> id = co_await subscribe(context.connection, kind, m_listener->callback());
    if (id)
        m_subscriptions.append({context.connection, kind, *id});
}

QCoro::Task<void> LiveLink::keep(SyncContext &context) const
{
    QJsonArray hubs;
    for (const Subscription &subscription : m_subscriptions)
        hubs.append(QJsonObject{{u"resource"_s, QString(resourceType(subscription.kind).name)},
                                {u"id"_s, subscription.id}});
    const QJsonValue all = QJsonObject{{u"server"_s, m_server}, {u"hubs"_s, hubs}};
    co_await context.journal.setSetting(SubscriptionsKey, all);
}

QCoro::Task<void> LiveLink::close()
{
    m_server.clear();
    m_hints.clear();
    m_listener.reset();
    const QVector<Subscription> subscriptions = std::exchange(m_subscriptions, {});
    for (const Subscription &subscription : subscriptions) {
        ServerConnection connection = subscription.connection;
        connection.cancel = std::make_shared<CancelSignal>(); // the one it had may be raised
        connection.timeout = EndPatience;
        const RestResult<RestAnswer> answer =
            co_await unsubscribe(connection, subscription.kind, subscription.id);
        // The connection may have broken with what was just stopped, and no write repeats itself.
        if (!answer && answer.error().status == 0)
            co_await unsubscribe(connection, subscription.kind, subscription.id);
    }
}

QVector<DocumentKey> LiveLink::takeHints()
{
    return std::exchange(m_hints, {});
}

void LiveLink::take(const DocumentKey &hint)
{
    if (m_hints.contains(hint) || hasTooMany())
        return;
    m_hints.append(hint);
    Q_EMIT heard();
}

} // namespace salesbench
