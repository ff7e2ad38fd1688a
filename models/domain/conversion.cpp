// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/conversion.h"

#include "models/domain/move.h"
#include "models/domain/quotetotals.h"
#include "models/domain/saleslead.h"
#include "models/domain/salesopportunity.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct ConversionText {
    Q_DECLARE_TR_FUNCTIONS(Conversion)
};

/// Nothing where @p record is of @p kind and not being deleted.
std::optional<Problem> objection(const Record &record, ResourceKind kind)
{
    if (record.kind != kind)
        return Problem{Problem::Kind::BadInput,
                       ConversionText::tr("This step is not meant for that kind of document."),
                       {}};
    if (record.deleted)
        return Problem{Problem::Kind::NotAllowed, ConversionText::tr("The document is being deleted."), {}};
    return {};
}

Edit create(ResourceKind kind, const QString &id, const QJsonObject &document)
{
    return {.op = Edit::Op::Create, .kind = kind, .id = id, .content = document};
}

Edit update(const Record &record, const QJsonObject &patch)
{
    return {.op = Edit::Op::Update, .kind = record.kind, .id = record.localId, .content = patch};
}

EntityRef refTo(ResourceKind kind, const QString &localId, const QString &name)
{
    EntityRef result;
    result.setId(localId);
    result.setName(name);
    result.setAtReferredType(resourceType(kind).typeName);
    return result;
}

EntityRef refTo(const Record &record)
{
    return refTo(record.kind, record.localId, nameOf(record.kind, record.local));
}

/// Copied as they stand, with what the server added inside them.
QJsonObject taken(const QJsonObject &document, std::initializer_list<QLatin1StringView> attributes)
{
    QJsonObject result;
    for (QLatin1StringView attribute : attributes) {
        const QJsonValue value = document.value(attribute);
        if (!value.isNull() && !value.isUndefined())
            result.insert(attribute, value);
    }
    return result;
}

/// What the document has in @p list, and @p ref behind it.
QJsonObject linkPatch(const Record &record, QLatin1StringView list, const EntityRef &ref)
{
    QJsonArray links = record.local.value(list).toArray();
    links.append(ref.json());
    return {{list, links}};
}

// Lead to opportunity -----------------------------------------------------------------------------------

QVector<SalesOpportunityItem> itemsOf(const SalesLead &lead)
{
    if (lead.productOffering().isEmpty() && lead.product().isEmpty())
        return {};
    SalesOpportunityItem item;
    item.setId(u"1"_s);
    item.setAction(u"add"_s);
    item.setSalesOpportunityItemStatus(toText(opportunityLifecycle().initial()));
    item.setProduct(lead.product());
    item.setProductOffering(lead.productOffering());
    item.setEstimatedRevenue(lead.estimatedRevenue());
    return {item};
}

QJsonObject opportunityFrom(const Record &lead, const QDateTime &now)
{
    SalesOpportunity result(taken(lead.local,
                                  {"name"_L1, "description"_L1, "referredDate"_L1, "rating"_L1, "priority"_L1,
                                   "estimatedRevenue"_L1, "category"_L1, "channel"_L1, "marketSegment"_L1,
                                   "marketingCampaign"_L1, "relatedParty"_L1, "prospectContact"_L1}));
    const ResourceType &type = resourceType(ResourceKind::SalesOpportunity);
    result.setAtType(type.typeName);
    result.setStatus(toText(type.lifecycle.initial()));
    result.setCreationDate(now);
    result.setStatusChangeDate(now);
    result.setSalesLead({refTo(lead)});
    result.setSalesOpportunityItem(itemsOf(SalesLead(lead.local)));
    return result.json();
}

// Opportunity to quote ----------------------------------------------------------------------------------

QVector<QuotePrice> pricesFrom(const std::optional<Money> &revenue)
{
    if (!revenue)
        return {};
    Price amount;
    amount.setDutyFreeAmount(revenue);
    QuotePrice price;
    price.setPriceType(u"oneTime"_s);
    price.setPrice(amount);
    return {price};
}

QuoteItem lineFrom(const SalesOpportunityItem &item, qsizetype index, const std::optional<Money> &revenue)
{
    QuoteItem line;
    line.setId(QString::number(index + 1));
    line.setAction(item.action().isEmpty() ? u"add"_s : item.action());
    line.setQuantity(1);
    line.setState(toText(quoteItemLifecycle().initial()));
    line.setProduct(ProductRefOrValue(item.product().json()));
    line.setProductOffering(item.productOffering());
    line.setQuoteItemPrice(pricesFrom(revenue));
    return line;
}

/// A quote needs a line, so an opportunity without items becomes one to fill in.
QVector<QuoteItem> linesFrom(const SalesOpportunity &opportunity)
{
    QVector<SalesOpportunityItem> items = opportunity.salesOpportunityItem();
    if (items.isEmpty())
        items.append(SalesOpportunityItem());
    QVector<QuoteItem> result;
    for (const SalesOpportunityItem &item : std::as_const(items)) {
        const std::optional<Money> whole = items.size() == 1 ? opportunity.estimatedRevenue() : std::nullopt;
        result.append(
            lineFrom(item, result.size(), item.estimatedRevenue() ? item.estimatedRevenue() : whole));
    }
    return result;
}

