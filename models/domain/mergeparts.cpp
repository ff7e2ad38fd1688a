// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/mergeparts.h"

#include "models/domain/face.h"
#include "models/domain/resource.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::merging {

bool isNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

namespace {

bool sameObject(const QJsonObject &a, const QJsonObject &b)
{
    const auto covers = [](const QJsonObject &all, const QJsonObject &other) {
        for (auto it = other.begin(); it != other.end(); ++it) {
            if (!same(it.value(), all.value(it.key())))
                return false;
        }
        return true;
    };
    return covers(a, b) && covers(b, a);
}

bool sameArray(const QJsonArray &a, const QJsonArray &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const QJsonValue &left, const QJsonValue &right) { return same(left, right); });
}

} // namespace

bool same(const QJsonValue &a, const QJsonValue &b)
{
    if (isNothing(a) || isNothing(b))
        return isNothing(a) && isNothing(b);
    if (a.type() != b.type())
        return false;
    if (a == b)
        return true;
    if (a.isObject())
        return sameObject(a.toObject(), b.toObject());
    if (a.isArray())
        return sameArray(a.toArray(), b.toArray());
    return false;
}

void put(QJsonObject &object, const QString &name, const QJsonValue &value)
{
    if (isNothing(value))
        object.remove(name);
    else
        object.insert(name, value);
}

// Lists by key ------------------------------------------------------------------------------------------

namespace {

QString joined(const QJsonObject &object)
{
    QStringList parts;
    for (auto it = object.begin(); it != object.end(); ++it)
        parts.append(it.key() + u'=' + json::toText(it.value()));
    return parts.join(u'\x1f');
}

QString noteKey(const QJsonObject &note)
{
    const QString id = json::toText(note.value("id"_L1));
    if (!id.isEmpty())
        return id;
    const QDateTime date = json::toDateTime(note.value("date"_L1));
    return note.value("text"_L1).toString() + u'\x1f'
        + QString::number(date.isValid() ? date.toMSecsSinceEpoch() : 0);
}

QString contactKey(const QJsonObject &contact)
{
    return contact.value("mediumType"_L1).toString() + u'\x1f'
        + joined(contact.value("characteristic"_L1).toObject());
}

QString partyKey(const QJsonObject &party)
{
    return party.value("role"_L1).toString() + u'\x1f' + json::toText(party.value("id"_L1));
}

QString roleKey(const QJsonObject &party)
{
    return party.value("role"_L1).toString();
}

QString idKey(const QJsonObject &part)
{
    return json::toText(part.value("id"_L1));
}

bool isUnique(const QJsonArray &list, Key key)
{
    QSet<QString> seen;
    for (const QJsonValue &value : list)
        seen.insert(key(value.toObject()));
    return seen.size() == list.size();
}

} // namespace

bool Sides::areLists() const
{
    return local.isArray() && remote.isArray() && (base.isArray() || isNothing(base));
}

bool Sides::unique(Key key) const
{
    return isUnique(base.toArray(), key) && isUnique(local.toArray(), key) && isUnique(remote.toArray(), key);
}

Key keyOf(const QString &attribute, const Sides &sides)
{
    if (attribute == "note"_L1)
        return noteKey;
    if (attribute == "prospectContact"_L1 || attribute == "contactMedium"_L1)
        return contactKey;
    if (attribute == "quoteItem"_L1 || attribute == "salesOpportunityItem"_L1)
        return idKey;
    // Two people who each make a quote from one opportunity link both.
    if (resourceKindFromName(attribute))
        return idKey;
    // Two people who each put another owner in place contradict each other, although the ids differ.
    if (attribute == "relatedParty"_L1)
        return sides.unique(roleKey) ? roleKey : partyKey;
    return nullptr;
}

KeyedList keyed(const QJsonArray &list, Key key)
{
    KeyedList result;
    for (const QJsonValue &value : list) {
        QString name = key(value.toObject());
        while (result.values.contains(name))
            name += u'\x1e'; // twins are told apart by their order
        result.keys.append(name);
        result.values.insert(name, value);
    }
    return result;
}

QStringList allKeys(const KeyedList &base, const KeyedList &local, const KeyedList &remote)
{
    QStringList order = remote.keys;
    for (const QString &name : local.keys) {
        if (!remote.values.contains(name))
            order.append(name);
    }
    for (const QString &name : base.keys) {
        if (!remote.values.contains(name) && !local.values.contains(name))
            order.append(name);
    }
    return order;
}

MergedValue mergeValue(const Sides &sides)
{
    if (same(sides.local, sides.base) || same(sides.local, sides.remote))
        return {sides.remote};
    if (same(sides.remote, sides.base))
        return {sides.local};
    return {sides.local, true};
}

bool belongsToServer(const QString &attribute)
{
    constexpr std::array Owned{"id"_L1, "href"_L1, "creationDate"_L1, "statusChangeDate"_L1, "quoteDate"_L1};
    return std::ranges::find(Owned, attribute) != Owned.end();
}

bool isOfStatus(const QString &attribute)
{
    return std::ranges::find(StatusUnit, attribute) != StatusUnit.end();
}

} // namespace salesbench::merging
