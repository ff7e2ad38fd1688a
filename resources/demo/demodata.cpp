// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/demo/demodata.h"

#include "resources/demo/demodocuments.h"

namespace salesbench {

DemoData::Options DemoData::Options::forLeads(int leads, const QDateTime &now)
{
    Options result;
    result.now = now;
    const auto share = [&](int part) { return static_cast<int>(qint64(leads) * part / result.leads); };
    result.opportunities = share(result.opportunities);
    result.quotes = share(result.quotes);
    result.leads = leads;
    return result;
}

DemoData::DemoData(Options options)
    : m_options(std::move(options))
    , m_layout(m_options.leads, m_options.opportunities, m_options.quotes)
{
}

qint64 DemoData::count(ResourceKind kind) const
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return m_layout.leads();
    case ResourceKind::SalesOpportunity:
        return m_layout.opportunities();
    case ResourceKind::Quote:
        return m_layout.quotes();
    }
    return 0;
}

QJsonObject DemoData::document(ResourceKind kind, qint64 index) const
{
    const demo::DealSource source{m_options.seed, m_options.now, m_layout};
    const demo::Telling telling{m_options.seed, m_options.ownerRole, m_layout};
    switch (kind) {
    case ResourceKind::SalesLead:
        return demo::leadDocument(telling, demo::makeDeal(source, index));
    case ResourceKind::SalesOpportunity:
        return demo::opportunityDocument(telling, demo::makeDeal(source, m_layout.leadOfOpportunity(index)), index);
    case ResourceKind::Quote: {
        const qint64 lead = m_layout.leadOfOpportunity(m_layout.opportunityOfQuote(index));
        return demo::quoteDocument(telling, demo::makeDeal(source, lead), index);
    }
    }
    return {};
}

void DemoData::visit(const std::function<bool(ResourceKind, const QJsonObject &)> &take) const
{
    for (const ResourceType &type : resourceTypes()) {
        for (qint64 index = 0; index < count(type.kind); ++index) {
            if (!take(type.kind, document(type.kind, index)))
                return;
        }
    }
}

} // namespace salesbench
