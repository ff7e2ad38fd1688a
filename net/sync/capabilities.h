// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"
#include "models/domain/writeguard.h"
#include "net/client/serveraddress.h"

#include <QJsonObject>
#include <QMap>

namespace salesbench {

/// What is known of a server, kept with the workspace. What is not known counts as not there. Known of one
/// server says nothing of another.
struct Capabilities {
    QString server; ///< which one
    QMap<ResourceKind, bool> resources; ///< of which kinds it has a list
    std::optional<bool> keepsIds; ///< a document keeps the id that it was created with
    std::optional<bool> keepsMarkers; ///< a document keeps the id of a note that it was created with

    std::optional<bool> takesBatches; ///< many requests in one
    std::optional<bool> filtersDates; ///< lists only what a filter by date lets through
    std::optional<bool> takesMergePatch; ///< under its own media type

    QMap<ResourceKind, WriteGuard> guards; ///< of those of which it is known

    bool has(ResourceKind kind) const { return resources.value(kind, false); }
    bool lacks(ResourceKind kind) const { return !resources.value(kind, true); }
    QVector<ResourceKind> absent() const;
    /// The weakest that is known.
    std::optional<WriteGuard> guard() const;

    QJsonObject toJson() const;
    /// Knows nothing where @p json is about another server.
    static Capabilities fromJson(const QJsonObject &json, const ServerAddress &address);

    bool operator==(const Capabilities &) const = default;
};

/// Tells one server from another: where it keeps each resource.
QString serverKey(const ServerAddress &address);

} // namespace salesbench
