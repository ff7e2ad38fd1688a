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
    {
    }

    LocalChanges run()
    {
        AttributeChanges here = changesBetween(m_base, m_local);
        AttributeChanges ofStatus;
        for (AttributeChange &mine : here) {
            if (isOfStatus(mine.name))
                ofStatus.append(std::move(mine));
            else if (!belongsToServer(mine.name))
                mergeAttribute(std::move(mine));
        }
        if (!ofStatus.isEmpty())
            mergeStatus(ofStatus);
        return std::move(m_result);
    }

private:
    bool put(const QString &name, const QJsonValue &remote, const QJsonValue &value)
    {
        if (same(remote, value))
            return false;
        m_result.changes.append({name, remote, value});
        return true;
    }

    /// A part that only one side changed is in conflict where the other side changed another part.
    void mergeStatus(const AttributeChanges &mine)
    {
        const auto isUntouched = [this](QLatin1StringView name) {
            return same(m_remote.value(name), m_base.value(name));
        };
        if (std::ranges::all_of(StatusUnit, isUntouched)) {
            m_result.changes.append(mine.data(), mine.size());
            return;
        }
        for (const QLatin1StringView name : StatusUnit) {
            if (put(name, m_remote.value(name), m_local.value(name)))
                m_result.conflicts.append(name);
        }
    }

    void mergeAttribute(AttributeChange &&mine)
    {
        const QJsonValue remote = m_remote.value(mine.name);
        if (same(remote, mine.from))
            m_result.changes.append(std::move(mine));
        else
            mergeBoth(mine.name, {mine.from, mine.to, remote});
    }

    void mergeBoth(const QString &name, const Sides &all)
    {
        MergedValue merged = mergeValue(all);
        const Key key = merged.conflict && all.areLists() ? keyOf(name, all) : nullptr;
        if (key)
            merged = mergeLists(all, key);
        put(name, all.remote, merged.value);
        // A total follows from the lines: never a question for a person.
        if (merged.conflict && name != "quoteTotalPrice"_L1)
            m_result.conflicts.append(name);
    }

    const QJsonObject &m_base;
    const QJsonObject &m_local;
    const QJsonObject &m_remote;
    LocalChanges m_result;
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
    return patchOf(changesBetween(from, to));
}

QSet<QString> changedAttributes(const QJsonObject &from, const QJsonObject &to)
{
    QSet<QString> result;
    const AttributeChanges changes = changesBetween(from, to);
    for (const AttributeChange &change : changes)
        result.insert(change.name);
    return result;
}

QSet<QString> editedAttributes(const QJsonObject &from, const QJsonObject &to)
{
    QSet<QString> result = changedAttributes(from, to);
    result.removeIf(merging::belongsToServer);
    return result;
}

LocalChanges localChanges(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote)
{
    return merging::Merger(base, local, remote).run();
}

MergeResult mergeThreeWays(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote)
{
    const LocalChanges here = localChanges(base, local, remote);
    MergeResult result{remote, here.conflicts};
    // A document that the server has not named yet keeps its own id.
    if (merging::isNothing(remote.value("id"_L1)))
        merging::put(result.merged, u"id"_s, local.value("id"_L1));
    for (const AttributeChange &change : here.changes)
        merging::put(result.merged, change.name, change.to);
    return result;
}

} // namespace salesbench
