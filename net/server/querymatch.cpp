// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/querymatch.h"

#include "net/server/instant.h"

#include <compare>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Operator = TmfCondition::Operator;
using Order = std::partial_ordering;

void collect(const QJsonValue &value, const QStringList &path, qsizetype depth, QVector<QJsonValue> &found)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            collect(element, path, depth, found);
    } else if (depth == path.size()) {
        found.append(value);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (const auto it = object.find(path.at(depth)); it != object.end())
            collect(it.value(), path, depth + 1, found);
    }
}

/// UTF-16 units order as code points do, except where one text has a surrogate.
Order compareText(const QString &a, const QString &b)
{
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (left == a.end() || right == b.end())
        return a.size() <=> b.size();
    if (left->isSurrogate() != right->isSurrogate())
        return left->isSurrogate() ? Order::greater : Order::less;
    return left->unicode() <=> right->unicode();
}

Order compare(const QString &a, const QString &b)
{
    const std::optional<qint64> left = instantOf(a);
    const std::optional<qint64> right = left ? instantOf(b) : std::nullopt;
    return right ? *left <=> *right : compareText(a, b);
}

Order compareTo(const QJsonValue &value, const QString &text)
{
    if (value.isString())
        return compare(value.toString(), text);
    if (value.isBool())
        return text == (value.toBool() ? "true"_L1 : "false"_L1) ? Order::equivalent : Order::unordered;
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && value.isDouble() ? value.toDouble() <=> number : Order::unordered;
}

bool holds(Operator op, Order order)
{
    switch (op) {
    case Operator::Equal:
        return order == 0;
    case Operator::Greater:
        return order > 0;
    case Operator::GreaterOrEqual:
        return order >= 0;
    case Operator::Less:
        return order < 0;
    case Operator::LessOrEqual:
        return order <= 0;
    case Operator::Regex:
        break;
    }
    return false;
}

bool holds(const TmfCondition &condition, const QJsonValue &value)
{
    if (condition.pattern)
        return value.isString() && condition.pattern->isFoundIn(value.toString());
    return std::any_of(condition.anyOf.begin(), condition.anyOf.end(),
                       [&](const QString &text) { return holds(condition.op, compareTo(value, text)); });
}

int rankOf(const QJsonValue &value)
{
    return value.isDouble() ? 0 : value.isBool() ? 1 : value.isString() ? 2 : 3;
}

Order compareValues(const QJsonValue &a, const QJsonValue &b)
{
    if (rankOf(a) != rankOf(b))
        return rankOf(a) <=> rankOf(b);
    if (a.isDouble())
        return a.toDouble() <=> b.toDouble();
    if (a.isBool())
        return a.toBool() <=> b.toBool();
    return compareText(a.toString(), b.toString());
}

} // namespace

QVector<QJsonValue> valuesAt(const QJsonValue &value, const QStringList &path)
{
    QVector<QJsonValue> found;
    collect(value, path, 0, found);
    return found;
}

bool matches(const QJsonObject &document, const QVector<TmfCondition> &conditions)
{
    return std::all_of(conditions.begin(), conditions.end(), [&](const TmfCondition &condition) {
        const QVector<QJsonValue> values = valuesAt(document, condition.path);
        return std::any_of(values.begin(), values.end(),
                           [&](const QJsonValue &value) { return holds(condition, value); });
    });
}

QJsonArray sortKeyOf(const QJsonObject &document, const QVector<TmfSortKey> &sort)
{
    QJsonArray key;
    for (const TmfSortKey &part : sort) {
        const QVector<QJsonValue> values = valuesAt(document, part.path);
        key.append(values.isEmpty() ? QJsonValue() : values.constFirst());
    }
    key.append(document.value("id"_L1));
    return key;
}

bool sortsBefore(const QJsonArray &a, const QJsonArray &b, const QVector<TmfSortKey> &sort)
{
    for (qsizetype i = 0; i < a.size(); ++i) {
        const QJsonValue left = a.at(i);
        const QJsonValue right = b.at(i);
        if (left.isNull() != right.isNull())
            return right.isNull();
        const Order order = left.isNull() ? Order::equivalent : compareValues(left, right);
        if (order != 0)
            return i < sort.size() && sort.at(i).descending ? order > 0 : order < 0;
    }
    return false;
}

} // namespace salesbench
