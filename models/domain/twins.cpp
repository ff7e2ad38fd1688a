// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/twins.h"

#include "models/domain/face.h"
#include "models/domain/mergeparts.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// "9" before "10".
bool isLower(const QString &a, const QString &b)
{
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

} // namespace

QStringList creationMarkers(const QString &serverId, const QJsonObject &document)
{
    const QJsonValue first = document.value("note"_L1).toArray().first();
    QStringList ids{serverId, json::toText(first.toObject().value("id"_L1))};
    ids.removeAll(QString());
    ids.removeDuplicates();
    return ids;
}

bool isElder(ResourceKind kind, const QJsonObject &a, const QJsonObject &b)
{
    const QLatin1StringView attribute = resourceType(kind).creationDateAttribute;
    const QDateTime ofA = json::toDateTime(a.value(attribute));
    const QDateTime ofB = json::toDateTime(b.value(attribute));
    if (ofA.isValid() && ofB.isValid() && ofA != ofB)
        return ofA < ofB;
    return isLower(json::toText(a.value("id"_L1)), json::toText(b.value("id"_L1)));
}

QJsonObject commonOrigin(const QJsonObject &younger, const PastValues &past, const QJsonObject &elder)
{
    QJsonObject origin = younger;
    for (auto it = past.begin(); it != past.end(); ++it) {
        const QJsonValue there = elder.value(it.key());
        const bool isUntouched = std::ranges::any_of(
            *it, [&there](const QJsonValue &value) { return merging::same(value, there); });
        merging::put(origin, it.key(), isUntouched ? there : it->first());
    }
    return origin;
}

} // namespace salesbench
