// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/servedresource.h"

#include "models/domain/quotetotals.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// Amounts that cannot be added exactly give no totals rather than wrong ones.
void computeTotals(QJsonObject &document)
{
    Quote quote(document);
    const Result<QuoteTotals> totals = quoteTotals(quote.quoteItem());
    quote.setQuoteTotalPrice(totals ? toQuoteTotalPrice(*totals) : QVector<QuotePrice>());
    document = quote.json();
}

} // namespace

const QVector<ServedResource> &servedResources()
{
    static const QVector<ServedResource> all{
        {.type = resourceType(ResourceKind::SalesLead),
         .ignored = {"statusChangeDate"_L1},
         .items = {},
         .versions = {},
         .needsInformation = {},
         .compute = nullptr},
        {.type = resourceType(ResourceKind::SalesOpportunity),
         .ignored = {"statusChangeDate"_L1},
         .items = ServedItems{"salesOpportunityItem"_L1, "salesOpportunityItemStatus"_L1,
                              opportunityLifecycle(), false},
         .versions = {},
         .needsInformation = {},
         .compute = nullptr},
        {.type = resourceType(ResourceKind::Quote),
         .ignored = {"quoteDate"_L1, "quoteTotalPrice"_L1},
         .items = ServedItems{"quoteItem"_L1, "state"_L1, quoteItemLifecycle(), true},
         .versions = ServedVersions{"externalId"_L1, "version"_L1, State::Rejected},
         .needsInformation = State::Pending,
         .compute = computeTotals},
    };
    return all;
}

const ServedResource &servedResource(ResourceKind kind)
{
    return servedResources().at(static_cast<qsizetype>(kind));
}

} // namespace salesbench
