// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QVector>

#include <concepts>
#include <optional>
#include <type_traits>

namespace salesbench {

/// A typed look at a JSON object, which stays the truth: what the face does not know survives.
///
/// Reading is lenient: a number counts as text, "false" as false, a value of a wrong type or an empty
/// date as absent. Writing is strict: an empty text, an invalid date, an empty list or an empty part removes
/// the attribute, dates are written in UTC with milliseconds.
class Face {
public:
    Face() = default;
    explicit Face(QJsonObject json)
        : m_json(std::move(json))
    {
    }

    const QJsonObject &json() const { return m_json; }
    bool isEmpty() const { return m_json.isEmpty(); }
    bool operator==(const Face &) const = default;

protected:
    template<typename T>
    T get(QLatin1StringView name) const;
    template<typename T>
    void set(QLatin1StringView name, const T &value);
    template<typename T>
    QVector<T> getList(QLatin1StringView name) const;
    template<typename T>
    void setList(QLatin1StringView name, const QVector<T> &values);

private:
    QJsonObject m_json;
};

namespace json {

QString toText(const QJsonValue &value);
std::optional<bool> toBool(const QJsonValue &value);
std::optional<double> toNumber(const QJsonValue &value);
QDateTime toDateTime(const QJsonValue &value);
QJsonValue fromDateTime(const QDateTime &value);

} // namespace json

template<typename T>
T fromJson(const QJsonValue &value)
{
    if constexpr (std::derived_from<T, Face>)
        return T(value.toObject());
    else if constexpr (std::same_as<T, QString>)
        return json::toText(value);
    else if constexpr (std::same_as<T, QDateTime>)
        return json::toDateTime(value);
    else if constexpr (std::same_as<T, std::optional<bool>>)
        return json::toBool(value);
    else if constexpr (std::same_as<T, std::optional<double>>)
        return json::toNumber(value);
    else if constexpr (std::same_as<T, std::optional<Money>>)
        return Money::fromJson(value);
    else {
        static_assert(std::same_as<T, QJsonValue>, "no such attribute type");
        return value;
    }
}

/// QJsonValue::Undefined for what must not stand in a document.
template<typename T>
QJsonValue toJson(const T &value)
{
    if constexpr (std::derived_from<T, Face>)
        return value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value.json());
    else if constexpr (std::same_as<T, QString>)
        return value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value);
    else if constexpr (std::same_as<T, QDateTime>)
        return json::fromDateTime(value);
    else if constexpr (std::same_as<T, std::optional<Money>>)
        return value ? QJsonValue(value->toJson()) : QJsonValue(QJsonValue::Undefined);
    else if constexpr (std::same_as<T, QJsonValue>)
        return value;
    else
        return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Undefined);
}

template<typename T>
T Face::get(QLatin1StringView name) const
{
    return fromJson<T>(m_json.value(name));
}

template<typename T>
void Face::set(QLatin1StringView name, const T &value)
{
    const QJsonValue json = toJson(value);
    if (json.isUndefined())
        m_json.remove(name);
    else
        m_json.insert(name, json);
}

template<typename T>
QVector<T> Face::getList(QLatin1StringView name) const
{
    QVector<T> result;
    const QJsonArray array = m_json.value(name).toArray();
    for (const QJsonValue &value : array)
        result.append(fromJson<T>(value));
    return result;
}

template<typename T>
void Face::setList(QLatin1StringView name, const QVector<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(toJson(value));
    if (array.isEmpty())
        m_json.remove(name);
    else
        m_json.insert(name, array);
}

} // namespace salesbench

// clang-format off

/// Declares the reader and the writer of one attribute under its TMF name.
#define TMF_ATTRIBUTE(Type, name, setName)                                                                   \
    Type name() const { return get<Type>(QLatin1StringView(#name)); }                                        \
    void setName(const Type &value) { set<Type>(QLatin1StringView(#name), value); }

/// The same for a list of parts.
#define TMF_LIST(Type, name, setName)                                                                        \
    QVector<Type> name() const { return getList<Type>(QLatin1StringView(#name)); }                           \
    void setName(const QVector<Type> &values) { setList<Type>(QLatin1StringView(#name), values); }

/// @type, @baseType, @schemaLocation: TMF630's extension pattern, on every class.
#define TMF_EXTENSIBLE                                                                                       \
    QString atType() const { return get<QString>(QLatin1StringView("@type")); }                              \
    void setAtType(const QString &value) { set<QString>(QLatin1StringView("@type"), value); }                \
    QString atBaseType() const { return get<QString>(QLatin1StringView("@baseType")); }                      \
    void setAtBaseType(const QString &value) { set<QString>(QLatin1StringView("@baseType"), value); }        \
    QString atSchemaLocation() const { return get<QString>(QLatin1StringView("@schemaLocation")); }          \
    void setAtSchemaLocation(const QString &value)                                                           \
    {                                                                                                        \
        set<QString>(QLatin1StringView("@schemaLocation"), value);                                           \
    }

/// @referredType: the class behind a reference.
#define TMF_REFERRING                                                                                        \
    QString atReferredType() const { return get<QString>(QLatin1StringView("@referredType")); }              \
    void setAtReferredType(const QString &value) { set<QString>(QLatin1StringView("@referredType"), value); }

// clang-format on
