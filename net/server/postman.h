// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverevents.h"
#include "net/http/httpcourier.h"
#include "net/server/callbackrules.h"
#include "net/server/eventlimits.h"
#include "net/server/readers.h"
#include "net/server/serveruser.h"
#include "net/server/telemetry.h"
#include "net/server/writequeue.h"

#include <atomic>
#include <map>

namespace salesbench {

/// Takes the events that wait in the database to their subscribers. Each subscription goes its own pace: one
/// event after the other, each again and again until the subscriber answers 2xx. What was delivered is then
/// struck off in the database, so after a crash the last ones may come a second time, under the same
/// eventId.
class Postman {
public:
    struct Options {
        ServerUsers users;
        CallbackRules callbacks;
        EventLimits limits;
    };

    Postman(Options options, Readers &readers, WriteQueue &writes, Telemetry &telemetry);

    /// Stops.
    ~Postman();

    /// Something was committed that may be of interest. From any thread.
    void wake();

    /// Hangs up on everybody; from then on no write is added. What was under way waits in the database.
    void stop();

private:
    struct Round;
    using RoundPointer = std::shared_ptr<Round>;

    // On the courier's thread.
    void look();
    void follow(const QVector<EventSubscription> &subscriptions);
    void deliver(const RoundPointer &round);
    Result<std::optional<ServerEvent>> nextFor(Round &round);
    Result<bool> mayHear(const EventSubscription &subscription, const ServerEvent &event);
    void lookLater();
    void send(const RoundPointer &round, const ServerEvent &event);
    void answered(const RoundPointer &round, const ServerEvent &event, const PostOutcome &outcome);
    void fail(const RoundPointer &round, const ServerEvent &event, const QString &why);
    void settle(const RoundPointer &round);
    std::chrono::milliseconds pauseAfter(int failures) const;

    Options m_options;
    Readers &m_readers;
    WriteQueue &m_writes;
    Telemetry &m_telemetry;
    std::atomic<bool> m_woken = false;
    HttpCourier m_courier;
    std::map<qint64, RoundPointer> m_rounds; ///< by the subscription's row
};

} // namespace salesbench
