// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <deque>
#include <optional>

namespace salesbench {

/// The schemas of an OpenAPI 3.0 description, made ready for checking. Knows what the description uses: type,
/// format (date-time, uri), enum, pattern, required, properties, items, minItems, $ref. Attributes that no
/// schema names are accepted.
class SchemaSet {
public:
    /// @p schemas is "components.schemas". References that lead nowhere are named by broken().
    explicit SchemaSet(const QJsonObject &schemas);

    /// What stands at a path, as far as filters care.
    enum class Content { Unknown, Text, DateTime, Number, Other };

    /// Of @p path in a document of the schema @p name; lists on the way are gone through.
    Content contentAt(const QString &name, const QStringList &path) const;

    bool contains(const QString &name) const { return m_byName.contains(name); }
    QStringList broken() const { return m_broken; }

    /// What is wrong with @p value by the schema @p name, beginning with the attribute's path:
    /// "prospectContact[0].preferred must be true or false, not a text." Nothing when all is well.
    std::optional<QString> objection(const QString &name, const QJsonValue &value) const;

private:
    enum class Type { Any, Object, Array, Text, Number, Integer, Flag };
    enum class Format { None, DateTime, Uri };
    struct Node {
        Type type = Type::Any;
        Format format = Format::None;
        QStringList allowed; ///< enum
        QRegularExpression pattern;
        QStringList required;
        QHash<QString, Node *> properties;
        Node *items = nullptr;
        qsizetype minItems = 0;
    };

    Node *compile(const QJsonObject &schema);
    Node *referred(const QString &reference);
    std::optional<QString> check(const Node &node, const QJsonValue &value, const QString &path) const;
    std::optional<QString> checkObject(const Node &node, const QJsonObject &object,
                                       const QString &path) const;
    std::optional<QString> checkArray(const Node &node, const QJsonValue &value, const QString &path) const;
    std::optional<QString> checkText(const Node &node, const QString &text, const QString &path) const;
    static bool fits(Type type, const QJsonValue &value);
    static QString nameOf(Type type);

    QJsonObject m_schemas;
    std::deque<Node> m_nodes; ///< a deque, because nodes point at each other
    QHash<QString, Node *> m_byName;
    QStringList m_broken;
};

/// RFC 3339, as OpenAPI's date-time wants it: a day that exists, a time, and a zone.
bool isDateTime(const QString &text);

} // namespace salesbench
