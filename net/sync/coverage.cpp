// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/coverage.h"

#include "models/domain/face.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

bool covers(const QJsonValue &got, const QJsonValue &sent);

bool isNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || value == QJsonValue(QString())
        || value == QJsonValue(QJsonArray()) || value == QJsonValue(QJsonObject());
}

bool belongsToServer(const QString &name)
{
    static const QSet<QString> names{
        u"id"_s, u"href"_s, u"creationDate"_s, u"statusChangeDate"_s, u"quoteDate"_s, u"quoteTotalPrice"_s};
    return names.contains(name);
}

bool namesAType(const QString &name)
{
    return name.startsWith(u'@');
}

bool coversObject(const QJsonObject &got, const QJsonObject &sent)
{
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        const bool counts = it.key() != "href"_L1 && !namesAType(it.key());
        if (counts && !covers(got.value(it.key()), it.value()))
            return false;
    }
    return true;
}

bool coversList(const QJsonArray &got, const QJsonArray &sent)
{
    if (got.size() != sent.size())
        return false;
    std::vector<QJsonValue> left(got.begin(), got.end());
    for (const QJsonValue &value : sent) {
        const auto match = std::find_if(left.begin(), left.end(),
                                        [&](const QJsonValue &other) { return covers(other, value); });
        if (match == left.end())
            return false;
        left.erase(match);
    }
    return true;
}

bool sameInstant(const QJsonValue &a, const QJsonValue &b)
{
    const QDateTime left = json::toDateTime(a);
    return left.isValid() && left == json::toDateTime(b);
}

bool covers(const QJsonValue &got, const QJsonValue &sent)
{
    if (isNothing(sent))
        return isNothing(got);
    if (sent.isObject())
        return got.isObject() && coversObject(got.toObject(), sent.toObject());
    if (sent.isArray())
        return got.isArray() && coversList(got.toArray(), sent.toArray());
    if (sent.isBool())
        return json::toBool(got) == json::toBool(sent);
    if (sent.isDouble())
        return json::toNumber(got) == json::toNumber(sent);
    return json::toText(got) == json::toText(sent) || sameInstant(got, sent);
}

bool mayBeDropped(ResourceKind kind, const QString &name)
{
    return belongsToServer(name) || namesAType(name)
        || (kind == ResourceKind::Quote && name == resourceType(ResourceKind::SalesOpportunity).name);
}

} // namespace

QStringList notTaken(ResourceKind kind, const QJsonObject &sent, const QJsonObject &answer)
{
    QStringList result;
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        if (!mayBeDropped(kind, it.key()) && !covers(answer.value(it.key()), it.value()))
            result.append(it.key());
    }
    return result;
}

} // namespace salesbench
