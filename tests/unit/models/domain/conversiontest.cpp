// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/conversion.h"

#include "tests/support/fixedsurroundings.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QJsonArray>

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::fixedSurroundings;
using salesbench::testing::parse;

namespace {

const Surroundings Fixed = fixedSurroundings();

Record recordOf(ResourceKind kind, const char *document)
{
    Record record;
    record.kind = kind;
    record.localId = u"old-id"_s;
    record.local = parse(document);
    return record;
}

const char *const FullLead = R"({'id': '77', 'href': '/77', 'creationDate': '2026-01-01T00:00:00Z',
    'name': 'Depot network', 'description': 'Fourteen depots', 'priority': 'high', 'rating': 'hot',
    'referredDate': '2026-01-02T00:00:00Z', 'status': 'inProgress', 'statusChangeDate': '2026-01-03T00:00:00Z',
    'statusChangeReason': 'because', 'type': 'webForm', 'nextStep': 'Call', 'x-own': {'y': 1},
    'category': {'id': 'c1', 'name': 'Networks'}, 'channel': {'id': 'c2', 'name': 'Web'},
    'estimatedRevenue': {'unit': 'EUR', 'value': 184000}, 'marketSegment': {'id': 'c3'},
    'marketingCampaign': {'id': 'c4', '@type': 'Autumn'}, 'note': [{'text': 'hello'}],
    'product': {'id': 'p1'}, 'productOffering': {'id': 'o1', 'name': 'SD-WAN'}, 'productSpecification': {'id': 's1'},
    'prospectContact': [{'mediumType': 'email', 'characteristic': {'emailAddress': 'a@b.example'}}],
    'relatedParty': [{'id': 'r1', 'role': 'prospect', 'x': 5}], 'validFor': {'endDateTime': '2026-06-01T00:00:00Z'}})";

const char *const OpportunityJson = R"({'name': 'Depot network', 'status': 'inProgress', 'x-own': 1,
    'category': {'id': 'c1', 'name': 'Networks'}, 'estimatedRevenue': {'unit': 'EUR', 'value': 300},
    'prospectContact': [{'mediumType': 'email', 'x': 1}], 'relatedParty': [{'id': 'r1', 'role': 'prospect'}],
    'quote': [{'id': 'q0'}], 'salesOpportunityItem': [
        {'id': 'a', 'action': 'modify', 'product': {'id': 'p1'}, 'productOffering': {'id': 'o1', 'name': 'SD-WAN'},
         'estimatedRevenue': {'unit': 'EUR', 'value': 100}},
        {'id': 'b', 'productOffering': {'id': 'o2'}}]})";

