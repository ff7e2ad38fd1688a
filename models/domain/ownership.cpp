// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ownership.h"

#include "models/domain/parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct OwnershipText {
    Q_DECLARE_TR_FUNCTIONS(Ownership)
};

std::optional<RelatedParty> ownerOf(const Record &record, const QString &ownerRole)
{
    const QJsonArray parties = record.local.value("relatedParty"_L1).toArray();
    for (const QJsonValue &value : parties) {
        const auto party = fromJson<RelatedParty>(value);
        if (party.role() == ownerRole)
            return party;
    }
    return {};
}

QJsonObject ownerPatch(const Record &record, const Person &person, const QString &ownerRole)
{
    RelatedParty owner;
    owner.setId(person.partyId);
    owner.setName(person.name);
    owner.setRole(ownerRole);
    owner.setAtReferredType(u"Individual"_s);
    QJsonArray parties = record.local.value("relatedParty"_L1).toArray();
    for (qsizetype i = parties.size() - 1; i >= 0; --i) {
        if (json::toText(parties.at(i).toObject().value("role"_L1)) == ownerRole)
            parties.removeAt(i);
    }
    parties.append(owner.json());
    return {{u"relatedParty"_s, parties}};
}

QString title(const QVector<Edit> &edits, const QString &name, const Person &person)
{
    const int count = static_cast<int>(edits.size());
    if (count == 1)
        return OwnershipText::tr("Assign “%1” to %2").arg(name, person.name);
    switch (edits.first().kind) {
    case ResourceKind::SalesLead:
        return OwnershipText::tr("Assign %n leads to %1", nullptr, count).arg(person.name);
    case ResourceKind::SalesOpportunity:
        return OwnershipText::tr("Assign %n opportunities to %1", nullptr, count).arg(person.name);
    case ResourceKind::Quote:
        return OwnershipText::tr("Assign %n quotes to %1", nullptr, count).arg(person.name);
    }
    return {};
}

} // namespace

Result<Change> assign(const QVector<Record> &records, const Person &person, const QString &ownerRole)
{
    Change change;
    QString firstName;
    for (const Record &record : records) {
        if (record.deleted)
            return notAllowed(
                OwnershipText::tr("“%1” is being deleted.").arg(nameOf(record.kind, record.local)));
        const std::optional<RelatedParty> owner = ownerOf(record, ownerRole);
        if (owner && owner->id() == person.partyId)
            continue;
        if (change.edits.isEmpty())
            firstName = nameOf(record.kind, record.local);
        change.edits.append(
            {Edit::Op::Update, record.kind, record.localId, ownerPatch(record, person, ownerRole)});
    }
    if (change.edits.isEmpty())
        return notAllowed(
            OwnershipText::tr("Nothing to assign: %1 has all of them already.").arg(person.name));
    change.title = title(change.edits, firstName, person);
    return change;
}

Result<Change> claim(const Record &record, const Person &person, const QString &ownerRole)
{
    if (const std::optional<RelatedParty> owner = ownerOf(record, ownerRole))
        return notAllowed(
            owner->id() == person.partyId
                ? OwnershipText::tr("“%1” is yours already.").arg(nameOf(record.kind, record.local))
                : OwnershipText::tr("%1 has “%2” already.")
                      .arg(owner->name(), nameOf(record.kind, record.local)));
    Result<Change> change = assign({record}, person, ownerRole);
    if (change)
        change->title = OwnershipText::tr("Claim “%1”").arg(nameOf(record.kind, record.local));
    return change;
}

} // namespace salesbench
