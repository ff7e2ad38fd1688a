// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/listplan.h"

#include "net/server/instant.h"
#include "net/server/querymatch.h"
#include "net/server/rights.h"

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Comparison = ServerPageQuery::Comparison;

/// More alternatives than this are not worth a statement of their own.
constexpr qsizetype FewAlternatives = 8;

/// And these are enough to find few documents by.
constexpr qsizetype EnoughConditions = 6;

/// The attributes of any resource that the store keeps columns for.
struct Hot {
    QLatin1StringView path;
    SchemaSet::Content content; ///< what a resource's schema must have there
    ServerColumn column;
};

constexpr std::array HotAttributes{
    Hot{"rating"_L1, SchemaSet::Content::Text, ServerColumn::Rating},
    Hot{"priority"_L1, SchemaSet::Content::Text, ServerColumn::Priority},
    Hot{"externalId"_L1, SchemaSet::Content::Text, ServerColumn::External},
    Hot{"estimatedRevenue.value"_L1, SchemaSet::Content::Number, ServerColumn::Revenue},
    Hot{"relatedParty.id"_L1, SchemaSet::Content::Text, ServerColumn::Party},
    Hot{"marketingCampaign.id"_L1, SchemaSet::Content::Text, ServerColumn::Campaign},
    Hot{"channel.id"_L1, SchemaSet::Content::Text, ServerColumn::Channel},
};

bool isDate(ServerColumn column)
{
    return column == ServerColumn::Created || column == ServerColumn::Changed;
}

bool isSortable(ServerColumn column)
{
    return column != ServerColumn::External && column != ServerColumn::Party
        && column != ServerColumn::Campaign && column != ServerColumn::Channel;
}

/// What the store takes in place of a text of the query.
QVariant valueFor(ServerColumn column, const QString &text)
{
    if (isDate(column))
        return instantText(instantOf(text).value_or(0));
    return column == ServerColumn::Revenue ? QVariant(text.toDouble()) : QVariant(text);
}

std::optional<Comparison> comparisonOf(TmfCondition::Operator op)
{
    switch (op) {
    case TmfCondition::Operator::Equal:
        return Comparison::Equal;
    case TmfCondition::Operator::Greater:
        return Comparison::Greater;
    case TmfCondition::Operator::GreaterOrEqual:
        return Comparison::GreaterOrEqual;
    case TmfCondition::Operator::Less:
        return Comparison::Less;
    case TmfCondition::Operator::LessOrEqual:
        return Comparison::LessOrEqual;
    case TmfCondition::Operator::Regex:
        break;
    }
    return {};
}

class ListPlan {
public:
    ListPlan(const SchemaSet &schemas, const ResourceType &type)
        : m_schemas(schemas)
        , m_type(type)
    {
    }

    void planConditions(const QVector<TmfCondition> &conditions, ServerPageQuery &plan) const
    {
        QVector<TmfCondition> rest;
        for (const TmfCondition &condition : conditions) {
            const auto planned = conditionOf(condition);
            if (planned && plan.conditions.size() < EnoughConditions)
                plan.conditions.append(*planned);
            else
                rest.append(condition);
        }
        if (!rest.isEmpty())
            plan.matches = [rest](const QJsonObject &document) {
                return matches(document, rest);
            };
    }

    void planOrder(const QVector<TmfSortKey> &sort, ServerPageQuery &plan) const
    {
        if (sort.isEmpty())
            return;
        if (const auto order = orderOf(sort)) {
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

private:
    std::optional<ServerColumn> columnOf(const QStringList &path) const
    {
        const QString attribute = path.join(u'.');
        if (attribute == "id"_L1)
            return ServerColumn::Id;
        if (attribute == m_type.stateAttribute)
            return ServerColumn::State;
        if (attribute == m_type.nameAttribute)
            return ServerColumn::Name;
        if (attribute == m_type.creationDateAttribute)
            return ServerColumn::Created;
        if (!attribute.isEmpty() && attribute == m_type.changeDateAttribute)
            return ServerColumn::Changed;
        const SchemaSet::Content content = m_schemas.contentAt(m_type.typeName, path);
        for (const Hot &hot : HotAttributes) {
            if (attribute == hot.path && content == hot.content)
                return hot.column;
        }
        return {};
    }

    /// Nothing where documents must be looked into.
    std::optional<ServerPageQuery::Condition> conditionOf(const TmfCondition &condition) const
    {
        const std::optional<ServerColumn> column = columnOf(condition.path);
        const std::optional<Comparison> comparison = comparisonOf(condition.op);
        if (!column || !comparison)
            return {};
        // Texts that both look like dates compare as instants, and only documents know.
        const bool ranges = isDate(*column) || *column == ServerColumn::Revenue;
        if (comparison == Comparison::Equal ? condition.anyOf.size() > FewAlternatives
                                            : !ranges || condition.anyOf.size() > 1)
            return {};
        QVariantList values;
        for (const QString &text : condition.anyOf)
            values.append(valueFor(*column, text));
        return ServerPageQuery::Condition{*column, values, *comparison};
    }

    /// Nothing where a key is no column.
    std::optional<QVector<ServerPageQuery::Order>> orderOf(const QVector<TmfSortKey> &sort) const
    {
        QVector<ServerPageQuery::Order> order;
        const auto has = [&](ServerColumn column) {
            return std::any_of(order.begin(), order.end(),
                               [&](const ServerPageQuery::Order &known) { return known.column == column; });
        };
        for (const TmfSortKey &key : sort) {
            const std::optional<ServerColumn> column = columnOf(key.path);
            if (!column || !isSortable(*column))
                return {};
            if (!has(*column))
                order.append({*column, key.descending});
        }
        if (!has(ServerColumn::Id))
            order.append({ServerColumn::Id, false});
        return order;
    }

    const SchemaSet &m_schemas;
    const ResourceType &m_type;
};

} // namespace

ServerPageQuery planList(const SchemaSet &schemas, const ServedResource &resource, const TmfQuery &query,
                         const ServerUser &user)
{
    ServerPageQuery plan;
    plan.kind = resource.type.kind;
    plan.visibleTo = visibleOwner(user);
    plan.offset = query.offset;
    plan.limit = query.limit;
    const ListPlan work(schemas, resource.type);
    work.planConditions(query.conditions, plan);
    work.planOrder(query.sort, plan);
    return plan;
}

} // namespace salesbench
