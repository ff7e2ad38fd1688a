// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lifecycle.h"
#include "resources/demo/democatalogue.h"
#include "resources/demo/demorandom.h"

#include <QDateTime>

namespace salesbench::demo {

/// How many documents there are of each kind, and which of them belong together.
class Layout {
public:
    Layout(qint64 leads, qint64 opportunities, qint64 quotes);

    qint64 leads() const { return m_leads; }
    qint64 opportunities() const { return m_opportunities; }
    qint64 quotes() const { return m_quotes; }

    qint64 leadOfOpportunity(qint64 opportunity) const;
    qint64 opportunityOfQuote(qint64 quote) const;
    /// -1 where the lead has become none.
    qint64 opportunityOfLead(qint64 lead) const;
    /// Half open; empty where there is none.
    std::pair<qint64, qint64> quotesOfOpportunity(qint64 opportunity) const;

private:
    qint64 m_leads;
    qint64 m_opportunities;
    qint64 m_quotes;
    qint64 m_oldLeads; ///< only these have become opportunities: the newest have had no time for it
};

QString leadId(qint64 index);
QString opportunityId(qint64 index);
QString quoteId(qint64 index);

/// A person at the prospect.
struct Contact {
    QString id;
    QString name;
    QString title;
    QString email;
    QString phone;
};

/// The story behind one lead and what became of it: lead, opportunity and quotes are told from it.
struct Deal {
    qint64 index;
    const Market *market;
    const Offering *offering;
    const Entry *campaign; ///< may be null
    const Entry *channel;
    const Entry *segment;
    const Person *owner; ///< null: nobody's
    QString company;
    QString companyId;
    QString project;
    int city;
    int quantity;
    QVector<Contact> contacts;
    QString rating;
    QString priority;
    QDateTime created;
    QDateTime leadChanged;
    QDateTime opportunityChanged;
    State leadState;
    State opportunityState;
};

struct DealSource {
    quint64 seed;
    QDateTime now;
    const Layout &layout;
};

/// Every deal can be made without the others.
Deal makeDeal(const DealSource &source, qint64 lead);

/// An amount for @p quantity units in the market's minor units, rounded as a price list would.
qint64 localPrice(const Market &market, qint64 euroCents);

} // namespace salesbench::demo
