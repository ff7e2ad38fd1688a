// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/schema.h"

#include <QDate>
#include <QJsonArray>
#include <QTime>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr QLatin1StringView ReferencePrefix("#/components/schemas/");

QStringList toTexts(const QJsonValue &array)
{
    QStringList result;
    const QJsonArray elements = array.toArray();
    for (const QJsonValue &element : elements)
        result.append(element.toString());
    return result;
}

QString kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return u"true or false"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"a text"_s;
    case QJsonValue::Array:
        return u"a list"_s;
    case QJsonValue::Object:
        return u"an object"_s;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"null"_s;
}

QString inside(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : QString(path + u'.' + name);
}

bool isUri(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.isRelative();
}

} // namespace

bool isDateTime(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):(\\d\\d)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const auto number = [&](int group) {
        return match.capturedView(group).toInt();
    };
    return match.hasMatch() && QDate::isValid(number(1), number(2), number(3))
        && QTime::isValid(number(4), number(5), std::min(number(6), 59)) && number(6) <= 60;
}

SchemaSet::SchemaSet(const QJsonObject &schemas)
    : m_schemas(schemas)
{
    for (auto it = schemas.begin(); it != schemas.end(); ++it)
        referred(ReferencePrefix + it.key());
}

SchemaSet::Node *SchemaSet::referred(const QString &reference)
{
    const QString name =
        reference.startsWith(ReferencePrefix) ? reference.mid(ReferencePrefix.size()) : QString();
    if (Node *known = m_byName.value(name))
        return known;
    if (!m_schemas.contains(name)) {
        m_broken.append(reference);
        return &m_nodes.emplace_back();
    }
    Node *node = &m_nodes.emplace_back(); // known before it is complete: schemas refer to themselves
    m_byName.insert(name, node);
    *node = *compile(m_schemas.value(name).toObject());
    return node;
}

SchemaSet::Node *SchemaSet::compile(const QJsonObject &schema)
{
    static const QHash<QString, Type> types{{u"object"_s, Type::Object},   {u"array"_s, Type::Array},
                                            {u"string"_s, Type::Text},     {u"number"_s, Type::Number},
                                            {u"integer"_s, Type::Integer}, {u"boolean"_s, Type::Flag}};
    static const QHash<QString, Format> formats{{u"date-time"_s, Format::DateTime}, {u"uri"_s, Format::Uri}};
    if (schema.contains("$ref"_L1))
        return referred(schema.value("$ref"_L1).toString());
    Node *node = &m_nodes.emplace_back();
    node->type = types.value(schema.value("type"_L1).toString(), Type::Any);
    node->format = formats.value(schema.value("format"_L1).toString(), Format::None);
    node->allowed = toTexts(schema.value("enum"_L1));
    node->pattern = QRegularExpression(schema.value("pattern"_L1).toString());
    node->required = toTexts(schema.value("required"_L1));
    node->minItems = schema.value("minItems"_L1).toInt();
    if (schema.contains("items"_L1))
        node->items = compile(schema.value("items"_L1).toObject());
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it)
        node->properties.insert(it.key(), compile(it.value().toObject()));
    return node;
}

std::optional<QString> SchemaSet::objection(const QString &name, const QJsonValue &value) const
{
    return check(*m_byName.value(name), value, {});
}

SchemaSet::Content SchemaSet::contentAt(const QString &name, const QStringList &path) const
{
    const auto inList = [](const Node *node) {
        while (node && node->type == Type::Array)
            node = node->items;
        return node;
    };
    const Node *node = m_byName.value(name);
    for (const QString &attribute : path) {
        node = inList(node);
        node = node ? node->properties.value(attribute) : nullptr;
    }
    node = inList(node);
    if (!node)
        return Content::Unknown;
    if (node->type == Type::Text)
        return node->format == Format::DateTime ? Content::DateTime : Content::Text;
    return node->type == Type::Number || node->type == Type::Integer ? Content::Number : Content::Other;
}

bool SchemaSet::fits(Type type, const QJsonValue &value)
{
    switch (type) {
    case Type::Any:
        return true;
    case Type::Object:
        return value.isObject();
    case Type::Array:
        return value.isArray();
    case Type::Text:
        return value.isString();
    case Type::Number:
        return value.isDouble();
    case Type::Integer:
        return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    case Type::Flag:
        return value.isBool();
    }
    return false;
}

QString SchemaSet::nameOf(Type type)
{
    static const QHash<Type, QString> names{
        {Type::Any, u"anything"_s},      {Type::Object, u"an object"_s}, {Type::Array, u"a list"_s},
        {Type::Text, u"a text"_s},       {Type::Number, u"a number"_s},  {Type::Integer, u"a whole number"_s},
        {Type::Flag, u"true or false"_s}};
    return names.value(type);
}

std::optional<QString> SchemaSet::check(const Node &node, const QJsonValue &value, const QString &path) const
{
    if (!fits(node.type, value)) {
        return u"%1 must be %2, not %3."_s.arg(path.isEmpty() ? u"The document"_s : path, nameOf(node.type),
                                               kindOf(value));
    }
    if (node.type == Type::Object)
        return checkObject(node, value.toObject(), path);
    if (node.type == Type::Array)
        return checkArray(node, value, path);
    return node.type == Type::Text ? checkText(node, value.toString(), path) : std::nullopt;
}

std::optional<QString> SchemaSet::checkObject(const Node &node, const QJsonObject &object,
                                              const QString &path) const
{
    for (const QString &name : node.required) {
        if (!object.contains(name))
            return u"%1 is missing."_s.arg(inside(path, name));
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        const Node *property = node.properties.value(it.key());
        if (property) {
            if (auto wrong = check(*property, it.value(), inside(path, it.key())))
                return wrong;
        }
    }
    return {};
}

std::optional<QString> SchemaSet::checkArray(const Node &node, const QJsonValue &value,
                                             const QString &path) const
{
    const QJsonArray array = value.toArray();
    if (array.size() < node.minItems)
        return u"%1 needs at least %2 entry."_s.arg(path).arg(node.minItems);
    for (qsizetype i = 0; node.items && i < array.size(); ++i) {
        if (auto wrong = check(*node.items, array.at(i), u"%1[%2]"_s.arg(path).arg(i)))
            return wrong;
    }
    return {};
}

std::optional<QString> SchemaSet::checkText(const Node &node, const QString &text, const QString &path) const
{
    if (!node.allowed.isEmpty() && !node.allowed.contains(text))
        return u"%1 must be one of %2, not \"%3\"."_s.arg(path, node.allowed.join(u", "_s), text);
    if (node.format == Format::DateTime && !isDateTime(text))
        return u"%1 must be a date-time like 2026-03-02T09:00:00Z, not \"%2\"."_s.arg(path, text);
    if (node.format == Format::Uri && !isUri(text))
        return u"%1 must be a whole URI, not \"%2\"."_s.arg(path, text);
    if (!node.pattern.pattern().isEmpty() && !node.pattern.match(text).hasMatch())
        return u"%1 must fit %2, and \"%3\" does not."_s.arg(path, node.pattern.pattern(), text);
    return {};
}

} // namespace salesbench
