// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

#include <QJsonObject>
#include <QVector>

#include <optional>

namespace salesbench {

/// The parts of a resource that have states of their own.
struct ServedItems {
    QLatin1StringView attribute; ///< the list, in the document
    QLatin1StringView stateAttribute; ///< in each item
    const Lifecycle &lifecycle;
    bool nested; ///< an item may have items under the same attribute
};

/// How the versions of one thing are told apart.
struct ServedVersions {
    QLatin1StringView group; ///< what they have in common; "externalId", which the store finds them by
    QLatin1StringView version; ///< counts from "1"
    State before; ///< in which one must be before the next may come
};

/// What the server needs to know about a resource beyond its ResourceType. A fourth resource is one more
/// entry in servedresource.cpp and its schemas in openapi.json.
struct ServedResource {
    const ResourceType &type;
    QVector<QLatin1StringView>
        ignored; ///< attributes that only the server sets; what a client sends there is ignored
    std::optional<ServedItems> items;
    std::optional<ServedVersions> versions;
    std::optional<State> needsInformation; ///< the state whose coming asks the subscribers for information
    void (*compute)(QJsonObject &document); ///< fills in what the server calculates; may be null
    QString path() const { return type.basePath + type.name; }
};

const ServedResource &servedResource(ResourceKind kind);
const QVector<ServedResource> &servedResources();

} // namespace salesbench
