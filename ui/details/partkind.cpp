// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/partkind.h"

#include "models/domain/parts.h"
#include "models/domain/salesopportunity.h"
#include "models/domain/words.h"
#include "ui/details/contactchecks.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using enum EditorKind;
constexpr auto All = AttributeSection::All;

#define LABEL(text) QT_TRANSLATE_NOOP("AttributeField", text)

struct PartKindText {
    Q_DECLARE_TR_FUNCTIONS(PartKind)
};

QString joined(const QStringList &parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(u", "_s);
}

// Contacts ----------------------------------------------------------------------------------------------

QVector<FormField> contactFields()
{
    return {
        {{"characteristic.contactType", LABEL("Role or title"), EditorKind::Text, All}, 0, 0},
        {{"preferred", LABEL("Preferred"), Bool, All}, 0, 1},
        {{"characteristic.emailAddress", LABEL("E-mail"), EditorKind::Text, All}, 1, 0, 1, "", false, emailObjection},
        {{"characteristic.phoneNumber", LABEL("Phone"), EditorKind::Text, All}, 1, 1, 1, "", false, phoneObjection},
        {{"characteristic.faxNumber", LABEL("Fax"), EditorKind::Text, All}, 2, 0, 1, "", false, phoneObjection},
        {{"characteristic.socialNetworkId", LABEL("Social network"), EditorKind::Text, All}, 2, 1},
        {{"characteristic.street1", LABEL("Street"), EditorKind::Text, All}, 3, 0},
        {{"characteristic.street2", LABEL("Street, second line"), EditorKind::Text, All}, 3, 1},
        {{"characteristic.postCode", LABEL("Post code"), EditorKind::Text, All}, 4, 0},
        {{"characteristic.city", LABEL("City"), EditorKind::Text, All}, 4, 1},
        {{"characteristic.stateOrProvince", LABEL("State or province"), EditorKind::Text, All}, 5, 0},
        {{"characteristic.country", LABEL("Country"), EditorKind::Text, All}, 5, 1},
        {{"validFor.startDateTime", LABEL("Valid from"), Date, All}, 6, 0},
        {{"validFor.endDateTime", LABEL("Valid until"), Date, All}, 6, 1},
    };
}

QString addressOf(const MediumCharacteristic &characteristic)
{
    const QString town = u"%1 %2"_s.arg(characteristic.postCode(), characteristic.city()).trimmed();
    return joined({characteristic.street1(), characteristic.street2(), town, characteristic.stateOrProvince(),
                   characteristic.country()});
}

PartLine contactLine(const QJsonObject &part)
{
    const ContactMedium medium(part);
    const MediumCharacteristic all = medium.characteristic();
    const QString detail =
        joined({all.contactType(), medium.preferred() == true ? PartKindText::tr("preferred") : QString()});
    if (!all.emailAddress().isEmpty())
        return {all.emailAddress(), detail, u"mail"_s, {}, QUrl(u"mailto:"_s + all.emailAddress())};
    if (!all.phoneNumber().isEmpty())
        return {all.phoneNumber(), detail, u"phone"_s, {}, QUrl(u"tel:"_s + QString(all.phoneNumber()).remove(u' '))};
    if (!all.faxNumber().isEmpty())
        return {all.faxNumber(), joined({PartKindText::tr("fax"), detail}), u"print"_s, {}, {}};
    if (!all.socialNetworkId().isEmpty())
        return {all.socialNetworkId(), detail, u"link"_s, {}, {}};
    const QString address = addressOf(all);
    return {address.isEmpty() ? medium.mediumType() : address, detail, u"flag"_s, {}, {}};
}

QString mediumTypeOf(const MediumCharacteristic &characteristic)
{
    if (!characteristic.emailAddress().isEmpty())
        return u"email"_s;
    if (!characteristic.phoneNumber().isEmpty())
        return u"phone"_s;
    if (!characteristic.faxNumber().isEmpty())
        return u"fax"_s;
    return characteristic.socialNetworkId().isEmpty() ? u"postal address"_s : u"social network"_s;
}

QJsonObject finishedContact(const QJsonObject &part, const Surroundings &)
{
    ContactMedium medium(part);
    if (medium.mediumType().isEmpty())
        medium.setMediumType(mediumTypeOf(medium.characteristic()));
    return medium.json();
}

// People and companies ----------------------------------------------------------------------------------

QVector<FormField> partyFields()
{
    return {
        {{"name", LABEL("Name"), EditorKind::Text, All}, 0, 0, 2, "", true},
        {{"role", LABEL("Role"), EditorKind::Text, All}, 1, 0, 1, QT_TRANSLATE_NOOP("FieldForm", "prospect, contact, partner …")},
        {{"@referredType", LABEL("Kind"), Choice, All, {}, "Individual,Organization"}, 1, 1},
        {{"id", LABEL("Id"), EditorKind::Text, All}, 2, 0},
        {{"href", LABEL("Address"), EditorKind::Text, All}, 2, 1},
    };
}

