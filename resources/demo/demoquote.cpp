// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/quotetotals.h"
#include "resources/demo/demoparts.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace salesbench::demo {

using enum State;

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
        result.append(
            {&offering, quantity, "recurring"_L1, localPrice(market, offering.monthlyCents), discount});
    };
    static constexpr std::array Discounts{0, 0, 5, 10, 12, 15};
    add(*deal.offering, deal.quantity, random.pick(Discounts));
    if (const Offering &extra = random.pick(offerings()); &extra != deal.offering && random.percent(60))
        add(extra, random.between(1, 6), 0);
    return result;
}

QJsonArray items(const Market &market, const QVector<Line> &lines, State state)
{
    // An item knows no final states of its own but rejected: it stays approved when the customer has
    // accepted.
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
