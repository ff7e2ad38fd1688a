// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/capabilities.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct GuardName {
    WriteGuard guard;
    QLatin1StringView name;
};
constexpr std::array GuardNames{GuardName{WriteGuard::None, "none"_L1},
                                GuardName{WriteGuard::Tests, "tests"_L1},
                                GuardName{WriteGuard::Versions, "versions"_L1}};

QString guardName(WriteGuard guard)
{
    return std::ranges::find(GuardNames, guard, &GuardName::guard)->name;
}

std::optional<WriteGuard> guardFromName(const QString &name)
{
    const auto found = std::ranges::find(GuardNames, name, &GuardName::name);
    return found == GuardNames.end() ? std::nullopt : std::optional(found->guard);
}

} // namespace

QVector<ResourceKind> Capabilities::absent() const
{
    QVector<ResourceKind> result;
    for (const ResourceType &type : resourceTypes()) {
        if (lacks(type.kind))
            result.append(type.kind);
    }
    return result;
}

std::optional<WriteGuard> Capabilities::guard() const
{
    const auto weakest = std::min_element(guards.begin(), guards.end());
    return weakest == guards.end() ? std::nullopt : std::optional(*weakest);
}

QJsonObject Capabilities::toJson() const
{
    QJsonObject known;
    for (auto it = resources.begin(); it != resources.end(); ++it)
        known.insert(resourceType(it.key()).name, it.value());
    QJsonObject kept;
    for (auto it = guards.begin(); it != guards.end(); ++it)
        kept.insert(resourceType(it.key()).name, guardName(it.value()));
    QJsonObject result{{"server"_L1, server}, {"resources"_L1, known}, {"guards"_L1, kept}};
    if (keepsIds)
        result.insert("keepsIds"_L1, *keepsIds);
    if (keepsMarkers)
        result.insert("keepsMarkers"_L1, *keepsMarkers);
    if (takesBatches)
        result.insert("takesBatches"_L1, *takesBatches);
    if (filtersDates)
        result.insert("filtersDates"_L1, *filtersDates);
    if (takesMergePatch)
        result.insert("takesMergePatch"_L1, *takesMergePatch);
    return result;
}

Capabilities Capabilities::fromJson(const QJsonObject &json, const ServerAddress &address)
{
    Capabilities result{.server = serverKey(address),
                        .resources = {},
                        .keepsIds = {},
                        .keepsMarkers = {},
                        .takesBatches = {},
                        .filtersDates = {},
                        .takesMergePatch = {},
                        .guards = {}};
    if (json.value("server"_L1).toString() != result.server)
        return result;
    const QJsonObject known = json.value("resources"_L1).toObject();
    for (const ResourceType &type : resourceTypes()) {
        if (known.contains(type.name))
            result.resources.insert(type.kind, known.value(type.name).toBool());
    }
    const QJsonObject kept = json.value("guards"_L1).toObject();
    for (const ResourceType &type : resourceTypes()) {
        if (const auto guard = guardFromName(kept.value(type.name).toString()))
            result.guards.insert(type.kind, *guard);
    }
    if (json.contains("keepsIds"_L1))
        result.keepsIds = json.value("keepsIds"_L1).toBool();
    if (json.contains("keepsMarkers"_L1))
        result.keepsMarkers = json.value("keepsMarkers"_L1).toBool();
    if (json.contains("takesBatches"_L1))
        result.takesBatches = json.value("takesBatches"_L1).toBool();
    if (json.contains("filtersDates"_L1))
        result.filtersDates = json.value("filtersDates"_L1).toBool();
    if (json.contains("takesMergePatch"_L1))
        result.takesMergePatch = json.value("takesMergePatch"_L1).toBool();
    return result;
}

QString serverKey(const ServerAddress &address)
{
    QStringList lists;
    for (const ResourceType &type : resourceTypes())
        lists.append(address.list(type.kind).toString());
    return lists.join(u' ');
}

} // namespace salesbench
