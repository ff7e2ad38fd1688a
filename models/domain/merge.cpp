// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/merge.h"

#include "models/domain/face.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

bool same(const QJsonValue &a, const QJsonValue &b);

bool isNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

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

/// Null means absent, numbers compare by value at any depth.
bool same(const QJsonValue &a, const QJsonValue &b)
{
    if (isNothing(a) || isNothing(b))
        return isNothing(a) && isNothing(b);
    if (a.type() != b.type())
        return false;
    if (a.isObject())
        return sameObject(a.toObject(), b.toObject());
    if (a.isArray())
        return sameArray(a.toArray(), b.toArray());
    return a == b;
}

void put(QJsonObject &object, const QString &name, const QJsonValue &value)
{
    if (isNothing(value))
        object.remove(name);
    else
        object.insert(name, value);
}

QSet<QString> names(std::initializer_list<const QJsonObject *> objects)
{
    QSet<QString> result;
    for (const QJsonObject *object : objects) {
        for (auto it = object->begin(); it != object->end(); ++it)
            result.insert(it.key());
    }
    return result;
}

// Lists by key ------------------------------------------------------------------------------------------

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

using Key = QString (*)(const QJsonObject &);

bool isUnique(const QJsonArray &list, Key key)
{
    QSet<QString> seen;
    for (const QJsonValue &value : list)
        seen.insert(key(value.toObject()));
    return seen.size() == list.size();
}

struct Sides {
    QJsonValue base;
    QJsonValue local;
    QJsonValue remote;

    bool areLists() const
    {
        return local.isArray() && remote.isArray() && (base.isArray() || isNothing(base));
    }
    bool unique(Key key) const
    {
        return isUnique(base.toArray(), key) && isUnique(local.toArray(), key)
            && isUnique(remote.toArray(), key);
    }
};

Key keyOf(const QString &attribute, const Sides &sides)
{
    if (attribute == "note"_L1)
        return noteKey;
    if (attribute == "prospectContact"_L1 || attribute == "contactMedium"_L1)
        return contactKey;
    if (attribute == "quoteItem"_L1 || attribute == "salesOpportunityItem"_L1)
        return idKey;
    // Two people who each put another owner in place contradict each other, although the ids differ.
    if (attribute == "relatedParty"_L1)
        return sides.unique(roleKey) ? roleKey : partyKey;
    return nullptr;
}

struct KeyedList {
    QStringList keys;
    QHash<QString, QJsonValue> values;
};

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

struct MergedValue {
    QJsonValue value;
    bool conflict = false;
};

MergedValue mergeValue(const Sides &sides)
{
    if (same(sides.local, sides.base) || same(sides.local, sides.remote))
        return {sides.remote};
    if (same(sides.remote, sides.base))
        return {sides.local};
    return {sides.local, true};
}

MergedValue mergeLists(const Sides &sides, Key key)
{
    const KeyedList base = keyed(sides.base.toArray(), key);
    const KeyedList local = keyed(sides.local.toArray(), key);
    const KeyedList remote = keyed(sides.remote.toArray(), key);
    QStringList order = remote.keys;
    for (const QString &name : local.keys) {
        if (!remote.values.contains(name))
            order.append(name);
    }
    const auto at = [](const KeyedList &list, const QString &name) {
        return list.values.value(name, QJsonValue(QJsonValue::Undefined));
    };
    QJsonArray merged;
    bool conflict = false;
    for (const QString &name : std::as_const(order)) {
        const MergedValue element = mergeValue({at(base, name), at(local, name), at(remote, name)});
        conflict = conflict || element.conflict;
        if (!isNothing(element.value))
            merged.append(element.value);
    }
    return {merged, conflict};
}

// Attributes --------------------------------------------------------------------------------------------

bool belongsToServer(const QString &attribute)
{
    static const QSet<QString> owned{u"id"_s, u"href"_s, u"creationDate"_s, u"statusChangeDate"_s,
                                     u"quoteDate"_s};
    return owned.contains(attribute);
}

