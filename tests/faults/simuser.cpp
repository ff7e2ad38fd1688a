// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/simuser.h"

#include "models/domain/conversion.h"
#include "models/domain/move.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

constexpr ResourceKind Lead = ResourceKind::SalesLead;
constexpr ResourceKind Opportunity = ResourceKind::SalesOpportunity;
constexpr ResourceKind QuoteKind = ResourceKind::Quote;

QJsonObject note(World &world)
{
    return {{"id"_L1, world.dice.uuid()}, {"text"_L1, world.fresh(u"note"_s)}};
}

QJsonObject contact(World &world)
{
    return {{"mediumType"_L1, "email"_L1},
            {"characteristic"_L1, QJsonObject{{"emailAddress"_L1, world.fresh(u"mail"_s)}}}};
}

QJsonObject owner(World &world)
{
    return {{"id"_L1, world.fresh(u"party"_s)}, {"role"_L1, "salesRepresentative"_L1}};
}

QJsonObject money(World &world)
{
    return {{"unit"_L1, "EUR"_L1}, {"value"_L1, ++world.token}};
}

QJsonObject line(World &world, const QString &id)
{
    return {{"id"_L1, id}, {"action"_L1, "add"_L1}, {"quantity"_L1, 1}, {"note"_L1, QJsonArray{note(world)}}};
}

void append(QJsonObject &patch, const QJsonObject &document, QLatin1StringView list,
            const QJsonObject &element)
{
    QJsonArray values = document.value(list).toArray();
    values.append(element);
    patch.insert(list, values);
}

QJsonObject newDocument(World &world, ResourceKind kind)
{
    QJsonObject document{{resourceType(kind).nameAttribute, world.fresh(u"name"_s)}};
    if (kind == QuoteKind)
        document.insert("quoteItem"_L1, QJsonArray{line(world, u"1"_s)});
    if (world.dice.chance(40))
        document.insert("note"_L1, QJsonArray{note(world)});
    if (world.dice.chance(40) && kind != QuoteKind)
        document.insert("estimatedRevenue"_L1, money(world));
    if (world.dice.chance(40))
        document.insert("relatedParty"_L1, QJsonArray{owner(world)});
    return document;
}

void patchText(World &world, ResourceKind kind, QJsonObject &patch)
{
    static const QStringList ofQuotes{u"description"_s, u"category"_s, u"externalId"_s};
    static const QStringList ofOthers{u"name"_s, u"description"_s, u"rating"_s, u"priority"_s};
    const QString name = world.dice.pick(kind == QuoteKind ? ofQuotes : ofOthers);
    patch.insert(name, world.fresh(name));
}

/// A merge patch of one or two attributes.
QJsonObject somePatch(World &world, ResourceKind kind, const QJsonObject &document)
{
    QJsonObject patch;
    switch (world.dice.below(8)) {
    case 0:
        append(patch, document, "note"_L1, note(world));
        break;
    case 1:
        append(patch, document, kind == QuoteKind ? "contactMedium"_L1 : "prospectContact"_L1,
               contact(world));
        break;
    case 2:
        patch.insert("relatedParty"_L1, QJsonArray{owner(world)});
        break;
    case 3:
        if (kind != QuoteKind)
            patch.insert("estimatedRevenue"_L1, money(world));
        [[fallthrough]];
    default:
        patchText(world, kind, patch);
    }
    if (world.dice.chance(20))
        patchText(world, kind, patch);
    return patch;
}

// A person at a workbench -------------------------------------------------------------------------------

Change single(World &world, const QString &what, const Edit &edit)
{
    return {world.fresh(what), {edit}};
}

void create(World &world, SimClient &client)
{
    static constexpr ResourceKind Kinds[]{Lead, Lead, Lead, Opportunity, QuoteKind};
    const ResourceKind kind = world.dice.pick(Kinds);
    client.record(single(world, u"create"_s,
                         {.op = Edit::Op::Create,
                          .kind = kind,
                          .id = world.dice.uuid(),
                          .content = newDocument(world, kind)}));
}

