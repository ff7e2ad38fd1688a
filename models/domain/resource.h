// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lifecycle.h"

#include <QJsonObject>
#include <QMetaType>

#include <optional>
#include <span>

namespace salesbench {

/// The managed resources. A fourth one is a value here and a row in the table of resource.cpp;
/// store, server, client and screens loop over that table.
enum class ResourceKind { SalesLead, SalesOpportunity, Quote };
inline constexpr int ResourceKindCount = 3;

/// What distinguishes one resource from another.
struct ResourceType {
    ResourceKind kind;
    QLatin1StringView name;           ///< as in paths and events: "salesLead"
    QLatin1StringView typeName;       ///< as in @type: "SalesLead"
    QLatin1StringView basePath;       ///< the standard path of its API, with both slashes: "/tmf-api/sales/v4/"
    QLatin1StringView nameAttribute;  ///< what a person calls it by: "name"; a quote has only "description"
    QLatin1StringView stateAttribute; ///< "status", or "state" for quotes
    QLatin1StringView changeDateAttribute; ///< set by the server at a change of state; empty where there is none
    QLatin1StringView creationDateAttribute; ///< "creationDate", "quoteDate"
    const Lifecycle &lifecycle;
};

const ResourceType &resourceType(ResourceKind kind);
std::span<const ResourceType> resourceTypes();

/// Nothing when no resource has that name.
std::optional<ResourceKind> resourceKindFromName(QAnyStringView name);

/// What a person calls @p document by; empty where it says nothing.
QString nameOf(ResourceKind kind, const QJsonObject &document);

/// Nothing where the standards know no such state, see stateFromText().
std::optional<State> stateOf(ResourceKind kind, const QJsonObject &document);

} // namespace salesbench

Q_DECLARE_METATYPE(salesbench::ResourceKind)
