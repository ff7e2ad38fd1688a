// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"
#include "models/store/database.h"

#include <optional>

namespace salesbench {

/// Who wants to be told of changes, and where.
struct EventSubscription {
    QString id;
    QString basePath; ///< of the API whose resources it hears
    QString callback; ///< the URL that events are posted to
    QString query; ///< as the subscriber gave it; null where they gave none
    QString user; ///< the name of who subscribed
    qint64 row = 0; ///< never used again once the subscription is gone
    qint64 pending = 0; ///< events that wait for it
    qint64 dropped = 0; ///< events that it will never get, because too many waited
};

/// What happened to one document, as it is told to everybody.
struct ServerEvent {
    ResourceKind kind = ResourceKind::SalesLead;
    QString document; ///< the id
    QString owner; ///< of the document, when it happened; empty = nobody's
    QByteArray json; ///< the envelope with the document in it, compact
    qint64 row = 0; ///< grows in the order in which things happened
};

struct EventTotals {
    qint64 subscriptions = 0;
    qint64 pending = 0;
    qint64 dropped = 0; ///< since the file was made
};

/// Subscriptions and the events that wait for them, in the database of ServerDocuments. An event stays until
/// the last subscription that wants it has been served. The writing functions belong inside a transaction.
class ServerEvents {
public:
    explicit ServerEvents(Database &database)
        : m_database(database)
    {
    }

    static Result<void> createTables(Database &database);

    Result<QVector<EventSubscription>> subscriptions();
    Result<void> subscribe(const EventSubscription &subscription);

    /// What waits for it goes too.
    Result<void> unsubscribe(const EventSubscription &subscription);

    /// Lets @p event wait for @p subscriptions. Where more than @p backlog wait, the oldest go and are
    /// counted.
    Result<void> add(const ServerEvent &event, const QVector<EventSubscription> &subscriptions,
                     qint64 backlog);

    /// The oldest event behind the row @p after that waits for @p subscription.
    Result<std::optional<ServerEvent>> next(const EventSubscription &subscription, qint64 after);

    /// Everything up to the row @p last has been delivered.
    Result<void> settle(qint64 subscription, qint64 last);

    Result<EventTotals> totals();

private:
    Result<void> dropBeyond(qint64 backlog, qint64 subscription);
    Result<void> countDropped(qint64 count, qint64 subscription);

    Database &m_database;
};

} // namespace salesbench