class Merger {
public:
    Merger(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote)
        : m_base(base)
        , m_local(local)
        , m_remote(remote)
        , m_names(names({&base, &local, &remote}))
    {
        m_result.merged = remote;
    }

    MergeResult run()
    {
        takeServersOwn();
        mergeUnit({u"status"_s, u"statusChangeReason"_s});
        QStringList rest = m_names.values();
        rest.sort();
        for (const QString &name : std::as_const(rest))
            mergeAttribute(name);
        for (QStringList *list : {&m_result.conflicts, &m_result.takenRemote, &m_result.keptLocal})
            list->sort();
        return m_result;
    }

private:
    Sides sides(const QString &name) const
    {
        return {m_base.value(name), m_local.value(name), m_remote.value(name)};
    }

    void takeServersOwn()
    {
        // A document that the server has not named yet keeps its own id.
        if (isNothing(m_remote.value("id"_L1)))
            put(m_result.merged, u"id"_s, m_local.value("id"_L1));
        m_names.removeIf(belongsToServer);
    }

    void mergeUnit(const QStringList &unit)
    {
        const auto any = [&](auto differs) {
            return std::any_of(unit.begin(), unit.end(),
                               [&](const QString &name) { return differs(sides(name)); });
        };
        const bool here = any([](const Sides &all) { return !same(all.local, all.base); });
        const bool there = any([](const Sides &all) { return !same(all.remote, all.base); });
        for (const QString &name : unit) {
            m_names.remove(name);
            const Sides all = sides(name);
            if (here)
                put(m_result.merged, name, all.local);
            if (here && there && !same(all.local, all.remote))
                m_result.conflicts.append(name);
            else
                note(name, all);
        }
    }

    void mergeAttribute(const QString &name)
    {
        const Sides all = sides(name);
        MergedValue merged = mergeValue(all);
        const Key key = merged.conflict && all.areLists() ? keyOf(name, all) : nullptr;
        if (key)
            merged = mergeLists(all, key);
        // A total follows from the lines: never a question for a person.
        const bool conflict = merged.conflict && name != "quoteTotalPrice"_L1;
        put(m_result.merged, name, merged.value);
        if (conflict)
            m_result.conflicts.append(name);
        else
            note(name, all);
    }

    void note(const QString &name, const Sides &all)
    {
        const bool here = !same(all.local, all.base);
        const bool there = !same(all.remote, all.base);
        if (here && !there)
            m_result.keptLocal.append(name);
        else if (there && !here)
            m_result.takenRemote.append(name);
    }

    const QJsonObject &m_base;
    const QJsonObject &m_local;
    const QJsonObject &m_remote;
    QSet<QString> m_names;
    MergeResult m_result;
};

} // namespace

QJsonObject mergePatch(const QJsonObject &target, const QJsonObject &patch)
{
    QJsonObject result = target;
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        if (it.value().isNull())
            result.remove(it.key());
        else if (it.value().isObject())
            result.insert(it.key(), mergePatch(target.value(it.key()).toObject(), it.value().toObject()));
        else
            result.insert(it.key(), it.value());
    }
    return result;
}

QJsonObject diffPatch(const QJsonObject &from, const QJsonObject &to)
{
    QJsonObject patch;
    const QSet<QString> all = names({&from, &to});
    for (const QString &name : all) {
        const QJsonValue before = from.value(name);
        const QJsonValue after = to.value(name);
        if (same(before, after))
            continue;
        if (before.isObject() && after.isObject())
            patch.insert(name, diffPatch(before.toObject(), after.toObject()));
        else
            patch.insert(name, isNothing(after) ? QJsonValue(QJsonValue::Null) : after);
    }
    return patch;
}

QSet<QString> changedAttributes(const QJsonObject &from, const QJsonObject &to)
{
    QSet<QString> result = names({&from, &to});
    result.removeIf([&](const QString &name) { return same(from.value(name), to.value(name)); });
    return result;
}

MergeResult mergeThreeWays(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote)
{
    return Merger(base, local, remote).run();
}

} // namespace salesbench
