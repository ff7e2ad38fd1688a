// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/documentrules.h"

#include "net/server/instant.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString text(const QDateTime &time)
{
    return instantText(time.toMSecsSinceEpoch());
}

QJsonValue withoutNullsInside(const QJsonValue &value)
{
    if (value.isObject())
        return withoutNulls(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array)
        result.append(withoutNullsInside(element));
    return result;
}

using StateById = QHash<QString, QString>;

void collectStates(const ServedItems &items, const QJsonArray &array, StateById &states)
{
    for (const QJsonValue &item : array) {
        const QString id = item["id"_L1].toString();
        if (!id.isEmpty())
            states.insert(id, item[items.stateAttribute].toString());
        if (items.nested)
            collectStates(items, item[items.attribute].toArray(), states);
    }
}

QString moveRefusal(const QString &what, const QString &attribute, const QString &from, const QString &to)
{
    return u"%1: %2 cannot go from %3 to %4."_s.arg(what, attribute, from, to);
}

/// True for a legal move and for none.
bool mayMove(const Lifecycle &lifecycle, const QString &from, const QString &to)
{
    const std::optional<State> source = stateFromText(from);
    const std::optional<State> target = stateFromText(to);
    return from == to || (source && target && lifecycle.allows(*source, *target));
}

/// Items that are new start in the first state; those that were there may make legal moves.
ApiResult<QJsonArray> movedItems(const ServedItems &items, const QJsonArray &array, const StateById &before)
{
    QJsonArray result;
    for (const QJsonValue &value : array) {
        QJsonObject item = value.toObject();
        const QString id = item.value("id"_L1).toString();
        const QString first = toText(items.lifecycle.initial());
        const QString from = before.value(id, first);
        const QString to = before.contains(id) ? item.value(items.stateAttribute).toString(from) : first;
        if (!mayMove(items.lifecycle, from, to)) {
            return refused(409, u"This move is not allowed"_s,
                           moveRefusal(u"%1 %2"_s.arg(items.attribute, id), items.stateAttribute, from, to));
        }
        item.insert(items.stateAttribute, to);
        if (items.nested && item.contains(items.attribute)) {
            const ApiResult<QJsonArray> inner =
                movedItems(items, item.value(items.attribute).toArray(), before);
            if (!inner)
                return inner;
            item.insert(items.attribute, *inner);
        }
        result.append(item);
    }
    return result;
}

ApiResult<void> moveItems(const ServedResource &resource, const QJsonObject &before, QJsonObject &document)
{
    if (!resource.items || !document.value(resource.items->attribute).isArray())
        return {};
    StateById states;
    collectStates(*resource.items, before.value(resource.items->attribute).toArray(), states);
    return movedItems(*resource.items, document.value(resource.items->attribute).toArray(), states)
        .map([&](const QJsonArray &items) { document.insert(resource.items->attribute, items); });
}

void keep(const QJsonObject &before, QLatin1StringView attribute, QJsonObject &document)
{
    if (before.contains(attribute))
        document.insert(attribute, before.value(attribute));
    else
        document.remove(attribute);
}

void compute(const ServedResource &resource, QJsonObject &document)
{
    if (resource.compute)
        resource.compute(document);
}

ApiResult<void> checkFixed(const ServedResource &resource, const QJsonObject &before,
                           const QJsonObject &wanted)
{
    for (QLatin1StringView attribute : {"id"_L1, "href"_L1, resource.type.creationDateAttribute}) {
        if (!resource.ignored.contains(attribute) && wanted.value(attribute) != before.value(attribute))
            return refused(400, u"This attribute never changes"_s, u"%1 cannot be changed."_s.arg(attribute));
    }
    return {};
}

ApiResult<void> moveState(const ServedResource &resource, const QJsonObject &before, QJsonObject &document,
                          const QDateTime &now)
{
    const ResourceType &type = resource.type;
    const QString from = before.value(type.stateAttribute).toString();
    const QString to = document.value(type.stateAttribute).toString();
    if (!mayMove(type.lifecycle, from, to))
        return refused(409, u"This move is not allowed"_s,
                       to.isEmpty() ? u"%1 is %2 and cannot be taken away."_s.arg(type.stateAttribute, from)
                                    : moveRefusal(type.typeName, type.stateAttribute, from, to));
    if (from != to && !type.changeDateAttribute.isEmpty())
        document.insert(type.changeDateAttribute, text(now));
    return {};
}

} // namespace

QJsonObject withoutNulls(const QJsonObject &object)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isNull())
            result.insert(it.key(), withoutNullsInside(it.value()));
    }
    return result;
}

QJsonObject withServersOwn(const ServedResource &resource, const QJsonObject &before, QJsonObject wanted)
{
    for (QLatin1StringView attribute : resource.ignored)
        keep(before, attribute, wanted);
    return wanted;
}

QJsonObject newDocument(const ServedResource &resource, const QJsonObject &body, const QString &newId,
                        const QDateTime &now)
{
    const ResourceType &type = resource.type;
    QJsonObject document = body;
    for (QLatin1StringView attribute : resource.ignored)
        document.remove(attribute);
    const QString id = document.value("id"_L1).toString(newId);
    document.insert("id"_L1, id);
    document.insert("href"_L1, QString(resource.path() + u'/' + id));
    document.insert(type.creationDateAttribute, text(now));
    document.insert(type.stateAttribute, toText(type.lifecycle.initial()));
    if (!type.changeDateAttribute.isEmpty())
        document.insert(type.changeDateAttribute, text(now));
    moveItems(resource, {}, document).or_else([](const ApiError &) {
        Q_UNREACHABLE();
    }); // new items start, none moves
    compute(resource, document);
    return document;
}

ApiResult<QJsonObject> changedDocument(const ServedResource &resource, const QJsonObject &before,
                                       QJsonObject wanted, const QDateTime &now)
{
    return checkFixed(resource, before, wanted)
        .and_then([&] { return moveState(resource, before, wanted, now); })
        .and_then([&] { return moveItems(resource, before, wanted); })
        .map([&] {
            compute(resource, wanted);
            return wanted;
        });
}

} // namespace salesbench
