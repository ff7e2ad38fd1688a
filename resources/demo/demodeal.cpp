// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/demo/demodeal.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace salesbench::demo {

namespace {

using enum State;

constexpr qint64 Minute = 60'000;
constexpr qint64 Day = 24 * 60 * Minute;
/// The oldest lead. Ages grow with a power of the distance from the newest one: most leads are recent.
constexpr double OldestDays = 240;
constexpr double AgePower = 1.6;

enum Stream : quint64 { DealStream = 1, AgeStream = 2 };

struct Weight {
    State state;
    int weight;
};

template<size_t N>
State choose(Random &random, const std::array<Weight, N> &weights)
{
    int total = 0;
    for (const Weight &entry : weights)
        total += entry.weight;
    int drawn = random.below(total);
    for (const Weight &entry : weights) {
        if ((drawn -= entry.weight) < 0)
            return entry.state;
    }
    return weights.back().state;
}

constexpr std::array FreshLead{Weight{Acknowledged, 80}, Weight{InProgress, 20}};
constexpr std::array OpenLead{Weight{Acknowledged, 26}, Weight{InProgress, 42}, Weight{Pending, 14},
                              Weight{Rejected, 11}, Weight{Cancelled, 7}};
constexpr std::array QuotedOpportunity{Weight{InProgress, 46}, Weight{Pending, 14}, Weight{Accepted, 22},
                                       Weight{Rejected, 12}, Weight{Cancelled, 6}};
// What was never quoted cannot have been won.
constexpr std::array UnquotedOpportunity{Weight{Acknowledged, 45}, Weight{InProgress, 35}, Weight{Pending, 10},
                                         Weight{Rejected, 5}, Weight{Cancelled, 5}};

double ageInDays(const DealSource &source, qint64 lead)
{
    Random random(source.seed, AgeStream, static_cast<quint64>(lead));
    const auto place = static_cast<double>(source.layout.leads() - 1 - lead) + random.fraction();
    const double age = std::pow(place / static_cast<double>(source.layout.leads()), AgePower) * OldestDays;
    return age + 0.02; // nothing is younger than half an hour
}

QString asciiLetters(const QString &text)
{
    const QString bare = text.normalized(QString::NormalizationForm_D).toLower();
    QString result;
    for (QChar c : bare) {
        if (c.unicode() < 128 && c.isLetter())
            result += c;
    }
    return result;
}

const QStringList &titles()
{
    static const QStringList all{u"Head of IT"_s,        u"Network manager"_s,   u"Purchasing"_s,
                                 u"Chief operations officer"_s, u"Facility manager"_s,  u"Finance director"_s,
                                 u"IT architect"_s,      u"Managing director"_s};
    return all;
}

QVector<Contact> makeContacts(Random &random, const Deal &deal)
{
    const QString domain = asciiLetters(deal.company) + u".example."_s + deal.market->domain;
    QVector<Contact> result;
    const int count = random.percent(35) ? 2 : 1;
    for (int i = 0; i < count; ++i) {
        const QString first = random.pick(deal.market->firstNames);
        const QString last = random.pick(deal.market->lastNames);
        result.append({.id = u"CT-"_s + QString::number(deal.index * 2 + i + 1),
                       .name = first + u' ' + last,
                       .title = random.pick(titles()),
                       .email = asciiLetters(first) + u'.' + asciiLetters(last) + u'@' + domain,
                       .phone = deal.market->phone + u' ' + QString::number(random.between(20, 99)) + u" 555 "_s
                           + QString::number(random.between(1000, 9999))});
    }
    return result;
}

void makeProspect(Random &random, Deal &deal)
{
    deal.market = &random.pick(markets());
    const int firm = random.below(static_cast<int>(deal.market->firms.size()));
    const int trade = random.below(static_cast<int>(trades().size()));
    deal.company = deal.market->firms[firm] + u' ' + trades()[trade].name;
    const auto market = static_cast<int>(deal.market - markets().constData());
    deal.companyId = u"OR-"_s + QString::number((market + 1) * 10000 + firm * 100 + trade);
    deal.segment = &segments()[trades()[trade].segment];
    deal.city = random.below(static_cast<int>(deal.market->cities.size()));
    deal.contacts = makeContacts(random, deal);
}

void makeWish(Random &random, Deal &deal)
{
    deal.offering = &random.pick(offerings());
    const bool many = deal.offering->monthlyCents < 2000;
    deal.quantity = many ? random.between(4, 60) * 10 : random.between(1, 24);
    if (deal.offering->monthlyCents > 500000)
        deal.quantity = random.between(1, 3);
    deal.project = random.pick(deal.offering->projects);
    if (random.percent(45) && deal.quantity > 1)
        deal.project += u" for "_s + QString::number(deal.quantity) + u' ' + deal.offering->site;
    else if (random.percent(60))
        deal.project += u", "_s + deal.market->cities[deal.city];
    deal.campaign = random.percent(82) ? &random.pick(campaigns()) : nullptr;
    deal.channel = &random.pick(channels());
    const int heat = random.below(100);
    deal.rating = heat < 28 ? u"hot"_s : heat < 70 ? u"warm"_s : u"cold"_s;
    const int urgency = random.below(100);
    deal.priority = urgency < 25 ? u"high"_s : urgency < 72 ? u"medium"_s : u"low"_s;
}

void makeStates(Random &random, const DealSource &source, Deal &deal, double age)
{
    const qint64 opportunity = source.layout.opportunityOfLead(deal.index);
    if (opportunity >= 0) {
        deal.leadState = Accepted;
        const auto [first, end] = source.layout.quotesOfOpportunity(opportunity);
        deal.opportunityState = first < end ? choose(random, QuotedOpportunity) : choose(random, UnquotedOpportunity);
    } else {
        deal.leadState = age < 2 ? choose(random, FreshLead) : choose(random, OpenLead);
        deal.opportunityState = Acknowledged;
    }
}

void makeDates(Random &random, const DealSource &source, Deal &deal, double age)
{
    // Whole seconds: the pictures and the files stay readable.
    const qint64 now = source.now.toMSecsSinceEpoch() / 1000 * 1000;
    const qint64 span = static_cast<qint64>(age * Day) / 1000 * 1000;
    const auto after = [&](double part) {
        return QDateTime::fromMSecsSinceEpoch(now - span + static_cast<qint64>(part * double(span)) / 1000 * 1000, Qt::UTC);
    };
    deal.created = after(0);
    const double first = 0.1 + random.fraction() * 0.4;
    deal.leadChanged = deal.leadState == Acknowledged ? deal.created : after(first);
    const double second = first + 0.05 + random.fraction() * (0.9 - first);
    deal.opportunityChanged = deal.opportunityState == Acknowledged ? deal.leadChanged : after(second);
}

void makeOwner(Random &random, Deal &deal)
{
    // Whoever has begun a lead owns it; of the untouched ones some wait to be handed out or claimed.
    const bool untouched = deal.leadState == Acknowledged || deal.leadState == Cancelled;
    const int nobody = untouched ? 45 : 0;
    const int representative = random.percent(85) ? deal.market->representative
                                                  : random.below(static_cast<int>(team().size()) - 1);
    deal.owner = random.percent(nobody) ? nullptr : &team()[representative];
}

QString numbered(const QString &prefix, qint64 index)
{
    return prefix + QString::number(index + 1).rightJustified(4, u'0');
}

} // namespace

