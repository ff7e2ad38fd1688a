// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/fieldtext.h"

#include "models/domain/face.h"
#include "models/domain/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FieldText", text);
}

Result<QJsonValue> moneyValue(const QString &text, const QJsonValue &before)
{
    static const QRegularExpression shape(u"^([^A-Za-z]*?)\\s*([A-Za-z]{3})?$"_s);
    const QRegularExpressionMatch match = shape.match(text.trimmed());
    QString currency = match.captured(2).toUpper();
    if (currency.isEmpty())
        currency = before.toObject().value("unit"_L1).toString();
    if (!match.hasMatch() || currency.isEmpty())
        return badInput(tr("Write an amount and a currency, for example 184,000 EUR."));
    bool ok = false;
    double value = QLocale().toDouble(match.captured(1).trimmed(), &ok);
    if (!ok)
        value = QLocale::c().toDouble(match.captured(1).trimmed(), &ok);
    const auto money = ok && value >= 0 ? Money::fromMajor(value, currency) : std::nullopt;
    if (!money)
        return badInput(tr("“%1” is no amount. Write it like 184,000 EUR.").arg(text.trimmed()));
    return QJsonValue(money->toJson());
}

Result<QJsonValue> dateValue(const QString &text, const QJsonValue &before)
{
    const QString typed = text.simplified();
    QDate date = QLocale().toDate(typed, u"d MMM yyyy"_s);
    if (!date.isValid())
        date = QDate::fromString(typed, Qt::ISODate);
    if (!date.isValid())
        date = QLocale().toDate(typed, QLocale::ShortFormat);
    if (!date.isValid())
        return badInput(tr("“%1” is no date. Write it like 31 Dec 2026 or 2026-12-31.").arg(typed));
    const QDateTime earlier = json::toDateTime(before).toLocalTime();
    const QTime time = earlier.isValid() ? earlier.time() : QTime(12, 0);
    return json::fromDateTime(QDateTime(date, time).toUTC());
}

QJsonValue refValue(const QString &text, const QJsonValue &before)
{
    if (before.toObject().value("name"_L1).toString() == text)
        return before;
    return QJsonObject{{u"name"_s, text}};
}

QString plainText(const QJsonValue &value)
{
    const QDateTime when = value.isString() && value.toString().contains(u'T') ? json::toDateTime(value) : QDateTime();
    if (when.isValid())
        return QLocale().toString(when.toLocalTime(), u"d MMM yyyy HH:mm"_s);
    return json::toText(value);
}

} // namespace

QString fieldText(const AttributeField &field, const QJsonValue &value)
{
    switch (field.editor) {
    case EditorKind::Money: {
        const auto money = Money::fromJson(value);
        return money ? moneyText(money->major(), money->currency()) : QString();
    }
    case EditorKind::Date:
        return dateText(json::toDateTime(value));
    case EditorKind::Ref: {
        const QJsonObject ref = value.toObject();
        const QString name = ref.value("name"_L1).toString();
        return name.isEmpty() ? json::toText(ref.value("id"_L1)) : name;
    }
    case EditorKind::ReadOnly:
        return plainText(value);
    default:
        return json::toText(value);
    }
}

Result<QJsonValue> fieldValue(const AttributeField &field, const QString &text, const QJsonValue &before)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    switch (field.editor) {
    case EditorKind::Money:
        return moneyValue(typed, before);
    case EditorKind::Date:
        return dateValue(typed, before);
    case EditorKind::Ref:
        return refValue(typed, before);
    case EditorKind::Bool:
        return QJsonValue(typed == "true"_L1);
    default:
        return QJsonValue(typed);
    }
}

QString shownId(const QString &id)
{
    constexpr int Longest = 16;
    return id.size() <= Longest ? id : QString();
}

} // namespace salesbench
