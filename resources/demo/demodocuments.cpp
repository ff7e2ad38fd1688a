// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/demo/demodocuments.h"

#include "resources/demo/demoparts.h"

using namespace Qt::StringLiterals;

namespace salesbench::demo {

namespace {

QString description(const Deal &deal)
{
    return deal.company + u" in "_s + deal.market->cities[deal.city] + u" asks for "_s + deal.offering->name + u": "_s
        + QString::number(deal.quantity) + u' ' + deal.offering->site + u'.';
}

/// What a lead and the opportunity that it became have in common.
QJsonObject common(const Telling &telling, const Deal &deal, ResourceKind kind, const QString &id)
{
    QJsonObject result{
        {u"id"_s, id},
        {u"href"_s, path(kind, id)},
        {u"@type"_s, resourceType(kind).typeName},
        {u"name"_s, deal.project},
        {u"description"_s, description(deal)},
        {u"rating"_s, deal.rating},
        {u"priority"_s, deal.priority},
        {u"referredDate"_s, text(deal.created)},
        {u"estimatedRevenue"_s, money(*deal.market, revenue(deal))},
        {u"category"_s, ref(u"CA-"_s + deal.offering->specificationId, deal.offering->category, "Category"_L1)},
        {u"channel"_s, ref(*deal.channel, "Channel"_L1)},
        {u"marketSegment"_s, ref(*deal.segment, "MarketSegment"_L1)},
        {u"relatedParty"_s, parties(telling, deal)},
    };
    if (deal.campaign)
        result.insert(u"marketingCampaign"_s, ref(*deal.campaign, "MarketingCampaign"_L1));
    return result;
}

void insertStatus(QJsonObject &document, Random &random, State state, const QDateTime &changed)
{
    document.insert(u"status"_s, toText(state));
    document.insert(u"statusChangeDate"_s, text(changed));
    insertText(document, "statusChangeReason"_L1, changeReason(random, state));
    insertText(document, "nextStep"_L1, nextStep(random, state));
}

QJsonObject offeringRef(const Deal &deal)
{
    return ref(deal.offering->id, deal.offering->name, "ProductOffering"_L1);
}

void insertNotes(QJsonObject &document, Random &random, const Deal &deal, const QDateTime &until)
{
    const QJsonArray written = notes(random, deal, until);
    if (!written.isEmpty())
        document.insert(u"note"_s, written);
}

} // namespace

QJsonObject leadDocument(const Telling &telling, const Deal &deal)
{
    static const QStringList types{u"webForm"_s, u"event"_s, u"partnerReferral"_s, u"inboundCall"_s};
    Random random(telling.seed, LeadStream, static_cast<quint64>(deal.index));
    QJsonObject lead = common(telling, deal, ResourceKind::SalesLead, leadId(deal.index));
    lead.insert(u"creationDate"_s, text(deal.created));
    lead.insert(u"type"_s, random.pick(types));
    lead.insert(u"productOffering"_s, offeringRef(deal));
    lead.insert(u"productSpecification"_s,
                ref(deal.offering->specificationId, deal.offering->specification, "ProductSpecification"_L1));
    lead.insert(u"prospectContact"_s, contactMedia(deal));
    lead.insert(u"validFor"_s, period(deal.created, deal.created.addDays(random.between(3, 9) * 30)));
    insertStatus(lead, random, deal.leadState, deal.leadChanged);
    insertNotes(lead, random, deal, deal.leadChanged);
    if (const qint64 opportunity = telling.layout.opportunityOfLead(deal.index); opportunity >= 0)
        lead.insert(u"salesOpportunity"_s,
                    resourceRef(ResourceKind::SalesOpportunity, opportunityId(opportunity), deal.project));
    return lead;
}

QJsonObject opportunityDocument(const Telling &telling, const Deal &deal, qint64 opportunity)
{
    Random random(telling.seed, OpportunityStream, static_cast<quint64>(opportunity));
    QJsonObject result = common(telling, deal, ResourceKind::SalesOpportunity, opportunityId(opportunity));
    result.insert(u"creationDate"_s, text(deal.leadChanged));
    result.insert(u"salesOpportunityType"_s, random.percent(70) ? u"newBusiness"_s : u"renewal"_s);
    result.insert(u"validFor"_s, period(deal.leadChanged, deal.leadChanged.addDays(random.between(4, 12) * 30)));
    insertStatus(result, random, deal.opportunityState, deal.opportunityChanged);
    insertNotes(result, random, deal, deal.opportunityChanged);
    result.insert(u"salesLead"_s, QJsonArray{resourceRef(ResourceKind::SalesLead, leadId(deal.index), deal.project)});
    result.insert(u"salesOpportunityItem"_s,
                  QJsonArray{QJsonObject{{u"id"_s, u"1"_s},
                                         {u"action"_s, u"add"_s},
                                         {u"salesOpportunityItemStatus"_s, toText(deal.opportunityState)},
                                         {u"productOffering"_s, offeringRef(deal)},
                                         {u"estimatedRevenue"_s, money(*deal.market, revenue(deal))}}});
    const auto [first, end] = telling.layout.quotesOfOpportunity(opportunity);
    QJsonArray quotes;
    for (qint64 quote = first; quote < end; ++quote)
        quotes.append(resourceRef(ResourceKind::Quote, quoteId(quote), deal.project));
    if (!quotes.isEmpty())
        result.insert(u"quote"_s, quotes);
    return result;
}

} // namespace salesbench::demo
