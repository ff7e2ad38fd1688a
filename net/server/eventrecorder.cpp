// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/eventrecorder.h"

#include "models/store/serverdocuments.h"
#include "net/server/fieldselection.h"
#include "net/server/querymatch.h"
#include "net/server/rights.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// Nothing is refused here: the query was read once before the subscription was taken.
TmfQuery queryOf(const EventSubscription &subscription)
{
    return TmfQuery::parse(subscription.query.toUtf8()).value_or(TmfQuery());
}

} // namespace

Result<void> EventRecorder::record(Database &database, const DocumentChange &change) const
{
    return ServerEvents(database).subscriptions().and_then(
        [&](QVector<EventSubscription> subscriptions) -> Result<void> {
            const QString owner = ownerOf(change.document(), m_ownerRole);
            subscriptions.removeIf([&](const EventSubscription &subscription) {
                const std::optional<ServerUser> user = m_users.named(subscription.user);
                return subscription.basePath != change.resource.type.basePath || !user
                    || !mayRead(*user, owner);
            });
            return subscriptions.isEmpty() ? Result<void>() : record(database, change, subscriptions);
        });
}

Result<void> EventRecorder::record(Database &database, const DocumentChange &change,
                                   const QVector<EventSubscription> &listeners) const
{
    for (const QJsonObject &event : eventsOf(change, m_surroundings)) {
        QVector<EventSubscription> wanting = listeners;
        wanting.removeIf([&](const EventSubscription &subscription) {
            return !matches(event, queryOf(subscription).conditions);
        });
        if (wanting.isEmpty())
            continue;
        const ServerEvent written{.kind = change.resource.type.kind,
                                  .document = change.document().value("id"_L1).toString(),
                                  .owner = ownerOf(change.document(), m_ownerRole),
                                  .json = QJsonDocument(event).toJson(QJsonDocument::Compact)};
        if (Result<void> added = ServerEvents(database).add(written, wanting, m_backlog); !added)
            return added;
        m_news = true;
    }
    return {};
}

QByteArray eventFor(const EventSubscription &subscription, const ServerEvent &event)
{
    const std::optional<QStringList> fields = queryOf(subscription).fields;
    if (!fields)
        return event.json;
    QJsonObject envelope = QJsonDocument::fromJson(event.json).object();
    const QString name = resourceType(event.kind).name;
    const QByteArray document =
        QJsonDocument(envelope.value("event"_L1)[name].toObject()).toJson(QJsonDocument::Compact);
    const QJsonObject selected = QJsonDocument::fromJson(selectFields(document, fields)).object();
    envelope.insert("event"_L1, QJsonObject{{name, selected}});
    return QJsonDocument(envelope).toJson(QJsonDocument::Compact);
}

} // namespace salesbench
