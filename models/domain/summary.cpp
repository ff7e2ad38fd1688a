// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/summary.h"

#include "models/domain/face.h"

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr std::array FieldNames{
    "name"_L1,       "prospect"_L1,   "status"_L1,  "rating"_L1,    "priority"_L1, "offering"_L1,
    "amount"_L1,     "currency"_L1,   "ownerId"_L1, "ownerName"_L1, "campaign"_L1, "channel"_L1,
    "segment"_L1,    "category"_L1,   "type"_L1,    "nextStep"_L1,  "created"_L1,  "statusChanged"_L1,
    "validUntil"_L1, "externalId"_L1, "version"_L1,
};
static_assert(FieldNames.size() == FieldCount);

struct TextSource {
    Field field;
    QLatin1StringView attribute;
};

// The same in every resource: an attribute that is absent stays a null.
constexpr std::array Texts{
    TextSource{Field::Rating, "rating"_L1},     TextSource{Field::Priority, "priority"_L1},
    TextSource{Field::NextStep, "nextStep"_L1}, TextSource{Field::ExternalId, "externalId"_L1},
    TextSource{Field::Version, "version"_L1},
};
constexpr std::array RefNames{
    TextSource{Field::Offering, "productOffering"_L1}, TextSource{Field::Campaign, "marketingCampaign"_L1},
    TextSource{Field::Channel, "channel"_L1},          TextSource{Field::Segment, "marketSegment"_L1},
    TextSource{Field::Category, "category"_L1},
};

QVariant text(const QJsonValue &value)
{
    const QString result = json::toText(value);
    return result.isEmpty() ? QVariant() : QVariant(result);
}

QVariant refName(const QJsonValue &value)
{
    return text(value.toObject().value("name"_L1));
}

QVariant instant(const QJsonValue &value)
{
    const QDateTime date = json::toDateTime(value);
    return date.isValid() ? QVariant(date.toMSecsSinceEpoch()) : QVariant();
}

bool isProspect(const QString &role)
{
    return role.compare("prospect"_L1, Qt::CaseInsensitive) == 0
        || role.compare("customer"_L1, Qt::CaseInsensitive) == 0;
}

void readParties(Summary &summary, const QJsonArray &parties, const QString &ownerRole)
{
    for (const QJsonValue &value : parties) {
        const QJsonObject party = value.toObject();
        const QString role = party.value("role"_L1).toString();
        if (role == ownerRole && summary.value(Field::OwnerId).isNull()) {
            summary.setValue(Field::OwnerId, text(party.value("id"_L1)));
            summary.setValue(Field::OwnerName, text(party.value("name"_L1)));
        } else if (isProspect(role) && summary.value(Field::Prospect).isNull()) {
            summary.setValue(Field::Prospect, text(party.value("name"_L1)));
        }
    }
}

void readMoney(Summary &summary, const QJsonObject &money)
{
    const std::optional<double> value = json::toNumber(money.value("value"_L1));
    const QVariant unit = text(money.value("unit"_L1));
    if (!value || unit.isNull())
        return;
    summary.setValue(Field::Amount, *value);
    summary.setValue(Field::Currency, unit);
}

QJsonObject totalAmount(const QJsonObject &total)
{
    const QJsonObject price = total.value("price"_L1).toObject();
    const QJsonObject taxed = price.value("taxIncludedAmount"_L1).toObject();
    return taxed.isEmpty() ? price.value("dutyFreeAmount"_L1).toObject() : taxed;
}

/// What the first period costs: one-time and recurring totals of the first one's currency together.
void readTotals(Summary &summary, const QJsonArray &totals)
{
    QString currency;
    qint64 minor = 0;
    for (const QJsonValue &total : totals) {
        const std::optional<Money> money = Money::fromJson(totalAmount(total.toObject()));
        if (!money || (!currency.isEmpty() && money->currency() != currency))
            continue;
        currency = money->currency();
        minor += money->minor();
    }
    if (!currency.isEmpty())
        readMoney(summary, Money(minor, currency).toJson());
}

