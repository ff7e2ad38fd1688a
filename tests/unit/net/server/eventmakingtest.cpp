// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/eventmaking.h"
#include "tests/support/fixedsurroundings.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

QVector<QJsonObject> eventsBetween(ResourceKind kind, const char *before, const char *after)
{
    return eventsOf({servedResource(kind), parse(before), parse(after)}, fixedSurroundings());
}

} // namespace

class EventMakingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldTellWhatHappened_data()
    {
        QTest::addColumn<ResourceKind>("kind");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char *name, ResourceKind kind, const char *before, const char *after,
                            const QStringList &told) {
            QTest::newRow(name) << kind << QByteArray(before) << QByteArray(after) << told;
        };
        constexpr auto Lead = ResourceKind::SalesLead;
        row("created", Lead, "{}", R"({"id":"1"})", {u"SalesLeadCreateEvent "_s});
        row("deleted", Lead, R"({"id":"1"})", "{}", {u"SalesLeadDeleteEvent "_s});
        row("changed", Lead, R"({"id":"1","name":"a","rating":"hot"})", R"({"id":"1","name":"b"})",
            {u"SalesLeadAttributeValueChangeEvent name,rating"_s});
        row("moved", Lead, R"({"status":"acknowledged","statusChangeDate":"1"})",
            R"({"status":"inProgress","statusChangeDate":"2"})", {u"SalesLeadStateChangeEvent "_s});
        row("moved and changed", Lead, R"({"status":"acknowledged","statusChangeDate":"1"})",
            R"({"status":"inProgress","statusChangeDate":"2","name":"b"})",
            {u"SalesLeadStateChangeEvent "_s, u"SalesLeadAttributeValueChangeEvent name"_s});
        row("a lead that waits", Lead, R"({"status":"inProgress"})", R"({"status":"pending"})",
            {u"SalesLeadStateChangeEvent "_s});
        row("unchanged", Lead, R"({"id":"1"})", R"({"id":"1"})", {});
        row("an opportunity", ResourceKind::SalesOpportunity, R"({"status":"acknowledged"})",
            R"({"status":"inProgress"})", {u"SalesOpportunityStateChangeEvent "_s});
        row("a quote", ResourceKind::Quote, R"({"state":"inProgress"})", R"({"state":"approved"})",
            {u"QuoteStateChangeEvent "_s});
        row("a quote that needs information", ResourceKind::Quote, R"({"state":"inProgress"})",
            R"({"state":"pending","note":[]})",
            {u"QuoteStateChangeEvent "_s, u"QuoteInformationRequiredEvent "_s,
             u"QuoteAttributeValueChangeEvent note"_s});
    }

    void shouldTellWhatHappened()
    {
        QFETCH(ResourceKind, kind);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QStringList, told);
        QStringList found;
        for (const QJsonObject &event : eventsBetween(kind, before.constData(), after.constData()))
            found.append(event.value("eventType"_L1).toString() + u' '
                         + event.value("fieldPath"_L1).toString());
        QCOMPARE(found, told);
    }

    void shouldCarryTheWholeEnvelope()
    {
        const QJsonObject event =
            eventsBetween(ResourceKind::SalesLead, R"({"id":"7","name":"a"})", R"({"id":"7","name":"b"})")
                .first();
        QCOMPARE(event,
                 parse(R"({"eventId":"new-id","correlationId":"new-id","eventTime":"2026-11-24T09:30:00.000Z",
                     "timeOcurred":"2026-11-24T09:30:00.000Z","eventType":"SalesLeadAttributeValueChangeEvent",
                     "domain":"sales","title":"SalesLead 7 changed","description":"SalesLead 7 changed: name",
                     "priority":"normal","fieldPath":"name","event":{"salesLead":{"id":"7","name":"b"}}})"));
    }

    void shouldShowWhatWasDeleted()
    {
        const QJsonObject event = eventsBetween(ResourceKind::Quote, R"({"id":"7"})", "{}").first();
        QCOMPARE(event.value("event"_L1).toObject(), parse(R"({"quote":{"id":"7"}})"));
    }
};

SALESBENCH_TEST(EventMakingTest)
#include "eventmakingtest.moc"
