// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/merge.h"

#include "models/domain/mergeparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace merging {

namespace {

MergedValue mergeLists(const Sides &sides, Key key)
{
    const KeyedList base = keyed(sides.base.toArray(), key);
    const KeyedList local = keyed(sides.local.toArray(), key);
    const KeyedList remote = keyed(sides.remote.toArray(), key);
    QJsonArray merged;
    bool conflict = false;
    const QStringList order = allKeys(base, local, remote);
    for (const QString &name : order) {
        const MergedValue element = mergeValue({base.at(name), local.at(name), remote.at(name)});
        conflict = conflict || element.conflict;
        if (!isNothing(element.value))
            merged.append(element.value);
    }
    return {merged, conflict};
}

class Merger {
public:
    Merger(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote)
        : m_base(base)
        , m_local(local)
        , m_remote(remote)
        , m_names(unlike({&base, &local, &remote}))
    {
        m_result.merged = remote;
    }

    MergeResult run()
    {
        takeServersOwn();
        while (!m_names.isEmpty()) {
            const QString name = m_names.takeFirst();
            const QStringList unit = unitOf(name);
            if (unit.size() > 1)
                mergeUnit(unit);
            else
                mergeAttribute(name);
        }
        for (QStringList *list : {&m_result.conflicts, &m_result.takenRemote, &m_result.keptLocal})
            list->sort();
        return m_result;
    }

private:
    Sides sides(const QString &name) const
    {
        return {m_base.value(name), m_local.value(name), m_remote.value(name)};
    }

    void putIn(const QString &name, const QJsonValue &value)
    {
        put(m_result.merged, name, value);
        m_result.put.append(name);
    }

    void takeServersOwn()
    {
        // A document that the server has not named yet keeps its own id.
        if (isNothing(m_remote.value("id"_L1)))
            putIn(u"id"_s, m_local.value("id"_L1));
        m_names.removeIf(belongsToServer);
    }

    /// A part that only one side changed is in conflict where the other side changed another part.
    void mergeUnit(const QStringList &unit)
    {
        QVector<Sides> parts;
        for (const QString &name : unit) {
            m_names.removeAll(name);
            parts.append(sides(name));
        }
        const bool here = std::ranges::any_of(parts, &Sides::isChangedHere);
        const bool there = std::ranges::any_of(parts, &Sides::isChangedThere);
        for (qsizetype i = 0; i < unit.size(); ++i) {
            const Sides &part = parts.at(i);
            const bool differs = here && !same(part.local, part.remote);
            if (differs)
                putIn(unit.at(i), part.local);
            if (differs && there)
                m_result.conflicts.append(unit.at(i));
            else
                note(unit.at(i), part.isChangedHere(), part.isChangedThere());
        }
    }

    void mergeAttribute(const QString &name)
    {
        const Sides all = sides(name);
        const bool here = all.isChangedHere();
        const bool there = all.isChangedThere();
        if (here && there) {
            mergeBoth(name, all);
            return;
        }
        if (here)
            putIn(name, all.local);
        note(name, here, there);
    }

    void mergeBoth(const QString &name, const Sides &all)
    {
        MergedValue merged = mergeValue(all);
        const Key key = merged.conflict && all.areLists() ? keyOf(name, all) : nullptr;
        if (key)
            merged = mergeLists(all, key);
        putIn(name, merged.value);
        // A total follows from the lines: never a question for a person.
        if (merged.conflict && name != "quoteTotalPrice"_L1)
            m_result.conflicts.append(name);
    }

    void note(const QString &name, bool here, bool there)
    {
        if (here && !there)
            m_result.keptLocal.append(name);
        else if (there && !here)
            m_result.takenRemote.append(name);
    }

    const QJsonObject &m_base;
    const QJsonObject &m_local;
    const QJsonObject &m_remote;
    QStringList m_names; ///< under which the three differ
    MergeResult m_result;
};

} // namespace

} // namespace merging

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
    return diffPatch(from, to, merging::unlike({&from, &to}));
}

QJsonObject diffPatch(const QJsonObject &from, const QJsonObject &to, const QStringList &names)
{
    QJsonObject patch;
    for (const QString &name : names) {
        const QJsonValue before = from.value(name);
        const QJsonValue after = to.value(name);
        if (merging::same(before, after))
            continue;
        if (before.isObject() && after.isObject())
            patch.insert(name, diffPatch(before.toObject(), after.toObject()));
        else
            patch.insert(name, merging::isNothing(after) ? QJsonValue(QJsonValue::Null) : after);
    }
    return patch;
}

QSet<QString> changedAttributes(const QJsonObject &from, const QJsonObject &to)
{
    QSet<QString> result;
    const QStringList all = merging::unlike({&from, &to});
    for (const QString &name : all) {
        if (!merging::same(from.value(name), to.value(name)))
            result.insert(name);
    }
    return result;
}

MergeResult mergeThreeWays(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote)
{
    return merging::Merger(base, local, remote).run();
}

} // namespace salesbench
