// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/face.h"

using namespace Qt::StringLiterals;

namespace salesbench::json {

QString toText(const QJsonValue &value)
{
    if (!value.isDouble())
        return value.toString();
    const double number = value.toDouble();
    // Ids that servers send as numbers must not turn into 1e+06.
    const qint64 whole = value.toInteger(0);
    if (static_cast<double>(whole) == number)
        return QString::number(whole);
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

std::optional<bool> toBool(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    const QString text = value.toString().trimmed();
    if (text.compare("true"_L1, Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare("false"_L1, Qt::CaseInsensitive) == 0)
        return false;
    return {};
}

std::optional<double> toNumber(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double number = value.toString().toDouble(&ok);
    return ok && qIsFinite(number) ? std::optional(number) : std::nullopt;
}

QDateTime toDateTime(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text.isEmpty())
        return {};
    QDateTime result = QDateTime::fromString(text, Qt::ISODateWithMs);
    // A time without a zone, and a date alone, count as UTC on every machine.
    if (result.timeSpec() == Qt::LocalTime)
        result.setTimeSpec(Qt::UTC);
    return result.toUTC();
}

QJsonValue fromDateTime(const QDateTime &value)
{
    if (!value.isValid())
        return QJsonValue(QJsonValue::Undefined);
    return value.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace salesbench::json
