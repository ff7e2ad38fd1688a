// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverevents.h"
#include "net/server/eventmaking.h"
#include "net/server/serveruser.h"

#include <atomic>

namespace salesbench {

/// Writes down what happened, for the subscriptions that want and may hear of it. Where there are none, it
/// writes nothing.
class EventRecorder {
public:
    EventRecorder(ServerUsers users, QString ownerRole, qint64 backlog, Surroundings surroundings)
        : m_users(std::move(users))
        , m_ownerRole(std::move(ownerRole))
        , m_backlog(backlog)
        , m_surroundings(std::move(surroundings))
    {
    }

    /// Inside the transaction that makes @p change.
    Result<void> record(Database &database, const DocumentChange &change) const;

    /// True once after something was written down.
    bool takeNews() { return m_news.exchange(false); }

private:
    Result<void> record(Database &database, const DocumentChange &change,
                        const QVector<EventSubscription> &listeners) const;

    ServerUsers m_users;
    QString m_ownerRole;
    qint64 m_backlog;
    Surroundings m_surroundings;
    mutable std::atomic<bool> m_news = false;
};

/// @p json, an event's, with the document in it cut to what the subscription's query asks for.
QByteArray eventFor(const EventSubscription &subscription, const ServerEvent &event);

} // namespace salesbench
