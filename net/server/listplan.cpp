// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/listplan.h"

#include "net/server/querymatch.h"
#include "net/server/rights.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// More alternatives than this are not worth a statement of their own.
constexpr qsizetype FewAlternatives = 8;

std::optional<ServerColumn> columnOf(const ResourceType &type, const QStringList &path)
{
    if (path.size() != 1)
        return {};
    const QString &attribute = path.constFirst();
    if (attribute == "id"_L1)
        return ServerColumn::Id;
    if (attribute == type.stateAttribute)
        return ServerColumn::State;
    if (attribute == type.nameAttribute)
        return ServerColumn::Name;
    if (attribute == type.creationDateAttribute)
        return ServerColumn::Created;
    return {};
}

void planConditions(const ResourceType &type, const QVector<TmfCondition> &conditions, ServerPageQuery &plan)
{
    QVector<TmfCondition> rest;
    for (const TmfCondition &condition : conditions) {
        const std::optional<ServerColumn> column = columnOf(type, condition.path);
        if (column && condition.op == TmfCondition::Operator::Equal
            && condition.anyOf.size() <= FewAlternatives)
            plan.conditions.append({*column, condition.anyOf});
        else
            rest.append(condition);
    }
    if (!rest.isEmpty())
        plan.matches = [rest](const QJsonObject &document) {
            return matches(document, rest);
        };
}

/// Nothing where a key is no column.
std::optional<QVector<ServerPageQuery::Order>> orderOf(const ResourceType &type,
                                                       const QVector<TmfSortKey> &sort)
{
    QVector<ServerPageQuery::Order> order;
    for (const TmfSortKey &key : sort) {
        const std::optional<ServerColumn> column = columnOf(type, key.path);
        if (!column)
            return {};
        order.append({*column, key.descending});
    }
    if (order.constLast().column != ServerColumn::Id)
        order.append({ServerColumn::Id, false});
    return order;
}

void planOrder(const ResourceType &type, const QVector<TmfSortKey> &sort, ServerPageQuery &plan)
{
    if (sort.isEmpty())
        return;
    if (const auto order = orderOf(type, sort)) {
        plan.order = *order;
        return;
    }
    plan.ranking = ServerPageQuery::Ranking{
        .key = [sort](const QJsonObject &document) { return sortKeyOf(document, sort); },
        .before =
            [sort](const QJsonArray &a, const QJsonArray &b) {
                return sortsBefore(a, b, sort);
            }};
}

} // namespace

ServerPageQuery planList(const ServedResource &resource, const TmfQuery &query, const ServerUser &user)
{
    ServerPageQuery plan;
    plan.kind = resource.type.kind;
    plan.visibleTo = visibleOwner(user);
    plan.offset = query.offset;
    plan.limit = query.limit;
    planConditions(resource.type, query.conditions, plan);
    planOrder(resource.type, query.sort, plan);
    return plan;
}

} // namespace salesbench
