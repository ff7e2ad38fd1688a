// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/conflict.h"

#include "models/domain/editing.h"
#include "models/domain/merge.h"
#include "models/domain/mergeparts.h"
#include "models/domain/move.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Verdict = ConflictPart::Verdict;
using merging::Sides;

Verdict verdictOf(const Sides &sides)
{
    if (merging::same(sides.local, sides.remote))
        return Verdict::Same;
    if (!sides.isChangedThere())
        return Verdict::Mine;
    return sides.isChangedHere() ? Verdict::Open : Verdict::Theirs;
}

class Reading {
public:
    explicit Reading(const Record &record)
        : m_record(record)
        , m_type(resourceType(record.kind))
        // Nobody looks at edits of what is being deleted.
        , m_mine(record.deleted ? record.base : record.local)
    {
    }

    QVector<ConflictPart> run()
    {
        addState();
        QStringList names =
            (changedAttributes(m_record.base, m_mine) + changedAttributes(m_record.base, m_record.remote))
                .values();
        names.sort();
        for (const QString &name : std::as_const(names)) {
            if (!isApart(name))
                addAttribute(name);
        }
        std::stable_partition(m_parts.begin(), m_parts.end(),
                              [](const ConflictPart &part) { return part.verdict == Verdict::Open; });
        return m_parts;
    }

private:
    bool isApart(const QString &name) const
    {
        const bool ofState = hasReason() ? merging::isOfStatus(name) : name == m_type.stateAttribute;
        return ofState || merging::belongsToServer(name) || name == "quoteTotalPrice"_L1;
    }

    bool hasReason() const { return m_type.stateAttribute == "status"_L1; }

    Sides sides(const QString &name) const
    {
        return {m_record.base.value(name), m_mine.value(name), m_record.remote.value(name)};
    }

    void add(ConflictPart part, const Sides &sides)
    {
        if (!sides.isChangedHere() && !sides.isChangedThere())
            return;
        part.base = sides.base;
        part.mine = sides.local;
        part.theirs = sides.remote;
        part.verdict = part.canBeMine ? verdictOf(sides) : Verdict::Open;
        m_parts.append(part);
    }

    QJsonValue state(const QJsonObject &document) const
    {
        if (!hasReason())
            return document.value(m_type.stateAttribute);
        QJsonObject both;
        for (const QLatin1StringView name : merging::StatusUnit)
            merging::put(both, name, document.value(name));
        return both;
    }

    void addState()
    {
        ConflictPart part;
        part.attribute = m_type.stateAttribute;
        part.withReason = hasReason();
        const Sides all{state(m_record.base), state(m_mine), state(m_record.remote)};
        part.canBeMine = !all.isChangedHere() || canMove(m_record.kind, m_record.remote, m_mine);
        add(part, all);
    }

    void addAttribute(const QString &name)
    {
        const Sides all = sides(name);
        ConflictPart part;
        part.attribute = name;
        if (const merging::Key key = all.areLists() ? merging::keyOf(name, all) : nullptr)
            addElements(part, all, key);
        else
            add(part, all);
    }

    void addElements(ConflictPart part, const Sides &all, merging::Key key)
    {
        const merging::KeyedList base = merging::keyed(all.base.toArray(), key);
        const merging::KeyedList mine = merging::keyed(all.local.toArray(), key);
        const merging::KeyedList theirs = merging::keyed(all.remote.toArray(), key);
        const QStringList keys = merging::allKeys(base, mine, theirs);
        for (const QString &name : keys) {
            part.isElement = true;
            part.key = name;
            add(part, {base.at(name), mine.at(name), theirs.at(name)});
        }
    }

    const Record &m_record;
    const ResourceType &m_type;
    const QJsonObject m_mine;
    QVector<ConflictPart> m_parts;
};

QJsonArray withElement(const Record &record, const ConflictPart &part, const QJsonArray &list,
                       const QJsonValue &value)
{
    const QString &name = part.attribute;
    const merging::Key key =
        merging::keyOf(name, {record.base.value(name), record.local.value(name), record.remote.value(name)});
    merging::KeyedList elements = merging::keyed(list, key);
    if (!elements.values.contains(part.key))
        elements.keys.append(part.key);
    elements.values.insert(part.key, value);
    QJsonArray result;
    for (const QString &element : std::as_const(elements.keys)) {
        if (!merging::isNothing(elements.at(element)))
            result.append(elements.at(element));
    }
    return result;
}

void putPart(QJsonObject &document, const Record &record, const ConflictPart &part, const QJsonValue &value)
{
    if (part.withReason) {
        for (const QLatin1StringView name : merging::StatusUnit)
            merging::put(document, name, value.toObject().value(name));
    } else if (part.isElement) {
        document.insert(part.attribute,
                        withElement(record, part, document.value(part.attribute).toArray(), value));
    } else {
        merging::put(document, part.attribute, value);
    }
}

} // namespace

QVector<ConflictPart> conflictParts(const Record &record)
{
    return Reading(record).run();
}

QJsonObject settledDocument(const Record &record, const QVector<ConflictPart> &parts,
                            const QVector<QJsonValue> &chosen)
{
    QJsonObject result = mergeThreeWays(record.base, record.local, record.remote).merged;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isOpen = parts[i].verdict == Verdict::Open;
        putPart(result, record, parts[i], isOpen ? chosen.value(i) : parts[i].settled());
    }
    if (record.kind != ResourceKind::Quote)
        return result;
    if (!merging::same(result.value("quoteItem"_L1), record.remote.value("quoteItem"_L1)))
        return withQuoteTotals(result);
    merging::put(result, u"quoteTotalPrice"_s, record.remote.value("quoteTotalPrice"_L1));
    return result;
}

bool isGoneThere(const Record &record)
{
    return record.sync == SyncState::Conflict && record.remote.isEmpty() && !record.deleted;
}

} // namespace salesbench
