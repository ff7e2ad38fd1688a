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

/// Every document has these, so that none comes last for lack of a value.
bool isAlwaysThere(ServerColumn column)
{
    return column == ServerColumn::Id || column == ServerColumn::State || column == ServerColumn::Created;
}

void planOrder(const ResourceType &type, const QVector<TmfSortKey> &sort, ServerPageQuery &plan)
{
    if (sort.isEmpty())
        return;
    const std::optional<ServerColumn> column =
        sort.size() == 1 ? columnOf(type, sort.constFirst().path) : std::nullopt;
    if (column && isAlwaysThere(*column)) {
        plan.order = {{*column, sort.constFirst().descending}};
        if (*column != ServerColumn::Id)
            plan.order.append({ServerColumn::Id, false});
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