void readQuote(Summary &summary, const QJsonObject &document)
{
    const QJsonObject line = document.value("quoteItem"_L1).toArray().first().toObject();
    const QVariant offering = refName(line.value("productOffering"_L1));
    summary.setValue(Field::Offering, offering.isNull() ? refName(line.value("product"_L1)) : offering);
    summary.setValue(Field::Category, text(document.value("category"_L1)));
    readTotals(summary, document.value("quoteTotalPrice"_L1).toArray());
}

void readSales(Summary &summary, ResourceKind kind, const QJsonObject &document)
{
    for (const TextSource &source : RefNames)
        summary.setValue(source.field, refName(document.value(source.attribute)));
    const QLatin1StringView type = kind == ResourceKind::SalesLead ? "type"_L1 : "salesOpportunityType"_L1;
    summary.setValue(Field::Type, text(document.value(type)));
    readMoney(summary, document.value("estimatedRevenue"_L1).toObject());
    if (kind != ResourceKind::SalesOpportunity || !summary.value(Field::Offering).isNull())
        return;
    const QJsonObject item = document.value("salesOpportunityItem"_L1).toArray().first().toObject();
    summary.setValue(Field::Offering, refName(item.value("productOffering"_L1)));
}

void collectText(QStringList &words, const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            collectText(words, element);
        return;
    }
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    for (QLatin1StringView name : {"name"_L1, "text"_L1, "description"_L1}) {
        const QString found = json::toText(object.value(name));
        if (!found.isEmpty())
            words.append(found);
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isObject() || it.value().isArray())
            collectText(words, it.value());
    }
}

void collectContacts(QStringList &words, const QJsonArray &contacts)
{
    for (const QJsonValue &contact : contacts) {
        const QJsonObject characteristic = contact.toObject().value("characteristic"_L1).toObject();
        for (auto it = characteristic.begin(); it != characteristic.end(); ++it) {
            const QString found = it.key().startsWith(u'@') ? QString() : json::toText(it.value());
            if (!found.isEmpty())
                words.append(found);
        }
    }
}

} // namespace

Summary summarize(ResourceKind kind, const QJsonObject &document, const QString &ownerRole)
{
    const ResourceType &type = resourceType(kind);
    Summary summary;
    summary.setValue(Field::Name, text(document.value(type.nameAttribute)));
    summary.setValue(Field::Status, text(document.value(type.stateAttribute)));
    summary.setValue(Field::Created, instant(document.value(type.creationDateAttribute)));
    if (!type.changeDateAttribute.isEmpty())
        summary.setValue(Field::StatusChanged, instant(document.value(type.changeDateAttribute)));
    summary.setValue(Field::ValidUntil,
                     instant(document.value("validFor"_L1).toObject().value("endDateTime"_L1)));
    for (const TextSource &source : Texts)
        summary.setValue(source.field, text(document.value(source.attribute)));
    readParties(summary, document.value("relatedParty"_L1).toArray(), ownerRole);
    if (kind == ResourceKind::Quote)
        readQuote(summary, document);
    else
        readSales(summary, kind, document);
    return summary;
}

QLatin1StringView fieldName(Field field)
{
    return FieldNames[static_cast<size_t>(field)];
}

std::optional<Field> fieldFromName(QAnyStringView name)
{
    for (size_t i = 0; i < FieldNames.size(); ++i) {
        if (name == FieldNames[i])
            return static_cast<Field>(i);
    }
    return {};
}

// The walk finds the words of every kind of document alike.
QString searchText(ResourceKind, const QJsonObject &document)
{
    QStringList words;
    collectText(words, document);
    for (QLatin1StringView name : {"prospectContact"_L1, "contactMedium"_L1})
        collectContacts(words, document.value(name).toArray());
    for (QLatin1StringView name : {"nextStep"_L1, "externalId"_L1}) {
        const QString found = json::toText(document.value(name));
        if (!found.isEmpty())
            words.append(found);
    }
    return words.join(u'\n');
}

} // namespace salesbench
