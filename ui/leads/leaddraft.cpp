// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leaddraft.h"

#include "models/domain/resource.h"
#include "models/domain/saleslead.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

RelatedParty party(const QJsonObject &known, const QString &role, const QString &type, const Surroundings &surroundings)
{
    RelatedParty result(known);
    if (result.id().isEmpty())
        result.setId(surroundings.newId());
    result.setRole(role);
    if (result.atReferredType().isEmpty())
        result.setAtReferredType(type);
    return result;
}

QVector<RelatedParty> parties(const QJsonObject &draft, const Session &session, const Surroundings &surroundings)
{
    QVector<RelatedParty> result;
    const QJsonObject company = draft.value("company"_L1).toObject();
    if (!company.isEmpty())
        result.append(party(company, u"prospect"_s, u"Organization"_s, surroundings));
    const QString person = draft.value("person"_L1).toString();
    if (!person.isEmpty())
        result.append(party({{u"name"_s, person}}, u"contact"_s, u"Individual"_s, surroundings));
    if (!session.canAssign())
        result.append(party({{u"id"_s, session.user.partyId}, {u"name"_s, session.user.name}}, session.ownerRole,
                            u"Individual"_s, surroundings));
    return result;
}

QVector<ContactMedium> contacts(const QJsonObject &draft)
{
    QVector<ContactMedium> result;
    const auto add = [&](const QString &type, const QString &value, auto setValue) {
        if (value.isEmpty())
            return;
        MediumCharacteristic characteristic;
        (characteristic.*setValue)(value);
        ContactMedium medium;
        medium.setMediumType(type);
        medium.setPreferred(result.isEmpty());
        medium.setCharacteristic(characteristic);
        result.append(medium);
    };
    add(u"email"_s, draft.value("email"_L1).toString(), &MediumCharacteristic::setEmailAddress);
    add(u"phone"_s, draft.value("phone"_L1).toString(), &MediumCharacteristic::setPhoneNumber);
    return result;
}

void giveId(QJsonObject &document, QLatin1StringView attribute, const Surroundings &surroundings)
{
    EntityRef ref(document.value(attribute).toObject());
    if (ref.isEmpty() || !ref.id().isEmpty())
        return;
    ref.setId(surroundings.newId());
    document.insert(attribute, ref.json());
}

} // namespace

QJsonObject leadFromDraft(const QJsonObject &draft, const Session &session, const Surroundings &surroundings)
{
    QJsonObject document = draft;
    for (QLatin1StringView own : {"company"_L1, "person"_L1, "email"_L1, "phone"_L1})
        document.remove(own);
    for (QLatin1StringView ref : {"productOffering"_L1, "marketingCampaign"_L1, "channel"_L1, "marketSegment"_L1})
        giveId(document, ref, surroundings);
    const ResourceType &type = resourceType(ResourceKind::SalesLead);
    SalesLead lead(document);
    lead.setAtType(type.typeName);
    lead.setStatus(toText(type.lifecycle.initial()));
    lead.setCreationDate(surroundings.now());
    lead.setStatusChangeDate(surroundings.now());
    lead.setRelatedParty(parties(draft, session, surroundings));
    lead.setProspectContact(contacts(draft));
    return lead.json();
}

} // namespace salesbench
