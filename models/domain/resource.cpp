// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/resource.h"

#include "models/domain/face.h"

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

const std::array<ResourceType, ResourceKindCount> &table()
{
    static const std::array<ResourceType, ResourceKindCount> types{{
        {.kind = ResourceKind::SalesLead,
         .name = "salesLead"_L1,
         .typeName = "SalesLead"_L1,
         .basePath = "/tmf-api/sales/v4/"_L1,
         .nameAttribute = "name"_L1,
         .stateAttribute = "status"_L1,
         .changeDateAttribute = "statusChangeDate"_L1,
         .creationDateAttribute = "creationDate"_L1,
         .lifecycle = leadLifecycle()},
        {.kind = ResourceKind::SalesOpportunity,
         .name = "salesOpportunity"_L1,
         .typeName = "SalesOpportunity"_L1,
         .basePath = "/tmf-api/sales/v4/"_L1,
         .nameAttribute = "name"_L1,
         .stateAttribute = "status"_L1,
         .changeDateAttribute = "statusChangeDate"_L1,
         .creationDateAttribute = "creationDate"_L1,
         .lifecycle = opportunityLifecycle()},
        {.kind = ResourceKind::Quote,
         .name = "quote"_L1,
         .typeName = "Quote"_L1,
         .basePath = "/tmf-api/quoteManagement/v4/"_L1,
         .nameAttribute = "description"_L1,
         .stateAttribute = "state"_L1,
         .changeDateAttribute = {},
         .creationDateAttribute = "quoteDate"_L1,
         .lifecycle = quoteLifecycle()},
    }};
    return types;
}

} // namespace

const ResourceType &resourceType(ResourceKind kind)
{
    return table()[static_cast<size_t>(kind)];
}

std::span<const ResourceType> resourceTypes()
{
    return table();
}

std::optional<ResourceKind> resourceKindFromName(QAnyStringView name)
{
    for (const ResourceType &type : table()) {
        if (name == type.name)
            return type.kind;
    }
    return {};
}

QString nameOf(ResourceKind kind, const QJsonObject &document)
{
    return json::toText(document.value(resourceType(kind).nameAttribute));
}

std::optional<State> stateOf(ResourceKind kind, const QJsonObject &document)
{
    return stateFromText(json::toText(document.value(resourceType(kind).stateAttribute)));
}

} // namespace salesbench
