// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/demo/demoparts.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace salesbench::demo {

using enum State;

namespace {

QJsonObject party(const QString &id, const QString &name, const QString &role, QLatin1StringView type)
{
    QJsonObject result = ref(id, name, type);
    result.insert(u"role"_s, role);
    return result;
}

QJsonObject medium(QLatin1StringView type, bool preferred, const QJsonObject &characteristic)
{
    return {{u"mediumType"_s, type}, {u"preferred"_s, preferred}, {u"characteristic"_s, characteristic}};
}

} // namespace

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

qint64 revenue(const Deal &deal)
{
    const qint64 euroCents = (deal.offering->oneTimeCents + 36 * deal.offering->monthlyCents) * deal.quantity;
    return localPrice(*deal.market, euroCents);
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
    static const QStringList fresh{u"First call today"_s, u"Qualify"_s, u"Find the decider"_s,
                                   u"Check coverage"_s};
    static const QStringList open{u"Send proposal"_s,  u"Demo on Tuesday"_s,  u"Compare offers"_s,
                                  u"Draft quote"_s,    u"Workshop on site"_s, u"Call back at 15:00"_s,
                                  u"Legal reviewing"_s};
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
                                      u"Stays with the present supplier"_s,
                                      u"Price above the competing offer"_s};
    static const QStringList cancelled{u"Duplicate"_s, u"Not reachable"_s,
                                       u"The company has closed the site"_s};
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

} // namespace salesbench::demo
