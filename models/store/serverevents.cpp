// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverevents.h"

#include "models/store/serverdocuments.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

// AUTOINCREMENT, because a row that was used again would be taken for one that has been served.
const char *const EventTables[] = {
    "CREATE TABLE subscription (row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, base TEXT "
    "NOT "
    "NULL, callback TEXT NOT NULL, query TEXT, user TEXT NOT NULL, pending INTEGER NOT NULL DEFAULT 0, "
    "dropped INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE event (row INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, document TEXT NOT "
    "NULL, "
    "owner TEXT NOT NULL, json TEXT NOT NULL)",
    "CREATE TABLE delivery (subscription INTEGER NOT NULL REFERENCES subscription (row), event INTEGER NOT "
    "NULL "
    "REFERENCES event (row), PRIMARY KEY (subscription, event)) WITHOUT ROWID",
    "CREATE INDEX delivery_event ON delivery (event)",
    "CREATE TRIGGER delivery_insert AFTER INSERT ON delivery BEGIN "
    "UPDATE subscription SET pending = pending + 1 WHERE row = new.subscription; END",
    "CREATE TRIGGER delivery_delete AFTER DELETE ON delivery BEGIN "
    "UPDATE subscription SET pending = pending - 1 WHERE row = old.subscription; "
    "DELETE FROM event WHERE row = old.event AND NOT EXISTS (SELECT 1 FROM delivery WHERE event = "
    "old.event); "
    "END",
    "INSERT INTO counter VALUES ('dropped', 0)",
};

QString textAt(const QSqlQuery &query, int column)
{
    return query.value(column).toString();
}

EventSubscription subscriptionAt(const QSqlQuery &query)
{
    return {.id = textAt(query, 1),
            .basePath = textAt(query, 2),
            .callback = textAt(query, 3),
            .query = textAt(query, 4),
            .user = textAt(query, 5),
            .row = query.value(0).toLongLong(),
            .pending = query.value(6).toLongLong(),
            .dropped = query.value(7).toLongLong()};
}

} // namespace

Result<void> ServerEvents::createTables(Database &database)
{
    for (const char *statement : EventTables) {
        if (Result<void> result = database.execute(QLatin1StringView(statement)); !result)
            return result;
    }
    return {};
}

Result<QVector<EventSubscription>> ServerEvents::subscriptions()
{
    return m_database
        .query(
            u"SELECT row, id, base, callback, query, user, pending, dropped FROM subscription ORDER BY row"_s,
            {})
        .map([](QSqlQuery *query) {
            QVector<EventSubscription> result;
            while (query->next())
                result.append(subscriptionAt(*query));
            query->finish();
            return result;
        });
}

Result<void> ServerEvents::subscribe(const EventSubscription &subscription)
{
    return m_database.execute(
        u"INSERT INTO subscription (id, base, callback, query, user) VALUES (?, ?, ?, ?, ?)"_s,
        {subscription.id, subscription.basePath, subscription.callback,
         subscription.query.isNull() ? QVariant() : QVariant(subscription.query),
         emptyForNull(subscription.user)});
}

Result<void> ServerEvents::unsubscribe(const EventSubscription &subscription)
{
    return m_database.execute(u"DELETE FROM delivery WHERE subscription = ?"_s, {subscription.row})
        .and_then([&] {
            return m_database.execute(u"DELETE FROM subscription WHERE row = ?"_s, {subscription.row});
        });
}

Result<void> ServerEvents::add(const ServerEvent &event, const QVector<EventSubscription> &subscriptions,
                               qint64 backlog)
{
    const Result<QSqlQuery *> inserted = m_database.query(
        u"INSERT INTO event (kind, document, owner, json) VALUES (?, ?, ?, CAST(? AS TEXT))"_s,
        {static_cast<int>(event.kind), event.document, emptyForNull(event.owner), event.json});
    if (!inserted)
        return tl::unexpected(inserted.error());
    const qint64 row = (*inserted)->lastInsertId().toLongLong();
    for (const EventSubscription &subscription : subscriptions) {
        const Result<void> added =
            m_database.execute(u"INSERT INTO delivery VALUES (?, ?)"_s, {subscription.row, row})
                .and_then([&] { return dropBeyond(backlog, subscription.row); });
        if (!added)
            return added;
    }
    return {};
}

Result<void> ServerEvents::dropBeyond(qint64 backlog, qint64 subscription)
{
    return m_database
        .query(
            u"DELETE FROM delivery WHERE subscription = ? AND event IN (SELECT event FROM delivery WHERE "
            "subscription = ? ORDER BY event LIMIT max(0, (SELECT pending FROM subscription WHERE row = ?) - "
            "?))"_s,
            {subscription, subscription, subscription, backlog})
        .and_then([&](QSqlQuery *query) {
            const int dropped = query->numRowsAffected();
            return dropped > 0 ? countDropped(dropped, subscription) : Result<void>();
        });
}

Result<void> ServerEvents::countDropped(qint64 count, qint64 subscription)
{
    return m_database
        .execute(u"UPDATE subscription SET dropped = dropped + ? WHERE row = ?"_s, {count, subscription})
        .and_then([&] {
            return m_database.execute(u"UPDATE counter SET value = value + ? WHERE name = 'dropped'"_s,
                                      {count});
        });
}

Result<std::optional<ServerEvent>> ServerEvents::next(const EventSubscription &subscription, qint64 after)
{
    return m_database
        .query(
            u"SELECT e.row, e.kind, e.document, e.owner, CAST(e.json AS BLOB) FROM delivery AS d JOIN event "
            "AS e ON e.row = d.event WHERE d.subscription = ? AND d.event > ? ORDER BY d.event LIMIT 1"_s,
            {subscription.row, after})
        .map([](QSqlQuery *query) -> std::optional<ServerEvent> {
            if (!query->next())
                return {};
            ServerEvent event{.kind = static_cast<ResourceKind>(query->value(1).toInt()),
                              .document = textAt(*query, 2),
                              .owner = textAt(*query, 3),
                              .json = query->value(4).toByteArray(),
                              .row = query->value(0).toLongLong()};
            query->finish();
            return event;
        });
}

Result<void> ServerEvents::settle(qint64 subscription, qint64 last)
{
    return m_database.execute(u"DELETE FROM delivery WHERE subscription = ? AND event <= ?"_s,
                              {subscription, last});
}

Result<EventTotals> ServerEvents::totals()
{
    return m_database
        .query(
            u"SELECT count(*), coalesce(sum(pending), 0), (SELECT value FROM counter WHERE name = 'dropped') "
            "FROM subscription"_s,
            {})
        .map([](QSqlQuery *query) {
            EventTotals totals;
            if (query->next())
                totals = {query->value(0).toLongLong(), query->value(1).toLongLong(),
                          query->value(2).toLongLong()};
            query->finish();
            return totals;
        });
}

} // namespace salesbench
