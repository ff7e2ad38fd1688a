// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/demo/demodocuments.h"

#include "models/domain/quotetotals.h"
#include "models/domain/resource.h"

#include <QJsonArray>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace salesbench::demo {

namespace {

using enum State;

enum Stream : quint64 { LeadStream = 11, OpportunityStream = 12, QuoteStream = 13 };

QString text(const QDateTime &time)
{
    return time.toString(Qt::ISODateWithMs);
}

QString path(ResourceKind kind, const QString &id)
{
    const ResourceType &type = resourceType(kind);
    return type.basePath + type.name + u'/' + id;
}

QJsonObject ref(const QString &id, const QString &name, QLatin1StringView type)
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"@referredType"_s, type}};
}

QJsonObject ref(const Entry &entry, QLatin1StringView type)
{
    return ref(entry.id, entry.name, type);
}

QJsonObject resourceRef(ResourceKind kind, const QString &id, const QString &name)
{
    QJsonObject result = ref(id, name, resourceType(kind).typeName);
    result.insert(u"href"_s, path(kind, id));
    return result;
}

QJsonObject period(const QDateTime &start, const QDateTime &end)
{
    return {{u"startDateTime"_s, text(start)}, {u"endDateTime"_s, text(end)}};
}

QJsonObject money(const Market &market, qint64 minor)
{
    return {{u"unit"_s, market.currency},
            {u"value"_s, static_cast<double>(minor) / std::pow(10.0, market.digits)}};
}

/// One-time and monthly price over a contract of 36 months, as a seller would guess it.
qint64 revenue(const Deal &deal)
{
    const qint64 euroCents = (deal.offering->oneTimeCents + 36 * deal.offering->monthlyCents) * deal.quantity;
    return localPrice(*deal.market, euroCents);
}

QJsonObject party(const QString &id, const QString &name, const QString &role, QLatin1StringView type)
{
    QJsonObject result = ref(id, name, type);
    result.insert(u"role"_s, role);
    return result;
}

QJsonArray parties(const Telling &telling, const Deal &deal)
{
    QJsonArray result{party(deal.companyId, deal.company, u"prospect"_s, "Organization"_L1)};
    for (const Contact &contact : deal.contacts)
        result.append(party(contact.id, contact.name, u"contact"_s, "Individual"_L1));
    if (deal.owner)
        result.append(party(deal.owner->partyId, deal.owner->name, telling.ownerRole, "Individual"_L1));
    return result;
}

QJsonObject medium(QLatin1StringView type, bool preferred, const QJsonObject &characteristic)
{
    return {{u"mediumType"_s, type}, {u"preferred"_s, preferred}, {u"characteristic"_s, characteristic}};
}

QJsonArray contactMedia(const Deal &deal)
{
    QJsonArray result;
    for (const Contact &contact : deal.contacts) {
        result.append(medium("email"_L1, result.isEmpty(),
                             {{u"contactType"_s, contact.title}, {u"emailAddress"_s, contact.email}}));
        result.append(medium("phone"_L1, false,
                             {{u"contactType"_s, contact.title}, {u"phoneNumber"_s, contact.phone}}));
    }
    result.append(medium("postal address"_L1, false,
                         {{u"city"_s, deal.market->cities[deal.city]},
                          {u"postCode"_s, deal.market->postCodes[deal.city]},
                          {u"country"_s, deal.market->country}}));
    return result;
}

QJsonObject note(const QString &id, const QString &author, const QDateTime &date, const QString &words)
{
    return {{u"id"_s, id}, {u"author"_s, author}, {u"date"_s, text(date)}, {u"text"_s, words}};
}

QJsonArray notes(Random &random, const Deal &deal, const QDateTime &until)
{
    static const QStringList all{
        u"Wants a second line for every site before winter."_s,
        u"The present contract ends in the coming quarter."_s,
        u"Asked for references in the same trade."_s,
        u"Budget is approved; the board signs above 100,000."_s,
        u"Prefers one bill for all sites."_s,
        u"Compares us with the present supplier, decides on service times."_s,
        u"Site survey is done, no digging needed."_s,
        u"Call back after the trade fair."_s,
    };
    QJsonArray result;
    const QString author = deal.owner ? deal.owner->name : team().constLast().name;
    const int count = random.below(4) - 1;
    const qint64 span = deal.created.secsTo(until);
    for (int i = 0; i < count; ++i) {
        const QDateTime date = deal.created.addSecs(span * (i + 1) / (count + 1));
        result.append(note(QString::number(i + 1), author, date, random.pick(all)));
    }
    return result;
}

