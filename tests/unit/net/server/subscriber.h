// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/eventlimits.h"
#include "tests/support/fakeserver.h"
#include "tests/support/httpclient.h"

namespace salesbench::testing {

inline const QString SalesHub = QStringLiteral("/tmf-api/sales/v4/hub");
inline const QString QuoteHub = QStringLiteral("/tmf-api/quoteManagement/v4/hub");

/// So short that a test need not wait long for a repetition.
inline EventLimits impatient()
{
    using namespace std::chrono_literals;
    return {.answer = 2s, .firstRetry = 10ms, .longestRetry = 50ms};
}

/// Somebody who is told of events over a real socket.
class Subscriber : public FakeServer {
public:
    Subscriber()
    {
        answer([this](const FakeRequest &request) { return take(request); });
    }

    QString callback() const { return origin() + QStringLiteral("/told"); }

    /// Its id at the hub.
    QString subscribe(HttpClient &client, const QString &hub = SalesHub, const QString &query = {})
    {
        QJsonObject body{{QStringLiteral("callback"), callback()}};
        if (!query.isEmpty())
            body.insert(QStringLiteral("query"), query);
        const HttpAnswer answer = client.post(hub, QJsonDocument(body).toJson());
        if (answer.status != 201)
            qFatal("%d %s", answer.status, answer.body.constData());
        return answer.object().value(QLatin1StringView("id")).toString();
    }

    /// How often it refuses before it takes the next event.
    void refuse(int times, const FakeAnswer &with = {.status = 500})
    {
        m_refusals = times;
        m_refusal = with;
    }

    /// What it took, in the order of coming.
    const QList<QJsonObject> &events() const { return m_events; }
    QStringList types() const { return all(QLatin1StringView("eventType")); }
    QStringList ids() const { return all(QLatin1StringView("eventId")); }

    /// The names of the documents.
    QStringList names(QLatin1StringView resource = QLatin1StringView("salesLead")) const
    {
        QStringList result;
        for (const QJsonObject &event : m_events)
            result.append(
                event.value(QLatin1StringView("event"))[resource][QLatin1StringView("name")].toString());
        return result;
    }

private:
    FakeAnswer take(const FakeRequest &request)
    {
        if (m_refusals > 0) {
            --m_refusals;
            return m_refusal;
        }
        m_events.append(QJsonDocument::fromJson(request.body).object());
        return {.status = 204};
    }

    QStringList all(QLatin1StringView attribute) const
    {
        QStringList result;
        for (const QJsonObject &event : m_events)
            result.append(event.value(attribute).toString());
        return result;
    }

    QList<QJsonObject> m_events;
    int m_refusals = 0;
    FakeAnswer m_refusal;
};

} // namespace salesbench::testing
