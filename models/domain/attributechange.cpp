// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/attributechange.h"

#include "models/domain/mergeparts.h"

#include <QCborMap>

namespace salesbench {

namespace {

/// A walk along two objects' names, which are in order. As CBOR, which is how Qt keeps them anyway, names and
/// values compare where they lie; as JSON each of them is copied first. So only what differs becomes JSON.
class Walk {
public:
    Walk(const QJsonObject &from, const QJsonObject &to)
        : m_from(from)
        , m_to(to)
        , m_before(QCborMap::fromJsonObject(from))
        , m_after(QCborMap::fromJsonObject(to))
    {
    }

    AttributeChanges run()
    {
        while (m_old != m_before.constEnd() && m_new != m_after.constEnd()) {
            if (m_old.key() == m_new.key())
                passBoth();
            else if (name(m_old) < name(m_new))
                passOld();
            else
                passNew();
        }
        while (m_old != m_before.constEnd())
            passOld();
        while (m_new != m_after.constEnd())
            passNew();
        return std::move(m_changes);
    }

private:
    using Iterator = QCborMap::ConstIterator;

    static QString name(const Iterator &at) { return at.key().toString(); }

    void passBoth()
    {
        if (m_old.value() != m_new.value())
            add(name(m_old));
        ++m_old;
        ++m_new;
    }

    void passOld() { add(name(m_old++)); }
    void passNew() { add(name(m_new++)); }

    /// Both sides are looked up: Qt has rare names, such as emoji, in another order where it read them than
    /// where they were put in, so that one that is on both sides may be met on each alone.
    void add(const QString &name)
    {
        AttributeChange change{name, m_from.value(name), m_to.value(name)};
        if (!merging::same(change.from, change.to))
            m_changes.append(std::move(change));
    }

    const QJsonObject &m_from;
    const QJsonObject &m_to;
    const QCborMap m_before;
    const QCborMap m_after;
    Iterator m_old = m_before.constBegin();
    Iterator m_new = m_after.constBegin();
    AttributeChanges m_changes;
};

QJsonValue patchValue(const QJsonValue &from, const QJsonValue &to)
{
    if (from.isObject() && to.isObject())
        return patchOf(changesBetween(from.toObject(), to.toObject()));
    return merging::isNothing(to) ? QJsonValue(QJsonValue::Null) : to;
}

} // namespace

AttributeChanges changesBetween(const QJsonObject &from, const QJsonObject &to)
{
    return Walk(from, to).run();
}

QJsonObject patchOf(const AttributeChanges &changes)
{
    QJsonObject patch;
    for (const AttributeChange &change : changes)
        patch.insert(change.name, patchValue(change.from, change.to));
    return patch;
}

} // namespace salesbench
