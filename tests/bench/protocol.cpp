// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/protocol.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

QJsonValue toJson(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<double> toNumber(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

bool isRate(const Figure &figure)
{
    return figure.unit.endsWith("/s"_L1);
}

bool meets(const Figure &figure, double value, double goal)
{
    return isRate(figure) ? value >= goal : value <= goal;
}

std::optional<double> ratioOf(const Measured &measured, const QVector<Measured> &all)
{
    for (const Measured &other : all) {
        if (other.figure.name == measured.goal.yardstick && other.figure.typical > 0)
            return measured.figure.typical / other.figure.typical;
    }
    return {};
}

/// Nothing where there is no goal, or its yardstick was not measured.
std::optional<bool> verdict(const Measured &measured, const QVector<Measured> &all)
{
    std::optional<bool> result;
    if (measured.goal.worst)
        result = meets(measured.figure, measured.figure.worst, *measured.goal.worst);
    const std::optional<double> ratio = ratioOf(measured, all);
    if (ratio && measured.goal.ratio)
        result = result.value_or(true) && meets(measured.figure, *ratio, *measured.goal.ratio);
    return result;
}

QString number(double value)
{
    const int digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return QString::number(value, 'f', digits);
}

QStringList cells(const Measured &measured, const QVector<Measured> &all)
{
    const Figure &figure = measured.figure;
    const QString sign = isRate(figure) ? u"≥ "_s : u"≤ "_s;
    const std::optional<double> ratio = ratioOf(measured, all);
    const std::optional<bool> good = verdict(measured, all);
    return {
        figure.name,
        number(figure.typical),
        number(figure.worst),
        figure.unit,
        measured.goal.worst ? QString(sign + number(*measured.goal.worst)) : QString(),
        ratio ? number(*ratio) : QString(),
        measured.goal.ratio ? QString(sign + number(*measured.goal.ratio)) : QString(),
        measured.goal.yardstick,
        good ? (*good ? u"reached"_s : u"MISSED"_s) : QString(),
    };
}

} // namespace

QByteArray line(const Measured &measured)
{
    const QJsonObject json{
        {u"name"_s, measured.figure.name},        {u"unit"_s, measured.figure.unit},
        {u"typical"_s, measured.figure.typical},  {u"worst"_s, measured.figure.worst},
        {u"goal"_s, toJson(measured.goal.worst)}, {u"yardstick"_s, measured.goal.yardstick},
        {u"ratio"_s, toJson(measured.goal.ratio)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Measured> fromLine(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    if (!json.contains("typical"_L1))
        return {};
    return Measured{{json["name"_L1].toString(), json["unit"_L1].toString(), json["typical"_L1].toDouble(),
                     json["worst"_L1].toDouble()},
                    {toNumber(json["goal"_L1]), json["yardstick"_L1].toString(), toNumber(json["ratio"_L1])}};
}

QByteArray table(const QVector<Measured> &all)
{
    QVector<QStringList> rows{{u"figure"_s, u"p50"_s, u"p99"_s, u"unit"_s, u"goal p99"_s, u"ratio"_s,
                               u"goal"_s, u"yardstick"_s, u"verdict"_s}};
    for (const Measured &measured : all)
        rows.append(cells(measured, all));
    QVector<qsizetype> widths(rows.first().size());
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool figures = i == 1 || i == 2 || (i >= 4 && i <= 6);
            text += (figures ? row[i].rightJustified(widths[i]) : row[i].leftJustified(widths[i])) + u"  "_s;
        }
        text = text.trimmed().isEmpty() ? text : text.left(text.size() - 2) + u'\n';
    }
    return text.toUtf8();
}

bool reached(const QVector<Measured> &all)
{
    return std::none_of(all.begin(), all.end(),
                        [&](const Measured &measured) { return verdict(measured, all) == false; });
}

} // namespace salesbench::bench