Layout::Layout(qint64 leads, qint64 opportunities, qint64 quotes)
    : m_leads(qMax<qint64>(leads, 0))
    , m_opportunities(qBound<qint64>(0, opportunities, m_leads))
    , m_quotes(m_opportunities > 0 ? qMax<qint64>(quotes, 0) : 0)
    , m_oldLeads(qMax(m_opportunities, m_leads - m_leads / 12))
{
}

qint64 Layout::leadOfOpportunity(qint64 opportunity) const
{
    return opportunity * m_oldLeads / m_opportunities;
}

qint64 Layout::opportunityOfQuote(qint64 quote) const
{
    return quote * m_opportunities / m_quotes;
}

qint64 Layout::opportunityOfLead(qint64 lead) const
{
    if (m_opportunities == 0 || lead >= m_oldLeads)
        return -1;
    const qint64 candidate = (lead * m_opportunities + m_oldLeads - 1) / m_oldLeads;
    return candidate < m_opportunities && leadOfOpportunity(candidate) == lead ? candidate : -1;
}

std::pair<qint64, qint64> Layout::quotesOfOpportunity(qint64 opportunity) const
{
    if (m_quotes == 0)
        return {0, 0};
    const auto firstOf = [this](qint64 index) { return (index * m_quotes + m_opportunities - 1) / m_opportunities; };
    return {firstOf(opportunity), firstOf(opportunity + 1)};
}

QString leadId(qint64 index)
{
    return numbered(u"SL-"_s, index);
}

QString opportunityId(qint64 index)
{
    return numbered(u"SO-"_s, index);
}

QString quoteId(qint64 index)
{
    return numbered(u"QU-"_s, index);
}

Deal makeDeal(const DealSource &source, qint64 lead)
{
    Random random(source.seed, DealStream, static_cast<quint64>(lead));
    const double age = ageInDays(source, lead);
    Deal deal{};
    deal.index = lead;
    makeProspect(random, deal);
    makeWish(random, deal);
    makeStates(random, source, deal, age);
    makeDates(random, source, deal, age);
    makeOwner(random, deal);
    return deal;
}

qint64 localPrice(const Market &market, qint64 euroCents)
{
    const double minorPerCent = market.perEuro * std::pow(10.0, market.digits - 2);
    const double raw = static_cast<double>(euroCents) * minorPerCent;
    // Three significant digits, as on a price list.
    const double step = raw < 1000 ? 1 : std::pow(10.0, std::floor(std::log10(raw)) - 2);
    return static_cast<qint64>(std::round(raw / step) * step);
}

} // namespace salesbench::demo
