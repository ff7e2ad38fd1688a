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

QString textOf(const ServerPageQuery::Condition &condition)
{
    if (condition.comparison != Comparison::Equal)
        return nameOf(condition.column) + signOf(condition.comparison) + u'?';
    const QString any = u" IN ("_s + QStringList(condition.anyOf.size(), u"?"_s).join(u',') + u')';
    if (condition.column == ServerColumn::Party)
        return u"row IN (SELECT row FROM party WHERE kind = ? AND id"_s + any + u')';
    return nameOf(condition.column) + any;
}

bool mayBeAbsent(ServerColumn column)
{
    return column != ServerColumn::Row && column != ServerColumn::Id;
}

} // namespace

QString whereOf(const ServerPageQuery &query)
{
    QString where = u" WHERE kind = ?"_s;
    for (const ServerPageQuery::Condition &condition : query.conditions)
        where += u" AND "_s + textOf(condition);
    return query.visibleTo ? QString(where + u" AND owner IN ('', ?)"_s) : where;
}

QVariantList valuesOf(const ServerPageQuery &query)
{
    QVariantList values{static_cast<int>(query.kind)};
    for (const ServerPageQuery::Condition &condition : query.conditions) {
        if (condition.column == ServerColumn::Party)
            values.append(static_cast<int>(query.kind));
        values += condition.anyOf;
    }
    if (query.visibleTo)
        values.append(*query.visibleTo);
    return values;
}

QString orderOf(const ServerPageQuery &query)
{
    QStringList keys;
    for (const ServerPageQuery::Order &order : query.order) {
        // Downwards, SQLite puts what is absent last by itself.
        const QString direction = order.descending ? u" DESC"_s
            : mayBeAbsent(order.column)            ? u" ASC NULLS LAST"_s
                                                   : u""_s;
        keys.append(nameOf(order.column) + direction);
    }
    return u" ORDER BY "_s + keys.join(u", "_s);
}

QString indexOf(ServerColumn column)
{
    if (column == ServerColumn::Party)
        return u" NOT INDEXED"_s; // by the rows that the table of parties names
    return u" INDEXED BY document_"_s + nameOf(column);
}

bool isTallied(ServerColumn column)
{
    return column == ServerColumn::State || column == ServerColumn::Rating
        || column == ServerColumn::Priority;
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
    case ServerColumn::State:
        return 6;
    case ServerColumn::Rating:
    case ServerColumn::Priority:
        return 3;
    }
    return 1;
}

} // namespace salesbench
