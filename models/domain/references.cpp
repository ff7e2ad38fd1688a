// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/references.h"

#include "models/domain/face.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString idOf(const QJsonValue &reference)
{
    return json::toText(reference.toObject().value("id"_L1));
}

/// A list as it is, a single reference as a list of one.
QJsonArray asList(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    return value.isObject() ? QJsonArray{value} : QJsonArray{};
}

/// Every list of references, or single one, replaced by what @p change makes of it.
QJsonObject changed(QJsonObject document, const std::function<QJsonArray(const QJsonArray &)> &change)
{
    for (const ResourceType &type : resourceTypes()) {
        const QJsonValue value = document.value(type.name);
        const QJsonArray before = asList(value);
        const QJsonArray after = change(before);
        if (after == before)
            continue;
        if (after.isEmpty())
            document.remove(type.name);
        else
            document.insert(type.name, value.isArray() ? QJsonValue(after) : after.first());
    }
    return document;
}

} // namespace

QVector<Reference> references(const QJsonObject &document)
{
    QVector<Reference> result;
    for (const ResourceType &type : resourceTypes()) {
        const QJsonArray list = asList(document.value(type.name));
        for (const QJsonValue &value : list) {
            if (const QString id = idOf(value); !id.isEmpty())
                result.append({type.kind, id});
        }
    }
    return result;
}

QVector<Reference> origins(ResourceKind kind, const QJsonObject &document)
{
    QVector<Reference> result = references(document);
    result.removeIf([kind](const Reference &reference) { return reference.kind >= kind; });
    return result;
}

QJsonObject withReferences(const QJsonObject &document, const QMap<QString, QString> &ids)
{
    return changed(document, [&ids](const QJsonArray &list) {
        QJsonArray result;
        for (const QJsonValue &value : list) {
            QJsonObject reference = value.toObject();
            const auto known = ids.constFind(idOf(value));
            if (known != ids.constEnd())
                reference.insert("id"_L1, *known);
            result.append(known == ids.constEnd() ? value : QJsonValue(reference));
        }
        return result;
    });
}

QJsonObject withoutReferences(const QJsonObject &document, const QStringList &ids)
{
    return changed(document, [&ids](const QJsonArray &list) {
        QJsonArray result;
        for (const QJsonValue &value : list) {
            if (!ids.contains(idOf(value)))
                result.append(value);
        }
        return result;
    });
}

} // namespace salesbench
