// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/planner.h"

#include "models/domain/face.h"
#include "models/domain/merge.h"
#include "models/domain/move.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr QLatin1StringView Reason = "statusChangeReason"_L1;

/// Empty where a state is foreign, absent, or cannot be reached.
std::vector<State> way(const ResourceType &type, const QJsonValue &from, const QJsonValue &to)
{
    const std::optional<State> start = stateFromText(json::toText(from));
    const std::optional<State> end = stateFromText(json::toText(to));
    return start && end ? wayThrough(type.lifecycle, *start, *end) : std::vector<State>();
}

/// What the first of several moves leaves behind: a state on the way, and no reason for it. The last move has
/// its reason along: without that, a document at the end was moved by somebody else. So it may have been
/// where anything else is new.
bool isOnTheWay(const ResourceType &type, const QJsonObject &base, const QJsonObject &local,
                const QJsonObject &remote)
{
    const std::vector<State> states =
        way(type, base.value(type.stateAttribute), local.value(type.stateAttribute));
    const auto there = stateOf(type.kind, remote);
    if (!there || states.empty() || std::find(states.begin(), states.end() - 1, *there) == states.end() - 1)
        return false;
    QSet<QString> changed = editedAttributes(base, remote);
    changed.remove(u"quoteTotalPrice"_s); // a server may put it its own way
    return changed == QSet{QString(type.stateAttribute)};
}

bool isMoney(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return object.contains("unit"_L1) && object.contains("value"_L1);
}

UpdatePlan send(const AttributeChanges &changes, const QString &step = {})
{
    QJsonObject patch = patchOf(changes);
    // A Money goes whole: on a server without versions its currency may have changed in between.
    for (const AttributeChange &change : changes) {
        if (isMoney(change.to))
            patch.insert(change.name, change.to);
    }
    const auto action = patch.isEmpty() ? UpdatePlan::Action::Nothing : UpdatePlan::Action::Send;
    return {.action = action, .patch = patch, .attributes = {}, .step = step};
}

/// With the move @p move as the first of several, with all that is not a move; the others follow one by one.
UpdatePlan sendFirstStep(AttributeChanges changes, const AttributeChange &move, State state)
{
    const QString step = toText(state);
    changes.removeIf(
        [&move](const AttributeChange &change) { return change.name == move.name || change.name == Reason; });
    changes.append({move.name, move.from, step});
    return send(changes, step);
}

UpdatePlan planMove(const ResourceType &type, const AttributeChanges &changes, const AttributeChange &move)
{
    const std::vector<State> states = way(type, move.from, move.to);
    if (states.empty())
        return {.action = UpdatePlan::Action::Illegal, .patch = {}, .attributes = {move.name}, .step = {}};
    return states.size() == 1 ? send(changes) : sendFirstStep(changes, move, states.front());
}

} // namespace

UpdatePlan planUpdate(ResourceKind kind, const QJsonObject &base, const QJsonObject &local,
                      const QJsonObject &remote, bool afterSilence)
{
    const ResourceType &type = resourceType(kind);
    LocalChanges here = localChanges(base, local, remote);
    if (afterSilence && isOnTheWay(type, base, local, remote))
        here.conflicts.removeIf(
            [&](const QString &name) { return name == type.stateAttribute || name == Reason; });
    if (!here.conflicts.isEmpty())
        return {
            .action = UpdatePlan::Action::Conflict, .patch = {}, .attributes = here.conflicts, .step = {}};
    const auto move =
        std::ranges::find(std::as_const(here.changes), type.stateAttribute, &AttributeChange::name);
    return move != here.changes.cend() ? planMove(type, here.changes, *move) : send(here.changes);
}

QJsonObject creationBody(ResourceKind kind, const QJsonObject &local)
{
    const ResourceType &type = resourceType(kind);
    QJsonObject body = local;
    const QString first = toText(type.lifecycle.initial());
    if (local.value(type.stateAttribute).toString() != first)
        body.remove(Reason);
    for (const QLatin1StringView name : {type.stateAttribute, type.creationDateAttribute, "href"_L1})
        body.remove(name);
    if (!type.changeDateAttribute.isEmpty())
        body.remove(type.changeDateAttribute);
    return body;
}

bool changedSince(const QJsonObject &base, const QJsonObject &remote)
{
    return !changedAttributes(base, remote).isEmpty();
}

QJsonObject withState(ResourceKind kind, QJsonObject document, const QString &state)
{
    const QLatin1StringView attribute = resourceType(kind).stateAttribute;
    if (document.contains(attribute) && document.value(attribute).toString() != state) {
        document.insert(attribute, state);
        document.remove(Reason);
    }
    return document;
}

} // namespace salesbench