QString nextStep(Random &random, State state)
{
    static const QStringList fresh{u"First call today"_s, u"Qualify"_s, u"Find the decider"_s, u"Check coverage"_s};
    static const QStringList open{u"Send proposal"_s,   u"Demo on Tuesday"_s, u"Compare offers"_s, u"Draft quote"_s,
                                  u"Workshop on site"_s, u"Call back at 15:00"_s, u"Legal reviewing"_s};
    static const QStringList waiting{u"Await site survey"_s, u"Budget in the new year"_s, u"Answer tender"_s};
    if (state == Acknowledged)
        return random.pick(fresh);
    if (state == InProgress || state == Approved)
        return random.pick(open);
    return state == Pending ? random.pick(waiting) : QString();
}

QString changeReason(Random &random, State state)
{
    static const QStringList rejected{u"No budget this year"_s, u"No spectrum at the site"_s,
                                      u"Stays with the present supplier"_s, u"Price above the competing offer"_s};
    static const QStringList cancelled{u"Duplicate"_s, u"Not reachable"_s, u"The company has closed the site"_s};
    if (state == Rejected)
        return random.pick(rejected);
    if (state == Cancelled)
        return random.pick(cancelled);
    return {};
}

void insertText(QJsonObject &document, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        document.insert(name, value);
}

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

namespace {

/// One priced line: the amounts are per unit and in minor units.
struct Line {
    const Offering *offering;
    int quantity;
    QLatin1StringView priceType;
    qint64 unit;
    int discount; ///< per cent, 0 for none
};

struct Sum {
    qint64 dutyFree = 0;
    qint64 taxIncluded = 0;
};

qint64 rounded(double minor)
{
    return static_cast<qint64>(std::round(minor));
}

QJsonObject priceOf(const Market &market, const Sum &sum)
{
    return {{u"taxRate"_s, market.taxRate},
            {u"dutyFreeAmount"_s, money(market, sum.dutyFree)},
            {u"taxIncludedAmount"_s, money(market, sum.taxIncluded)}};
}

QJsonObject typedPrice(QLatin1StringView priceType)
{
    QJsonObject result{{u"priceType"_s, priceType},
                       {u"name"_s, priceType == "recurring"_L1 ? u"Monthly charge"_s : u"Set-up"_s}};
    if (priceType == "recurring"_L1)
        result.insert(u"recurringChargePeriod"_s, u"month"_s);
    return result;
}

QJsonObject linePrice(const Market &market, const Line &line)
{
    QJsonObject result = typedPrice(line.priceType);
    const Sum unit{line.unit, line.unit + rounded(static_cast<double>(line.unit) * market.taxRate / 100)};
    result.insert(u"price"_s, priceOf(market, unit));
    if (line.discount > 0) {
        QJsonObject alteration = typedPrice(line.priceType);
        alteration.insert(u"name"_s, u"Volume discount"_s);
        alteration.insert(u"priority"_s, 1);
        alteration.insert(u"price"_s, QJsonObject{{u"percentage"_s, line.discount}});
        result.insert(u"priceAlteration"_s, QJsonArray{alteration});
    }
    return result;
}

QVector<Line> makeLines(Random &random, const Deal &deal)
{
    const Market &market = *deal.market;
    QVector<Line> result;
    const auto add = [&](const Offering &offering, int quantity, int discount) {
        if (offering.oneTimeCents > 0)
            result.append({&offering, quantity, "oneTime"_L1, localPrice(market, offering.oneTimeCents), 0});
        result.append({&offering, quantity, "recurring"_L1, localPrice(market, offering.monthlyCents), discount});
    };
    static constexpr std::array Discounts{0, 0, 5, 10, 12, 15};
    add(*deal.offering, deal.quantity, random.pick(Discounts));
    if (const Offering &extra = random.pick(offerings()); &extra != deal.offering && random.percent(60))
        add(extra, random.between(1, 6), 0);
    return result;
}

QJsonArray items(const Market &market, const QVector<Line> &lines, State state)
{
    // An item knows no final states of its own but rejected: it stays approved when the customer has accepted.
    const State itemState = state == Accepted ? Approved : state == Cancelled ? InProgress : state;
    QJsonArray result;
    for (qsizetype i = 0; i < lines.size();) {
        const Offering *offering = lines[i].offering;
        QJsonObject item{{u"id"_s, QString::number(result.size() + 1)},
                         {u"@type"_s, u"QuoteItem"_s},
                         {u"action"_s, u"add"_s},
                         {u"quantity"_s, lines[i].quantity},
                         {u"state"_s, toText(itemState)},
                         {u"productOffering"_s, ref(offering->id, offering->name, "ProductOffering"_L1)}};
        QJsonArray prices;
        for (; i < lines.size() && lines[i].offering == offering; ++i)
            prices.append(linePrice(market, lines[i]));
        item.insert(u"quoteItemPrice"_s, prices);
        result.append(item);
    }
    return result;
}

QJsonArray totals(const QJsonArray &items)
{
    Quote quote(QJsonObject{{u"quoteItem"_s, items}});
    if (const Result<QuoteTotals> sums = quoteTotals(quote.quoteItem()))
        quote.setQuoteTotalPrice(toQuoteTotalPrice(*sums));
    return quote.json().value("quoteTotalPrice"_L1).toArray();
}

/// The opportunity's outcome decides its last quote's; earlier ones of a won opportunity were rejected.
State quoteState(Random &random, const Deal &deal, bool last)
{
    switch (deal.opportunityState) {
    case Accepted:
        return last ? Accepted : Rejected;
    case Rejected:
        return Rejected;
    case Cancelled:
        return Cancelled;
    case Pending:
        return Pending;
    default:
        return random.percent(45) ? Approved : InProgress;
    }
}

} // namespace

