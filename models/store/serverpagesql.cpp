// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverpagesql.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Comparison = ServerPageQuery::Comparison;

QString nameOf(ServerColumn column)
{
    static const QHash<ServerColumn, QString> names{
        {ServerColumn::Row, u"row"_s},           {ServerColumn::Id, u"id"_s},
        {ServerColumn::State, u"state"_s},       {ServerColumn::Name, u"name"_s},
        {ServerColumn::Created, u"created"_s},   {ServerColumn::Changed, u"changed"_s},
        {ServerColumn::Rating, u"rating"_s},     {ServerColumn::Priority, u"priority"_s},
        {ServerColumn::External, u"external"_s}, {ServerColumn::Revenue, u"revenue"_s}};
    return names.value(column);
}

QString signOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Equal:
        break;
    case Comparison::Greater:
        return u" > "_s;
    case Comparison::GreaterOrEqual:
        return u" >= "_s;
    case Comparison::Less:
        return u" < "_s;
    case Comparison::LessOrEqual:
        return u" <= "_s;
    }
    return u" = "_s;
}

/// As the table of references has it.
int attributeOf(ServerColumn column)
{
    return static_cast<int>(column) - static_cast<int>(ServerColumn::Party);
}

/// Of what is tallied, a null value stands for what is absent.
QString equals(const ServerPageQuery::Condition &condition, const QString &name)
{
    if (condition.anyOf.size() == 1)
        return name + (isTallied(condition.column) ? u" IS ?"_s : u" = ?"_s);
    return name + u" IN ("_s + QStringList(condition.anyOf.size(), u"?"_s).join(u',') + u')';
}

/// What stands behind the name of a table of references.
QString referenceWhere(const ServerPageQuery::Condition &condition, const QString &kind)
{
    return u" WHERE kind = %1 AND attribute = %2 AND "_s.arg(kind).arg(attributeOf(condition.column))
        + equals(condition, u"id"_s);
}

QString textOf(const ServerPageQuery::Condition &condition, ResourceKind kind, bool found)
{
    if (condition.comparison != Comparison::Equal)
        return nameOf(condition.column) + signOf(condition.comparison) + u'?';
    if (!isReference(condition.column))
        return equals(condition, nameOf(condition.column));
    const QString number = QString::number(static_cast<int>(kind));
    if (found)
        return u"row IN (SELECT row FROM reference"_s + referenceWhere(condition, number) + u')';
    return u"EXISTS (SELECT 1 FROM reference"_s + referenceWhere(condition, number)
        + u" AND owner = document.owner AND row = document.row)"_s;
}

bool mayBeAbsent(ServerColumn column)
{
    return column != ServerColumn::Row && column != ServerColumn::Id;
}

} // namespace

QString whereOf(const ServerPageQuery &query, std::optional<ServerColumn> found)
{
    QString where = u" WHERE kind = ?"_s;
    for (const ServerPageQuery::Condition &condition : query.conditions)
        where += u" AND "_s + textOf(condition, query.kind, condition.column == found);
    return query.visibleTo ? QString(where + u" AND owner IN ('', ?)"_s) : where;
}

QVariantList valuesOf(const ServerPageQuery &query)
{
    QVariantList values{static_cast<int>(query.kind)};
    for (const ServerPageQuery::Condition &condition : query.conditions)
        values += condition.anyOf;
    if (query.visibleTo)
        values.append(*query.visibleTo);
    return values;
}

QString countOfReferences(const ServerPageQuery &query)
{
    const ServerPageQuery::Condition &condition = query.conditions.constFirst();
    // A document may refer to several of the values, which the tallies do not tell.
    const QString what = condition.anyOf.size() == 1
        ? u"SELECT coalesce(sum(count), 0) FROM reference_tally"_s
        : u"SELECT count(DISTINCT row) FROM reference"_s;
    return what + referenceWhere(condition, u"?"_s)
        + (query.visibleTo ? u" AND owner IN ('', ?)"_s : QString());
}

QString orderOf(const ServerPageQuery &query, bool fromEnd)
{
    QStringList keys;
    for (const ServerPageQuery::Order &order : query.order) {
        // SQLite by itself takes what is absent for the smallest.
        const bool swaps = !order.descending && mayBeAbsent(order.column);
        const QString absent = !swaps ? QString() : fromEnd ? u" NULLS FIRST"_s : u" NULLS LAST"_s;
        keys.append(nameOf(order.column) + (order.descending == fromEnd ? u" ASC"_s : u" DESC"_s) + absent);
    }
    return u" ORDER BY "_s + keys.join(u", "_s);
}

QString indexOf(ServerColumn column)
{
    if (isReference(column))
        return u" NOT INDEXED"_s; // by the rows that the table of references names
    if (isTallied(column))
        return u" INDEXED BY document_group"_s;
    return u" INDEXED BY document_"_s + nameOf(column);
}

QString indexWithin(ServerColumn column)
{
    switch (column) {
    case ServerColumn::Row:
        return u" INDEXED BY document_order"_s;
    case ServerColumn::Id:
        return u" INDEXED BY document_group"_s;
    case ServerColumn::Created:
        return u" INDEXED BY document_age"_s;
    default:
        return {};
    }
}

QString indexById(ServerColumn tallied)
{
    return u" INDEXED BY document_%1_id"_s.arg(nameOf(tallied));
}

bool hasInIndex(ServerColumn indexed, ServerColumn column)
{
    if (indexed == ServerColumn::External || isReference(indexed))
        return false;
    if (column == ServerColumn::Id)
        return indexed != ServerColumn::Row;
    if (isTallied(column))
        return indexed != ServerColumn::Id;
    return column == indexed || column == ServerColumn::Row
        || (indexed == ServerColumn::Name && column == ServerColumn::Created);
}

bool isTallied(ServerColumn column)
{
    return column == ServerColumn::State || column == ServerColumn::Rating
        || column == ServerColumn::Priority;
}

bool isReference(ServerColumn column)
{
    return column == ServerColumn::Party || column == ServerColumn::Campaign
        || column == ServerColumn::Channel;
}

int varietyOf(ServerColumn column)
{
    switch (column) {
    case ServerColumn::Row:
    case ServerColumn::Id:
        return 1'000'000;
    case ServerColumn::External:
    case ServerColumn::Created:
    case ServerColumn::Changed:
        return 900'000;
    case ServerColumn::Name:
        return 10'000;
    case ServerColumn::Revenue:
        return 5'000;
    case ServerColumn::Party:
        return 100;
    case ServerColumn::Campaign:
    case ServerColumn::Channel:
        return 10;
    case ServerColumn::State:
        return 6;
    case ServerColumn::Rating:
    case ServerColumn::Priority:
        return 3;
    }
    return 1;
}

} // namespace salesbench