std::optional<Record> someDocument(World &world, SimClient &client, std::optional<ResourceKind> wanted = {})
{
    static constexpr ResourceKind Kinds[]{Lead, Lead, Opportunity, QuoteKind};
    const ResourceKind kind = wanted ? *wanted : world.dice.pick(Kinds);
    const QVector<Record> all = client.documents(kind);
    if (all.isEmpty())
        return {};
    return world.dice.pick(all);
}

void edit(World &world, SimClient &client, const Record &record)
{
    client.record(single(world, u"edit"_s,
                         {.op = Edit::Op::Update,
                          .kind = record.kind,
                          .id = record.localId,
                          .content = somePatch(world, record.kind, record.local)}));
}

void remove(World &world, SimClient &client, const Record &record)
{
    client.record(single(world, u"delete"_s,
                         {.op = Edit::Op::Delete, .kind = record.kind, .id = record.localId, .content = {}}));
}

void recordIf(World &world, SimClient &client, Result<Change> change)
{
    if (!change)
        return;
    change->title = world.fresh(u"convert"_s);
    client.record(*change);
}

void move(World &world, SimClient &client, const Record &record)
{
    const auto from = stateOf(record.kind, record.local);
    const std::vector<State> next =
        from ? resourceType(record.kind).lifecycle.next(*from) : std::vector<State>();
    if (next.empty())
        return;
    const State to = world.dice.pick(next);
    const QString reason = world.fresh(u"reason"_s);
    if (record.kind == Lead && to == State::Accepted) {
        recordIf(world, client, acceptLead(record, reason, world.surroundings()));
        return;
    }
    const Result<QJsonObject> patch = movePatch(record, to, {reason, u"User"_s}, world.surroundings());
    if (patch)
        client.record(
            single(world, u"move"_s,
                   {.op = Edit::Op::Update, .kind = record.kind, .id = record.localId, .content = *patch}));
}

void quote(World &world, SimClient &client)
{
    if (const auto opportunity = someDocument(world, client, Opportunity))
        recordIf(world, client, makeQuote(*opportunity, world.surroundings()));
}

// Somebody else -----------------------------------------------------------------------------------------

void moveThere(World &world, Resource &resource)
{
    const ResourceType &type = resourceType(resource.kind);
    const auto from = stateOf(resource.kind, resource.document());
    const std::vector<State> next = from ? type.lifecycle.next(*from) : std::vector<State>();
    if (next.empty())
        return;
    QJsonObject patch{{type.stateAttribute, QString(toText(world.dice.pick(next)))}};
    if (resource.kind != QuoteKind)
        patch.insert("statusChangeReason"_L1, world.fresh(u"reason"_s));
    world.server.change(resource, patch, OtherUser);
}

} // namespace

void actAsUser(World &world, SimClient &client)
{
    const int what = world.dice.below(100);
    if (what < 18) {
        create(world, client);
    } else if (what < 26) {
        quote(world, client);
    } else if (what < 32) {
        client.undo();
    } else if (const auto record = someDocument(world, client)) {
        if (what < 36)
            remove(world, client, *record);
        else if (what < 62)
            move(world, client, *record);
        else
            edit(world, client, *record);
    }
}

void actAsOther(World &world)
{
    const auto all = world.server.living();
    if (all.isEmpty())
        return;
    Resource &resource = *world.dice.pick(all);
    const int what = world.dice.below(100);
    if (what < 8)
        resource.deleted = true;
    else if (what < 30)
        moveThere(world, resource);
    else
        world.server.change(resource, somePatch(world, resource.kind, resource.document()), OtherUser);
    world.log(u"   somebody %1 %2: %3"_s.arg(resource.deleted ? u"deletes"_s : u"changes"_s, resource.id,
                                             toText(resource.document())));
}

void fillServer(World &world)
{
    for (const ResourceKind kind : {Lead, Lead, Lead, Opportunity, QuoteKind}) {
        QJsonObject document = newDocument(world, kind);
        document.insert(resourceType(kind).stateAttribute,
                        QString(toText(resourceType(kind).lifecycle.initial())));
        world.server.put(kind, u"s%1"_s.arg(++world.token), document, OtherUser);
    }
}

} // namespace salesbench::faults
