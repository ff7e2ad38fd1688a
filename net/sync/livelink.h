// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/eventlistener.h"
#include "net/sync/synccontext.h"

#include <QObject>

namespace salesbench {

/// Lets a server say at once what changed, where it can reach this computer: a server on the same one. An
/// event is a hint to ask for the document, never the truth; without any, the pulls alone find what is new.
class LiveLink : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Subscribes at the server of @p context, once. A server that wants none of it is left in peace.
    QCoro::Task<void> open(SyncContext &context);

    /// Takes the subscriptions back, for as long as a server on this computer may take to answer.
    QCoro::Task<void> close();

    /// What was heard of since the last call, each once.
    QVector<DocumentKey> takeHints();

    /// A pull is quicker than to ask for so many one by one.
    bool hasTooMany() const { return m_hints.size() > MostHints; }

Q_SIGNALS:
    void heard();

private:
    struct Subscription {
        ServerConnection connection;
        ResourceKind kind;
        QString id;
    };
    static constexpr qsizetype MostHints = 500;

    bool listen();
    void take(const DocumentKey &hint);
    QCoro::Task<void> forgetLeftOver(SyncContext &context);
    QCoro::Task<void> subscribeAt(SyncContext &context, ResourceKind kind);
    QCoro::Task<void> keep(SyncContext &context) const;

    QString m_server; ///< which has been asked
    std::unique_ptr<EventListener> m_listener;
    QVector<Subscription> m_subscriptions;
    QVector<DocumentKey> m_hints;
};

} // namespace salesbench