const char *const Rejected =
    R"({'id': '9', 'description': 'Depot network', 'category': 'Networks', 'version': '1',
    'state': 'rejected', 'externalId': 'EXT-1', 'x-own': 1, 'note': [{'text': 'Too dear'}],
    'validFor': {'endDateTime': '2026-06-01T00:00:00Z'}, 'contactMedium': [{'mediumType': 'email'}],
    'relatedParty': [{'id': 'r1'}], 'salesOpportunity': {'id': 'op'}, 'authorization': [{'state': 'declined'}],
    'quoteTotalPrice': [{'priceType': 'wrong'}], 'quoteItem': [{'id': '1', 'state': 'rejected', 'x-line': 2,
        'quantity': 2, 'quoteItem': [{'id': '1.1', 'state': 'rejected'}], 'quoteItemPrice': [
        {'priceType': 'oneTime', 'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 5}}}]}]})";

Record leadIn(const QString &status)
{
    Record record = recordOf(ResourceKind::SalesLead, FullLead);
    record.local.insert(u"status"_s, status);
    return record;
}

} // namespace

class ConversionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldCarryOnWhatTheLeadKnew()
    {
        const Result<Change> change = acceptLead(leadIn(u"inProgress"_s), u"Budget is there"_s, Fixed);

        QCOMPARE(change->title, u"Accept “Depot network” as an opportunity"_s);
        QCOMPARE(change->edits.size(), 2);
        const Edit created = change->edits[0];
        QCOMPARE(created.op, Edit::Op::Create);
        QCOMPARE(created.kind, ResourceKind::SalesOpportunity);
        QCOMPARE(created.id, u"new-id"_s);
        QCOMPARE(created.content, parse(R"({'@type': 'SalesOpportunity',
            'name': 'Depot network', 'description': 'Fourteen depots', 'priority': 'high', 'rating': 'hot',
            'referredDate': '2026-01-02T00:00:00Z', 'status': 'acknowledged',
            'creationDate': '2026-11-24T09:30:00.000Z', 'statusChangeDate': '2026-11-24T09:30:00.000Z',
            'category': {'id': 'c1', 'name': 'Networks'}, 'channel': {'id': 'c2', 'name': 'Web'},
            'estimatedRevenue': {'unit': 'EUR', 'value': 184000}, 'marketSegment': {'id': 'c3'},
            'marketingCampaign': {'id': 'c4', '@type': 'Autumn'},
            'prospectContact': [{'mediumType': 'email', 'characteristic': {'emailAddress': 'a@b.example'}}],
            'relatedParty': [{'id': 'r1', 'role': 'prospect', 'x': 5}],
            'salesLead': [{'id': 'old-id', 'name': 'Depot network', '@referredType': 'SalesLead'}],
            'salesOpportunityItem': [{'id': '1', 'action': 'add', 'salesOpportunityItemStatus': 'acknowledged',
                'product': {'id': 'p1'}, 'productOffering': {'id': 'o1', 'name': 'SD-WAN'},
                'estimatedRevenue': {'unit': 'EUR', 'value': 184000}}]})"));
    }

    void shouldMoveTheLeadAndLinkIt()
    {
        const Edit moved = acceptLead(leadIn(u"inProgress"_s), u"Budget is there"_s, Fixed)->edits[1];
        QCOMPARE(moved.op, Edit::Op::Update);
        QCOMPARE(moved.id, u"old-id"_s);
        QCOMPARE(moved.content, parse(R"({'status': 'accepted', 'statusChangeReason': 'Budget is there',
            'salesOpportunity': {'id': 'new-id', 'name': 'Depot network', '@referredType': 'SalesOpportunity'}})"));
    }

    void shouldAcceptALeadThatKnowsOnlyItsName()
    {
        const Result<Change> change = acceptLead(
            recordOf(ResourceKind::SalesLead, "{'name': 'a', 'status': 'inProgress', 'rating': null}"), {},
            Fixed);
        QCOMPARE(change->edits[0].content, parse(R"({'@type': 'SalesOpportunity', 'name': 'a',
            'status': 'acknowledged', 'creationDate': '2026-11-24T09:30:00.000Z',
            'statusChangeDate': '2026-11-24T09:30:00.000Z',
            'salesLead': [{'id': 'old-id', 'name': 'a', '@referredType': 'SalesLead'}]})"));
        QCOMPARE(change->edits[1].content["statusChangeReason"_L1], QJsonValue(QJsonValue::Null));
    }

    void shouldNotMakeASecondOpportunity()
    {
        Record lead = leadIn(u"inProgress"_s);
        lead.local.insert(u"salesOpportunity"_s, parse("{'id': 'op'}"));
        const Result<Change> change = acceptLead(lead, {}, Fixed);
        QCOMPARE(change->edits.size(), 1);
        QVERIFY(!change->edits[0].content.contains("salesOpportunity"_L1));
    }

    void shouldAcceptOnlyInProgress()
    {
        for (State state : leadLifecycle().states()) {
            const Result<Change> change = acceptLead(leadIn(toText(state)), {}, Fixed);
            QCOMPARE(change.has_value(), state == State::InProgress);
            if (!change)
                QCOMPARE(change.error().kind, Problem::Kind::NotAllowed);
        }
        QVERIFY(!acceptLead(leadIn(u"LEAD"_s), {}, Fixed));
        QVERIFY(!acceptLead(leadIn({}), {}, Fixed));
    }

    void shouldRefuseWhatIsNoSuchDocument()
    {
        Record nameless = leadIn(u"inProgress"_s);
        nameless.local.remove("name"_L1);
        QCOMPARE(acceptLead(nameless, {}, Fixed).error().kind, Problem::Kind::BadInput);
        QCOMPARE(acceptLead(recordOf(ResourceKind::Quote, Rejected), {}, Fixed).error().kind,
                 Problem::Kind::BadInput);
        QCOMPARE(makeQuote(leadIn(u"inProgress"_s), Fixed).error().kind, Problem::Kind::BadInput);
        QCOMPARE(nextQuoteVersion(leadIn(u"rejected"_s), nullptr, Fixed).error().kind,
                 Problem::Kind::BadInput);
    }

    void shouldRefuseWhatIsLeaving()
    {
        const auto leaving = [](Record record) {
            record.deleted = true;
            return record;
        };
        QCOMPARE(acceptLead(leaving(leadIn(u"inProgress"_s)), {}, Fixed).error().kind,
                 Problem::Kind::NotAllowed);
        QCOMPARE(
            makeQuote(leaving(recordOf(ResourceKind::SalesOpportunity, OpportunityJson)), Fixed).error().kind,
            Problem::Kind::NotAllowed);
        QCOMPARE(
            nextQuoteVersion(leaving(recordOf(ResourceKind::Quote, Rejected)), nullptr, Fixed).error().kind,
            Problem::Kind::NotAllowed);
    }

    void shouldMakeALineOfEachItem()
    {
        const Result<Change> change =
            makeQuote(recordOf(ResourceKind::SalesOpportunity, OpportunityJson), Fixed);

        QCOMPARE(change->title, u"Make a quote for “Depot network”"_s);
        QCOMPARE(change->edits[0].kind, ResourceKind::Quote);
        QCOMPARE(change->edits[0].id, u"new-id"_s);
        QCOMPARE(change->edits[0].content, parse(R"({'@type': 'Quote', 'description': 'Depot network',
            'category': 'Networks', 'version': '1', 'state': 'inProgress', 'quoteDate': '2026-11-24T09:30:00.000Z',
            'contactMedium': [{'mediumType': 'email', 'x': 1}], 'relatedParty': [{'id': 'r1', 'role': 'prospect'}],
            'salesOpportunity': {'id': 'old-id', 'name': 'Depot network', '@referredType': 'SalesOpportunity'},
            'quoteItem': [
                {'id': '1', 'action': 'modify', 'quantity': 1, 'state': 'inProgress', 'product': {'id': 'p1'},
                 'productOffering': {'id': 'o1', 'name': 'SD-WAN'}, 'quoteItemPrice': [{'priceType': 'oneTime',
                    'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 100}}}]},
                {'id': '2', 'action': 'add', 'quantity': 1, 'state': 'inProgress', 'productOffering': {'id': 'o2'}}],
            'quoteTotalPrice': [{'priceType': 'oneTime', 'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 100},
                'taxIncludedAmount': {'unit': 'EUR', 'value': 100}}}]})"));
        QCOMPARE(change->edits[1].kind, ResourceKind::SalesOpportunity);
        QCOMPARE(change->edits[1].content, parse(R"({'quote': [{'id': 'q0'},
            {'id': 'new-id', 'name': 'Depot network', '@referredType': 'Quote'}]})"));
    }

    void shouldPriceTheOnlyLineByTheWholeRevenue_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::newRow("one item") << QByteArray(
            "'salesOpportunityItem': [{'productOffering': {'id': 'o'}}],");
        QTest::newRow("none") << QByteArray();
    }

    void shouldPriceTheOnlyLineByTheWholeRevenue()
    {
        QFETCH(QByteArray, items);
        const QByteArray document = "{" + items
            + "'name': 'a', 'status': 'acknowledged', 'estimatedRevenue': {'unit': 'JPY', 'value': 7}}";
        const QJsonObject quote =
            makeQuote(recordOf(ResourceKind::SalesOpportunity, document.constData()), Fixed)
                ->edits[0]
                .content;
        QCOMPARE(quote["quoteItem"_L1].toArray().size(), 1);
        const QJsonArray totals = quote["quoteTotalPrice"_L1].toArray();
        QCOMPARE(totals[0]["price"_L1]["dutyFreeAmount"_L1]["value"_L1], QJsonValue(7));
    }

    void shouldQuoteOnlyWhatMayStillBeSold()
    {
        for (State state : opportunityLifecycle().states()) {
            Record record = recordOf(ResourceKind::SalesOpportunity, OpportunityJson);
            record.local.insert(u"status"_s, toText(state));
            const bool over = state == State::Rejected || state == State::Cancelled;
            const Result<Change> change = makeQuote(record, Fixed);
            QCOMPARE(change.has_value(), !over);
            if (over)
                QCOMPARE(change.error().kind, Problem::Kind::NotAllowed);
        }
    }

    void shouldSayWhenARevenueIsTooLargeToQuote()
    {
        Record record = recordOf(ResourceKind::SalesOpportunity, OpportunityJson);
        record.local.insert(u"salesOpportunityItem"_s,
                            QJsonArray{parse("{'estimatedRevenue': {'unit': 'EUR', 'value': 9e13}}"),
                                       parse("{'estimatedRevenue': {'unit': 'EUR', 'value': 9e13}}")});
        QCOMPARE(makeQuote(record, Fixed).error().kind, Problem::Kind::BadInput);
    }

    void shouldStartTheNextVersionOfARejectedQuote()
    {
        Record opportunity = recordOf(ResourceKind::SalesOpportunity, OpportunityJson);
        opportunity.localId = u"opportunity"_s;
        const Result<Change> change =
            nextQuoteVersion(recordOf(ResourceKind::Quote, Rejected), &opportunity, Fixed);

        QCOMPARE(change->title, u"Start version 2 of “Depot network”"_s);
        QCOMPARE(change->edits[0].content, parse(R"({'@type': 'Quote', 'description': 'Depot network',
            'category': 'Networks', 'version': '2', 'state': 'inProgress', 'externalId': 'EXT-1',
            'quoteDate': '2026-11-24T09:30:00.000Z', 'contactMedium': [{'mediumType': 'email'}],
            'relatedParty': [{'id': 'r1'}], 'salesOpportunity': {'id': 'op'},
            'quoteItem': [{'id': '1', 'state': 'inProgress', 'x-line': 2, 'quantity': 2,
                'quoteItem': [{'id': '1.1', 'state': 'inProgress'}], 'quoteItemPrice': [
                {'priceType': 'oneTime', 'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 5}}}]}],
            'quoteTotalPrice': [{'priceType': 'oneTime', 'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 10},
                'taxIncludedAmount': {'unit': 'EUR', 'value': 10}}}]})"));
        QCOMPARE(change->edits[1].id, u"opportunity"_s);
        QCOMPARE(change->edits[1].content["quote"_L1].toArray().size(), 2);
        QCOMPARE(nextQuoteVersion(recordOf(ResourceKind::Quote, Rejected), nullptr, Fixed)->edits.size(), 1);
    }

    void shouldCountVersionsOn_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("next");
        QTest::newRow("number") << u"9"_s << u"10"_s;
        QTest::newRow("letter") << u"v2"_s << u"v3"_s;
        QTest::newRow("nothing") << QString() << u"2"_s;
        QTest::newRow("dotted") << u"1.4"_s << u"1.5"_s;
    }

    void shouldCountVersionsOn()
    {
        QFETCH(QString, version);
        Record quote = recordOf(ResourceKind::Quote, Rejected);
        quote.local.insert(u"version"_s, version);
        QTEST(nextQuoteVersion(quote, nullptr, Fixed)->edits[0].content["version"_L1].toString(), "next");
    }

    void shouldTieVersionsTogetherByTheFormerId()
    {
        Record quote = recordOf(ResourceKind::Quote, Rejected);
        quote.local.remove("externalId"_L1);
        const auto externalId = [&] {
            return nextQuoteVersion(quote, nullptr, Fixed)->edits[0].content["externalId"_L1].toString();
        };
        QCOMPARE(externalId(), u"old-id"_s);
        quote.serverId = u"server"_s;
        QCOMPARE(externalId(), u"server"_s);
    }

    void shouldStartAVersionOnlyOfARejectedQuote()
    {
        for (State state : quoteLifecycle().states()) {
            Record quote = recordOf(ResourceKind::Quote, Rejected);
            quote.local.insert(u"state"_s, toText(state));
            QCOMPARE(nextQuoteVersion(quote, nullptr, Fixed).has_value(), state == State::Rejected);
        }
    }
};

SALESBENCH_TEST(ConversionTest)
#include "conversiontest.moc"
