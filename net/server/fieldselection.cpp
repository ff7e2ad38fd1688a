// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/fieldselection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// What is asked for of an object; nothing below a name = all of it.
struct Wanted {
    bool whole = false;
    std::map<QString, Wanted> parts;

    void add(const QStringList &path)
    {
        Wanted *at = this;
        for (const QString &name : path)
            at = &at->parts[name];
        at->whole = true;
    }
};

/// Undefined where nothing is there.
QJsonValue select(const QJsonValue &value, const Wanted &wanted);

QJsonValue selectOfList(const QJsonArray &list, const Wanted &wanted)
{
    QJsonArray result;
    for (const QJsonValue &element : list) {
        const QJsonValue selected = select(element, wanted);
        if (!selected.isUndefined())
            result.append(selected);
    }
    return result.isEmpty() ? QJsonValue(QJsonValue::Undefined) : result;
}

QJsonObject selectOfObject(const QJsonObject &object, const Wanted &wanted)
{
    QJsonObject result;
    for (const auto &[name, part] : wanted.parts) {
        const QJsonValue selected = select(object.value(name), part);
        if (!selected.isUndefined())
            result.insert(name, selected);
    }
    return result;
}

QJsonValue select(const QJsonValue &value, const Wanted &wanted)
{
    if (wanted.whole)
        return value;
    if (value.isArray())
        return selectOfList(value.toArray(), wanted);
    const QJsonObject selected = selectOfObject(value.toObject(), wanted);
    return selected.isEmpty() ? QJsonValue(QJsonValue::Undefined) : selected;
}

} // namespace

QByteArray selectFields(const QByteArray &json, const std::optional<QStringList> &fields)
{
    if (!fields)
        return json;
    Wanted wanted;
    for (const QString &field : *fields + QStringList{u"id"_s, u"href"_s})
        wanted.add(field.split(u'.'));
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    return QJsonDocument(selectOfObject(document, wanted)).toJson(QJsonDocument::Compact);
}

} // namespace salesbench
