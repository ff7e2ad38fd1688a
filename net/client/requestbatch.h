// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client/exchange.h"

#include <QObject>

#include <coroutine>
#include <deque>
#include <optional>
#include <vector>

namespace salesbench {

/// Carries requests to a Salesbench server many at a time, in one POST: what is asked for while others are
/// under way goes together with the next, and each is answered as if it had gone alone. Belongs to one
/// thread, and outlives whoever waits for it.
class RequestBatch : public QObject, public std::enable_shared_from_this<RequestBatch> {
public:
    explicit RequestBatch(ServerConnection connection);

    /// Nothing where the request must go alone: the server takes no batches, or has no others to go with it.
    QCoro::Task<std::optional<Exchange>> carry(QUrl url, HttpRequest request);

    /// False once it is known that all must go alone.
    bool isOfUse() const { return !m_isRefused; }

private:
    struct Waiting {
        HttpRequest request;
        std::optional<Exchange> outcome = {};
        std::coroutine_handle<> whoWaits = {};
    };
    struct Turn {
        Waiting &waiting;
        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> handle) { waiting.whoWaits = handle; }
        void await_resume() const { }
    };
    using Group = std::vector<Waiting *>;

    bool takes(const QUrl &url) const;
    void sendSoon();
    void sendWaiting();
    Group takeGroup();
    QCoro::Task<void> send(Group group);
    void distribute(const Group &group, const Exchange &whole);
    static void letGo(const Group &group);

    ServerConnection m_connection;
    QUrl m_url;
    qsizetype m_prefix = 0; ///< of paths, which the server itself does not know
    std::deque<Waiting *> m_waiting;
    int m_underway = 0;
    bool m_isCalled = false;
    bool m_isRefused = false;
};

} // namespace salesbench
