// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/planner.h"

#include "models/domain/merge.h"
#include "models/domain/mergeparts.h"
#include "models/domain/move.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr QLatin1StringView Reason = "statusChangeReason"_L1;

/// Empty where a state is foreign, absent, or cannot be reached.
std::vector<State> way(const ResourceType &type, const QJsonObject &from, const QJsonObject &to)
{
    const std::optional<State> start = stateOf(type.kind, from);
    const std::optional<State> end = stateOf(type.kind, to);
    return start && end ? wayThrough(type.lifecycle, *start, *end) : std::vector<State>();
}

bool moves(const ResourceType &type, const QJsonObject &from, const QJsonObject &to)
{
    return from.value(type.stateAttribute) != to.value(type.stateAttribute);
}

/// What the first of several moves leaves behind: a state on the way, and no reason for it. The last move has
/// its reason along: without that, a document at the end was moved by somebody else. So it may have been
/// where anything else is new.
bool isOnTheWay(const ResourceType &type, const QJsonObject &base, const QJsonObject &local,
                const QJsonObject &remote)
{
    const std::vector<State> states = way(type, base, local);
    const auto there = stateOf(type.kind, remote);
    if (!there || states.empty() || std::find(states.begin(), states.end() - 1, *there) == states.end() - 1)
        return false;
    QSet<QString> changed = changedAttributes(base, remote);
    changed.removeIf(merging::belongsToServer);
    changed.remove(u"quoteTotalPrice"_s); // a server may put it its own way
    return changed == QSet{QString(type.stateAttribute)};
}

/// A Money goes whole: on a server without versions its currency may have changed in between.
void completeAmounts(QJsonObject &patch, const QJsonObject &target)
{
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        if (!it->isObject())
            continue;
        const QJsonObject whole = target.value(it.key()).toObject();
        if (whole.contains("unit"_L1) && whole.contains("value"_L1))
            it.value() = whole;
    }
}

UpdatePlan send(const QJsonObject &remote, const MergeResult &merge, const QString &step)
{
    UpdatePlan plan{.action = UpdatePlan::Action::Send,
                    .patch = diffPatch(remote, merge.merged, merge.put),
                    .attributes = {},
                    .step = step};
    completeAmounts(plan.patch, merge.merged);
    if (plan.patch.isEmpty())
        plan.action = UpdatePlan::Action::Nothing;
    return plan;
}

/// The first move of several, with all that is not a move; the others follow one by one.
UpdatePlan sendFirstStep(const ResourceType &type, const QJsonObject &remote, MergeResult merge, State state)
{
    const QString step = toText(state);
    merge.merged.insert(type.stateAttribute, step);
    if (remote.contains(Reason))
        merge.merged.insert(Reason, remote.value(Reason));
    else
        merge.merged.remove(Reason);
    return send(remote, merge, step);
}

UpdatePlan planMove(const ResourceType &type, const QJsonObject &remote, const MergeResult &merge)
{
    const std::vector<State> states = way(type, remote, merge.merged);
    if (states.empty())
        return {.action = UpdatePlan::Action::Illegal,
                .patch = {},
                .attributes = {type.stateAttribute},
                .step = {}};
    return states.size() == 1 ? send(remote, merge, {}) : sendFirstStep(type, remote, merge, states.front());
}

} // namespace

UpdatePlan planUpdate(ResourceKind kind, const QJsonObject &base, const QJsonObject &local,
                      const QJsonObject &remote, bool afterSilence)
{
    if (local == base)
        return {}; // whatever the server has
    const ResourceType &type = resourceType(kind);
    MergeResult merge = mergeThreeWays(base, local, remote);
    if (afterSilence && isOnTheWay(type, base, local, remote))
        merge.conflicts.removeIf(
            [&](const QString &name) { return name == type.stateAttribute || name == Reason; });
    if (!merge.conflicts.isEmpty())
        return {
            .action = UpdatePlan::Action::Conflict, .patch = {}, .attributes = merge.conflicts, .step = {}};
    return moves(type, remote, merge.merged) ? planMove(type, remote, merge) : send(remote, merge, {});
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
