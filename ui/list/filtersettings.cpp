// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/filtersettings.h"

#include "ui/list/createdperiod.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr auto Key = "filter"_L1;

QJsonObject toJson(const QMap<Field, QStringList> &choices)
{
    QJsonObject result;
    for (auto it = choices.begin(); it != choices.end(); ++it)
        result.insert(fieldName(it.key()), QJsonArray::fromStringList(it.value()));
    return result;
}

QMap<Field, QStringList> toChoices(const QJsonObject &json)
{
    QMap<Field, QStringList> result;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QStringList values = it.value().toVariant().toStringList();
        const std::optional<Field> field = fieldFromName(it.key());
        if (field && !values.isEmpty())
            result.insert(*field, values);
    }
    return result;
}

QDateTime toMoment(const QJsonValue &json)
{
    return QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
}

void keepRange(QJsonObject &json, const CreatedRange &range, const QDateTime &now)
{
    if (const std::optional<CreatedPeriod> period = periodOf(range, now)) {
        json.insert("created"_L1, periodName(*period));
        return;
    }
    if (range.from.isValid())
        json.insert("createdFrom"_L1, range.from.toUTC().toString(Qt::ISODateWithMs));
    if (range.to.isValid())
        json.insert("createdTo"_L1, range.to.toUTC().toString(Qt::ISODateWithMs));
}

CreatedRange toRange(const QJsonObject &json, const QDateTime &now)
{
    if (const std::optional<CreatedPeriod> period = periodFromName(json.value("created"_L1).toString()))
        return rangeOf(*period, now);
    return {toMoment(json.value("createdFrom"_L1)), toMoment(json.value("createdTo"_L1))};
}

} // namespace

void keepFilter(QSettings &settings, const ListFilter &filter, const QDateTime &now)
{
    QJsonObject json{{u"anyOf"_s, toJson(filter.anyOf)},
                     {u"noneOf"_s, toJson(filter.noneOf)},
                     {u"text"_s, filter.text},
                     {u"unsentOnly"_s, filter.unsentOnly}};
    keepRange(json, {filter.createdFrom, filter.createdTo}, now);
    settings.setValue(Key, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

ListFilter keptFilter(const QSettings &settings, const QDateTime &now)
{
    const QByteArray kept = settings.value(Key).toString().toUtf8();
    const QJsonObject json = QJsonDocument::fromJson(kept).object();
    const CreatedRange range = toRange(json, now);
    ListFilter result;
    result.anyOf = toChoices(json.value("anyOf"_L1).toObject());
    result.noneOf = toChoices(json.value("noneOf"_L1).toObject());
    result.createdFrom = range.from;
    result.createdTo = range.to;
    result.text = json.value("text"_L1).toString();
    result.unsentOnly = json.value("unsentOnly"_L1).toBool();
    return result;
}

} // namespace salesbench
