// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/postman.h"

#include "models/store/serverdocuments.h"
#include "net/server/eventrecorder.h"
#include "net/server/rights.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

/// How far one subscription has been served.
struct Postman::Round {
    EventSubscription subscription;
    std::shared_ptr<HttpCourier::Line> line = nullptr;
    bool busy = false; ///< an event is under way, or waits to be tried again
    bool settling = false; ///< a write is under way
    int failures = 0; ///< in a row
    qint64 done = 0; ///< the last row that is delivered, or not for this subscriber
    qint64 settled = 0; ///< the last row that the database knows to be done
};

Postman::Postman(Options options, Readers &readers, WriteQueue &writes, Telemetry &telemetry)
    : m_options(std::move(options))
    , m_readers(readers)
    , m_writes(writes)
    , m_telemetry(telemetry)
    , m_courier({.exchange = m_options.limits.answer})
{
    wake(); // for what waits since the last time
}

Postman::~Postman()
{
    stop();
}

void Postman::wake()
{
    if (!m_woken.exchange(true))
        m_courier.run([this] { look(); });
}

void Postman::stop()
{
    m_courier.stop();
}

void Postman::look()
{
    m_woken = false;
    const Result<QVector<EventSubscription>> subscriptions =
        m_readers.here().and_then([](Database *database) { return ServerEvents(*database).subscriptions(); });
    if (subscriptions)
        follow(*subscriptions);
    else
        lookLater();
}

/// Where the database could not be read.
void Postman::lookLater()
{
    m_courier.after(m_options.limits.firstRetry, [this] { wake(); });
}

void Postman::follow(const QVector<EventSubscription> &subscriptions)
{
    std::map<qint64, RoundPointer> rounds;
    for (const EventSubscription &subscription : subscriptions) {
        const auto known = m_rounds.find(subscription.row);
        RoundPointer round = known == m_rounds.end() ? std::make_shared<Round>() : known->second;
        round->subscription = subscription;
        rounds.emplace(subscription.row, std::move(round));
    }
    m_rounds = std::move(rounds); // the others have ended
    for (const auto &[row, round] : m_rounds)
        deliver(round);
}

void Postman::deliver(const RoundPointer &round)
{
    if (round->busy || round->subscription.pending == 0)
        return;
    const auto durable = [this](const std::optional<ServerEvent> &next) {
        return m_writes.makeDurable().map([&] { return next; });
    };
    const Result<std::optional<ServerEvent>> event = nextFor(*round).and_then(durable);
    if (!event)
        lookLater();
    else if (*event)
        send(round, **event);
    settle(round);
}

/// Passes over what the subscriber may no longer hear of.
Result<std::optional<ServerEvent>> Postman::nextFor(Round &round)
{
    const Result<Database *> database = m_readers.here();
    if (!database)
        return tl::unexpected(database.error());
    while (true) {
        const Result<std::optional<ServerEvent>> event =
            ServerEvents(**database).next(round.subscription, round.done);
        if (!event || !*event)
            return event;
        const Result<bool> allowed = mayHear(round.subscription, **event);
        if (!allowed)
            return tl::unexpected(allowed.error());
        if (*allowed)
            return event;
        round.done = (*event)->row;
    }
}

/// By the rights of now, over the document as it was and as it is.
Result<bool> Postman::mayHear(const EventSubscription &subscription, const ServerEvent &event)
{
    const std::optional<ServerUser> user = m_options.users.named(subscription.user);
    if (!user || !mayRead(*user, event.owner))
        return false;
    return m_readers.here()
        .and_then([&](Database *database) {
            return ServerDocuments(*database, {}).find(event.kind, event.document);
        })
        .map([&](const std::optional<ServedDocument> &now) { return !now || mayRead(*user, now->owner); });
}

void Postman::send(const RoundPointer &round, const ServerEvent &event)
{
    round->busy = true;
    const ApiResult<QUrl> url = m_options.callbacks.check(round->subscription.callback);
    if (!url)
        return fail(round, event, url.error().message);
    if (!round->line)
        round->line = m_courier.lineTo(*url);
    const QByteArray body = eventFor(round->subscription, event);
    const QString id = QJsonDocument::fromJson(body).object().value("eventId"_L1).toString();
    m_courier.post(
        round->line,
        {{"Content-Type", JsonType}, {"Accept", "application/json"}, {"Idempotency-Key", id.toLatin1()}},
        body, [this, round, event](const PostOutcome &outcome) { answered(round, event, outcome); });
}

void Postman::answered(const RoundPointer &round, const ServerEvent &event, const PostOutcome &outcome)
{
    if (outcome.status < 200 || outcome.status >= 300)
        return fail(round, event,
                    outcome.status == 0 ? outcome.why : u"it answered %1"_s.arg(outcome.status));
    m_telemetry.metrics.countDelivery(true);
    round->busy = false;
    round->failures = 0;
    round->done = event.row;
    deliver(round);
}

void Postman::fail(const RoundPointer &round, const ServerEvent &event, const QString &why)
{
    ++round->failures;
    m_telemetry.metrics.countDelivery(false);
    m_telemetry.log->write(LogLine("delivery failed")
                               .add("subscription", round->subscription.id)
                               .add("row", event.row)
                               .add("attempt", qint64(round->failures))
                               .add("why", why)
                               .add("pending", round->subscription.pending)
                               .add("dropped", round->subscription.dropped));
    m_courier.after(pauseAfter(round->failures), [this, round] {
        round->busy = false;
        if (m_rounds.count(round->subscription.row) > 0)
            deliver(round);
    });
}

std::chrono::milliseconds Postman::pauseAfter(int failures) const
{
    const auto pause = m_options.limits.firstRetry * (1LL << std::min(failures - 1, 20));
    return std::min<std::chrono::milliseconds>(pause, m_options.limits.longestRetry);
}

void Postman::settle(const RoundPointer &round)
{
    if (round->settling || round->done == round->settled)
        return;
    round->settling = true;
    const auto work = [row = round->subscription.row, done = round->done](Database &database) {
        const Result<void> settled = ServerEvents(database).settle(row, done);
        return settled ? HttpResponse() : toResponse(toApiError(settled.error()));
    };
    m_writes.add(work, [this, round, done = round->done](const HttpResponse &response) {
        m_courier.run([this, round, done, ok = response.status < 400] {
            round->settling = false;
            round->settled = ok ? done : round->settled;
            m_courier.after(ok ? std::chrono::milliseconds(0) : m_options.limits.firstRetry,
                            [this, round] { settle(round); });
        });
    });
}

} // namespace salesbench
