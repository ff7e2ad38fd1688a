// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/attributechange.h"

#include "models/domain/mergeparts.h"

#include <QCborMap>

namespace salesbench {

namespace {

/// One of an object's members after the other. As CBOR, which is how Qt keeps them anyway, names and values
/// compare where they lie; as JSON each of them is copied first. So only what differs is read as JSON.
class Cursor {
public:
    explicit Cursor(const QJsonObject &object)
        : m_map(QCborMap::fromJsonObject(object))
        , m_cbor(m_map.constBegin())
        , m_end(m_map.constEnd())
        , m_json(object.constBegin())
    {
    }

    bool isAtEnd() const { return m_cbor == m_end; }
    void pass()
    {
        ++m_cbor;
        ++m_json;
    }

    QString name() const { return m_json.key(); }
    QJsonValue value() const { return m_json.value(); }

    bool hasNameOf(const Cursor &other) const { return m_cbor.key() == other.m_cbor.key(); }
    bool hasValueOf(const Cursor &other) const { return m_cbor.value() == other.m_cbor.value(); }

private:
    const QCborMap m_map;
    QCborMap::ConstIterator m_cbor;
    QCborMap::ConstIterator m_end;
    QJsonObject::ConstIterator m_json;
};

/// Along two objects' names, which are in order.
class Walk {
public:
    Walk(const QJsonObject &from, const QJsonObject &to)
        : m_from(from)
        , m_to(to)
        , m_old(from)
        , m_new(to)
    {
    }

    AttributeChanges run()
    {
        while (!m_old.isAtEnd() && !m_new.isAtEnd()) {
            if (m_old.hasNameOf(m_new))
                passBoth();
            else if (m_old.name() < m_new.name())
                passOld();
            else
                passNew();
        }
        while (!m_old.isAtEnd())
            passOld();
        while (!m_new.isAtEnd())
            passNew();
        return std::move(m_changes);
    }

private:
    void passBoth()
    {
        if (!m_old.hasValueOf(m_new))
            addUnlessSame({m_old.name(), m_old.value(), m_new.value()});
        m_old.pass();
        m_new.pass();
    }

    /// Qt has rare names, such as emoji, in another order where it read them than where they were put in: one
    /// that is on both sides may be met on each alone. It counts once, where it is met in the old object.
    void passOld()
    {
        const QString name = m_old.name();
        addUnlessSame({name, m_old.value(), m_to.value(name)});
        m_old.pass();
    }

    void passNew()
    {
        const QString name = m_new.name();
        if (!m_from.contains(name))
            addUnlessSame({name, QJsonValue::Undefined, m_new.value()});
        m_new.pass();
    }

    void addUnlessSame(AttributeChange &&change)
    {
        if (!merging::same(change.from, change.to))
            m_changes.append(std::move(change));
    }

    const QJsonObject &m_from;
    const QJsonObject &m_to;
    Cursor m_old;
    Cursor m_new;
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
