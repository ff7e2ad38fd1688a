// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/jsonpointer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// Where @p step leads in a list of @p size elements; nothing where it leads out of it.
std::optional<qsizetype> indexOf(const QString &step, qsizetype size)
{
    static const QRegularExpression form(u"^(0|[1-9][0-9]{0,8})$"_s, QRegularExpression::DontCaptureOption);
    const qsizetype index = step.toLongLong();
    return form.match(step).hasMatch() && index < size ? std::optional(index) : std::nullopt;
}

std::optional<QJsonValue> next(const QJsonValue &value, const QString &step)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        const auto index = indexOf(step, array.size());
        return index ? std::optional(array.at(*index)) : std::nullopt;
    }
    const QJsonObject object = value.toObject();
    const auto it = object.find(step);
    return it == object.end() ? std::nullopt : std::optional<QJsonValue>(it.value());
}

std::optional<QJsonValue> writtenInList(QJsonArray array, const QString &step, PointerWrite how,
                                        const QJsonValue &value)
{
    const bool adds = how == PointerWrite::Add;
    const auto index =
        adds && step == "-"_L1 ? std::optional(array.size()) : indexOf(step, array.size() + (adds ? 1 : 0));
    if (!index)
        return {};
    if (adds)
        array.insert(*index, value);
    else if (how == PointerWrite::Replace)
        array.replace(*index, value);
    else
        array.removeAt(*index);
    return array;
}

std::optional<QJsonValue> written(const QJsonValue &parent, const QString &step, PointerWrite how,
                                  const QJsonValue &value)
{
    if (parent.isArray())
        return writtenInList(parent.toArray(), step, how, value);
    QJsonObject object = parent.toObject();
    if (!parent.isObject() || (how != PointerWrite::Add && !object.contains(step)))
        return {};
    if (how == PointerWrite::Remove)
        object.remove(step);
    else
        object.insert(step, value);
    return object;
}

} // namespace

std::optional<QStringList> pointerOf(const QJsonValue &text)
{
    static const QRegularExpression wrong(u"~(?![01])"_s);
    const QString pointer = text.toString();
    if (!text.isString() || (!pointer.isEmpty() && !pointer.startsWith(u'/')) || pointer.contains(wrong))
        return {};
    QStringList steps = pointer.split(u'/').mid(1);
    for (QString &step : steps)
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    return steps;
}

std::optional<QJsonValue> valueAt(const QJsonValue &document, const QStringList &path)
{
    std::optional<QJsonValue> at = document;
    for (const QString &step : path) {
        at = next(*at, step);
        if (!at)
            return {};
    }
    return at;
}

std::optional<QJsonValue> withValueAt(const QJsonValue &document, const QStringList &path, PointerWrite how,
                                      const QJsonValue &value)
{
    if (path.isEmpty())
        return how == PointerWrite::Remove ? QJsonValue() : value;
    const QString &step = path.constFirst();
    if (path.size() == 1)
        return written(document, step, how, value);
    const std::optional<QJsonValue> part = next(document, step);
    const auto changed = part ? withValueAt(*part, path.mid(1), how, value) : std::nullopt;
    return changed ? written(document, step, PointerWrite::Replace, *changed) : std::nullopt;
}

} // namespace salesbench