QJsonObject quoteDocument(const Telling &telling, const Deal &deal, qint64 quote)
{
    Random random(telling.seed, QuoteStream, static_cast<quint64>(quote));
    const qint64 opportunity = telling.layout.opportunityOfQuote(quote);
    const bool last = quote + 1 == telling.layout.quotesOfOpportunity(opportunity).second;
    const State state = quoteState(random, deal, last);
    const QDateTime date = deal.leadChanged.addSecs(deal.leadChanged.secsTo(deal.opportunityChanged) / 3);
    const QJsonArray lines = items(*deal.market, makeLines(random, deal), state);
    QJsonObject result{
        {u"id"_s, quoteId(quote)},
        {u"href"_s, path(ResourceKind::Quote, quoteId(quote))},
        {u"@type"_s, u"Quote"_s},
        {u"description"_s, QString(deal.project + u" for "_s + deal.company)},
        {u"externalId"_s, QString(u"EXT-"_s + QString::number(70000 + quote))},
        {u"version"_s, u"1"_s},
        {u"state"_s, toText(state)},
        {u"category"_s, deal.offering->category},
        {u"quoteDate"_s, text(date)},
        {u"expectedFulfillmentStartDate"_s, text(date.addDays(random.between(3, 12) * 7))},
        {u"validFor"_s, period(date, date.addDays(random.between(2, 4) * 30))},
        {u"quoteItem"_s, lines},
        {u"quoteTotalPrice"_s, totals(lines)},
        {u"relatedParty"_s, parties(telling, deal)},
        {u"contactMedium"_s, contactMedia(deal)},
        {u"salesOpportunity"_s,
         resourceRef(ResourceKind::SalesOpportunity, opportunityId(opportunity), deal.project)},
    };
    QJsonArray written = notes(random, deal, deal.opportunityChanged);
    if (const QString reason = changeReason(random, state); !reason.isEmpty()) {
        const QString author = deal.owner ? deal.owner->name : team().constLast().name;
        written.append(note(QString::number(written.size() + 1), author, deal.opportunityChanged, reason));
    }
    if (!written.isEmpty())
        result.insert(u"note"_s, written);
    insertText(result, "nextStep"_L1, nextStep(random, state));
    return result;
}

} // namespace salesbench::demo