PartLine partyLine(const QJsonObject &part)
{
    const RelatedParty party(part);
    const bool company = party.atReferredType() == "Organization"_L1;
    const QString name = party.name().isEmpty() ? party.id() : party.name();
    return {name, party.role(), company ? u"box"_s : QString(), company ? QString() : party.id(), {}};
}

QJsonObject finishedParty(const QJsonObject &part, const Surroundings &surroundings)
{
    RelatedParty party(part);
    if (party.id().isEmpty())
        party.setId(surroundings.newId());
    if (party.atReferredType().isEmpty())
        party.setAtReferredType(u"Individual"_s);
    return party.json();
}

// What an opportunity is about --------------------------------------------------------------------------

QVector<FormField> itemFields()
{
    return {
        {{"productOffering", LABEL("Offering"), Ref, All, Field::Offering}, 0, 0, 2},
        {{"product", LABEL("Product"), Ref, All}, 1, 0},
        {{"estimatedRevenue", LABEL("Est. revenue"), Money, All}, 1, 1},
        {{"action", LABEL("Action"), Choice, All, {}, "add,modify,delete,noChange"}, 2, 0},
        {{"salesOpportunityItemStatus", LABEL("Status"), EditorKind::Text, All}, 2, 1},
        {{"rating", LABEL("Rating"), Choice, All, {}, "hot,warm,cold"}, 3, 0},
        {{"priority", LABEL("Priority"), Choice, All, {}, "high,medium,low"}, 3, 1},
        {{"validFor.startDateTime", LABEL("Valid from"), Date, All}, 4, 0},
        {{"validFor.endDateTime", LABEL("Valid until"), Date, All}, 4, 1},
    };
}

PartLine itemLine(const QJsonObject &part)
{
    const SalesOpportunityItem item(part);
    const QString offering = item.productOffering().name();
    const auto revenue = item.estimatedRevenue();
    return {offering.isEmpty() ? item.product().name() : offering,
            revenue ? moneyText(revenue->major(), revenue->currency()) : QString(), u"tag"_s, {}, {}};
}

void giveId(QJsonObject &part, QLatin1StringView attribute, const Surroundings &surroundings)
{
    EntityRef ref(part.value(attribute).toObject());
    if (ref.isEmpty() || !ref.id().isEmpty())
        return;
    ref.setId(surroundings.newId());
    part.insert(attribute, ref.json());
}

QJsonObject finishedItem(const QJsonObject &part, const Surroundings &surroundings)
{
    QJsonObject result = part;
    giveId(result, "productOffering"_L1, surroundings);
    giveId(result, "product"_L1, surroundings);
    SalesOpportunityItem item(result);
    if (item.id().isEmpty())
        item.setId(surroundings.newId());
    if (item.action().isEmpty())
        item.setAction(u"add"_s);
    if (item.salesOpportunityItemStatus().isEmpty())
        item.setSalesOpportunityItemStatus(toText(opportunityLifecycle().initial()));
    return item.json();
}

// References ---------------------------------------------------------------------------------------------

PartLine refLine(const QJsonObject &part)
{
    const EntityRef ref(part);
    return {ref.name().isEmpty() ? ref.id() : ref.name(), ref.name().isEmpty() ? QString() : ref.id(), u"link"_s, {}, {}};
}

QJsonObject finishedRef(const QJsonObject &part, const Surroundings &surroundings)
{
    EntityRef ref(part);
    if (ref.id().isEmpty())
        ref.setId(surroundings.newId());
    return ref.json();
}

PartKind refs(QLatin1StringView attribute, const QString &title, const QString &one)
{
    return {attribute,
            title,
            one,
            {{{"name", LABEL("Name"), EditorKind::Text, All}, 0, 0, 2, "", true},
             {{"id", LABEL("Id"), EditorKind::Text, All}, 1, 0},
             {{"href", LABEL("Address"), EditorKind::Text, All}, 1, 1}},
            refLine,
            finishedRef};
}

#undef LABEL

} // namespace

QVector<PartKind> partKinds(ResourceKind kind)
{
    const bool quote = kind == ResourceKind::Quote;
    QVector<PartKind> result{
        {quote ? "contactMedium"_L1 : "prospectContact"_L1, PartKindText::tr("Contacts"),
         PartKindText::tr("contact"), contactFields(), contactLine, finishedContact},
        {"relatedParty"_L1, PartKindText::tr("People and companies"), PartKindText::tr("person or company"),
         partyFields(), partyLine, finishedParty},
    };
    if (kind == ResourceKind::SalesOpportunity)
        result.prepend({"salesOpportunityItem"_L1, PartKindText::tr("Items"), PartKindText::tr("item"),
                        itemFields(), itemLine, finishedItem});
    if (kind != ResourceKind::SalesLead)
        result.append(refs("agreement"_L1, PartKindText::tr("Agreements"), PartKindText::tr("agreement")));
    if (quote) {
        result.append(refs("billingAccount"_L1, PartKindText::tr("Billing accounts"),
                           PartKindText::tr("billing account")));
        result.append(refs("productOfferingQualification"_L1, PartKindText::tr("Qualifications"),
                           PartKindText::tr("qualification")));
    }
    return result;
}

} // namespace salesbench
