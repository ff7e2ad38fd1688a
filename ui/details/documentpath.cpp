// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/documentpath.h"

#include <QStringList>

namespace salesbench {

namespace {

QJsonValue replacement(const QJsonValue &from, const QJsonValue &to)
{
    if (to.isUndefined() || to.isNull())
        return QJsonValue::Null;
    if (!to.isObject() || !from.isObject())
        return to;
    QJsonObject result = to.toObject();
    const QJsonObject before = from.toObject();
    for (auto it = before.begin(); it != before.end(); ++it) {
        result.insert(it.key(), result.contains(it.key()) ? replacement(it.value(), result.value(it.key()))
                                                          : QJsonValue(QJsonValue::Null));
    }
    return result;
}

} // namespace

QJsonValue valueAt(const QJsonObject &document, QStringView path)
{
    QJsonValue value = document;
    const auto names = path.split(u'.');
    for (QStringView name : names)
        value = value.toObject().value(name);
    return value;
}

QJsonObject patchAt(const QJsonObject &document, QStringView path, const QJsonValue &value)
{
    qsizetype dot = path.lastIndexOf(u'.');
    const QJsonValue before = valueAt(document, path);
    QJsonValue part = replacement(before, value);
    if (part.isNull() && before.isUndefined())
        return {};
    QJsonObject patch{{path.mid(dot + 1).toString(), part}};
    while (dot >= 0) {
        path = path.left(dot);
        dot = path.lastIndexOf(u'.');
        // Where the last member goes, no empty object stays behind.
        const bool last = part.isNull() && valueAt(document, path).toObject().size() <= 1;
        part = last ? QJsonValue(QJsonValue::Null) : QJsonValue(patch);
        patch = {{path.mid(dot + 1).toString(), part}};
    }
    return patch;
}

} // namespace salesbench