Result<QJsonObject> finishedQuote(Quote quote, const QVector<QuoteItem> &lines, const QDateTime &now)
{
    const Result<QuoteTotals> totals = quoteTotals(lines);
    if (!totals)
        return tl::unexpected(totals.error());
    quote.setAtType(resourceType(ResourceKind::Quote).typeName);
    quote.setState(toText(quoteLifecycle().initial()));
    quote.setQuoteDate(now);
    quote.setQuoteItem(lines);
    quote.setQuoteTotalPrice(toQuoteTotalPrice(*totals));
    return quote.json();
}

Result<QJsonObject> quoteFrom(const Record &record, const QDateTime &now)
{
    const SalesOpportunity opportunity(record.local);
    Quote result(taken(record.local, {"relatedParty"_L1}));
    result.setDescription(opportunity.name());
    result.setCategory(opportunity.category().name());
    result.setVersion(u"1"_s);
    result.setContactMedium(opportunity.prospectContact());
    result.setSalesOpportunity(refTo(record));
    return finishedQuote(result, linesFrom(opportunity), now);
}

// The next version --------------------------------------------------------------------------------------

/// "1" → "2", "v9" → "v10"; the first was 1 where nothing is said.
QString following(const QString &version)
{
    qsizetype digits = version.size();
    while (digits > 0 && version[digits - 1].isDigit())
        --digits;
    const QString number = version.mid(digits);
    return version.left(digits) + QString::number(number.isEmpty() ? 2 : number.toLongLong() + 1);
}

QVector<QuoteItem> reopened(QVector<QuoteItem> lines)
{
    for (QuoteItem &line : lines) {
        line.setState(toText(quoteItemLifecycle().initial()));
        line.setQuoteItem(reopened(line.quoteItem()));
    }
    return lines;
}

Result<QJsonObject> followingQuote(const Record &record, const QDateTime &now)
{
    const Quote former(record.local);
    Quote result(taken(record.local,
                       {"description"_L1, "category"_L1, "externalId"_L1, "agreement"_L1, "billingAccount"_L1,
                        "contactMedium"_L1, "expectedFulfillmentStartDate"_L1,
                        "productOfferingQualification"_L1, "relatedParty"_L1, "salesOpportunity"_L1}));
    result.setVersion(following(former.version()));
    if (former.externalId().isEmpty())
        result.setExternalId(record.serverId.isEmpty() ? record.localId : record.serverId);
    return finishedQuote(result, reopened(former.quoteItem()), now);
}

} // namespace

Result<Change> acceptLead(const Record &lead, const QString &reason, const Surroundings &surroundings)
{
    if (const auto problem = objection(lead, ResourceKind::SalesLead))
        return tl::unexpected(*problem);
    Result<QJsonObject> patch = movePatch(lead, State::Accepted, {reason, {}}, surroundings);
    if (!patch)
        return notAllowed(ConversionText::tr("A lead can be accepted only while it is in progress."));
    if (nameOf(lead.kind, lead.local).isEmpty())
        return tl::unexpected(
            Problem{Problem::Kind::BadInput, ConversionText::tr("Give the lead a name first."), {}});
    Change change{ConversionText::tr("Accept “%1” as an opportunity").arg(nameOf(lead.kind, lead.local)), {}};
    if (SalesLead(lead.local).salesOpportunity().isEmpty()) {
        const QString id = surroundings.newId();
        change.edits.append(
            create(ResourceKind::SalesOpportunity, id, opportunityFrom(lead, surroundings.now())));
        patch->insert("salesOpportunity"_L1,
                      refTo(ResourceKind::SalesOpportunity, id, nameOf(lead.kind, lead.local)).json());
    }
    change.edits.append(update(lead, *patch));
    return change;
}

Result<Change> makeQuote(const Record &opportunity, const Surroundings &surroundings)
{
    if (const auto problem = objection(opportunity, ResourceKind::SalesOpportunity))
        return tl::unexpected(*problem);
    const std::optional<State> state = stateOf(opportunity.kind, opportunity.local);
    if (state == State::Rejected || state == State::Cancelled)
        return notAllowed(ConversionText::tr("An opportunity that is lost or cancelled gets no quote."));
    const Result<QJsonObject> quote = quoteFrom(opportunity, surroundings.now());
    if (!quote)
        return tl::unexpected(quote.error());
    const QString id = surroundings.newId();
    const EntityRef link = refTo(ResourceKind::Quote, id, nameOf(opportunity.kind, opportunity.local));
    return Change{
        ConversionText::tr("Make a quote for “%1”").arg(nameOf(opportunity.kind, opportunity.local)),
        {create(ResourceKind::Quote, id, *quote),
         update(opportunity, linkPatch(opportunity, "quote"_L1, link))}};
}

Result<Change> nextQuoteVersion(const Record &quote, const Record *opportunity,
                                const Surroundings &surroundings)
{
    if (const auto problem = objection(quote, ResourceKind::Quote))
        return tl::unexpected(*problem);
    if (stateOf(quote.kind, quote.local) != State::Rejected)
        return notAllowed(
            ConversionText::tr("A new version can be made only of a quote that the customer has rejected."));
    const Result<QJsonObject> next = followingQuote(quote, surroundings.now());
    if (!next)
        return tl::unexpected(next.error());
    const QString id = surroundings.newId();
    const QString version = next->value("version"_L1).toString();
    Change change{
        ConversionText::tr("Start version %1 of “%2”").arg(version, nameOf(quote.kind, quote.local)),
        {create(ResourceKind::Quote, id, *next)}};
    if (opportunity) {
        const EntityRef link = refTo(ResourceKind::Quote, id, nameOf(quote.kind, quote.local));
        change.edits.append(update(*opportunity, linkPatch(*opportunity, "quote"_L1, link)));
    }
    return change;
}

} // namespace salesbench
