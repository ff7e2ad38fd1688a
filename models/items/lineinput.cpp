// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineinput.h"

#include "models/items/linetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct LineInputText {
    Q_DECLARE_TR_FUNCTIONS(LineInput)
};

constexpr int MostDigits = 15; ///< 2^53 has 16
constexpr double LargestQuantity = 1e9;

bool isNothing(const QString &text)
{
    static const QStringList dashes{u""_s, u"-"_s, u"–"_s, u"−"_s};
    return dashes.contains(text.trimmed());
}

/// The digits before and behind the point.
struct Digits {
    QString whole;
    QString fraction;
};

std::optional<Digits> match(const QString &text, const QString &group, const QString &point)
{
    const QString separator = QRegularExpression::escape(group);
    const QRegularExpression shape(u"^(\\d{1,3}(?:%1\\d{2,3})*%1\\d{3}|\\d+)(?:%2(\\d*))?$"_s.arg(
        separator, QRegularExpression::escape(point)));
    const QRegularExpressionMatch found = shape.match(text);
    if (!found.hasMatch())
        return {};
    Digits digits{found.captured(1).remove(group), found.captured(2)};
    while (digits.fraction.endsWith(u'0'))
        digits.fraction.chop(1);
    return digits;
}

/// Spaces group digits in many languages, in several widths.
QString withPlainSpaces(QString text)
{
    for (QChar &sign : text) {
        if (sign.isSpace())
            sign = u' ';
    }
    return text.trimmed();
}

std::optional<Digits> readDigits(const QString &text)
{
    const QLocale locale;
    const QString typed = withPlainSpaces(text);
    const QString group = locale.groupSeparator().trimmed().isEmpty() ? u" "_s : locale.groupSeparator();
    if (const std::optional<Digits> digits = match(typed, group, locale.decimalPoint()))
        return digits;
    return match(typed, u","_s, u"."_s);
}

std::optional<double> readNumber(const QString &text)
{
    const std::optional<Digits> digits = readDigits(text);
    if (!digits || digits->whole.size() > MostDigits)
        return {};
    return QString(digits->whole + u'.' + digits->fraction).toDouble();
}

tl::unexpected<Problem> noAmount(const QString &text)
{
    return badInput(
        LineInputText::tr("“%1” is no amount. Write it like 3,500 or 3,500 EUR.").arg(text.trimmed()));
}

Result<std::optional<Money>> toMoney(const Digits &digits, const QString &currency, const QString &typed)
{
    const int places = minorDigits(currency);
    if (digits.fraction.size() > places)
        return badInput(
            LineInputText::tr("%1 has %n digits behind the point, “%2” has more.", nullptr, places)
                .arg(currency, typed.trimmed()));
    const QString minor = digits.whole + digits.fraction.leftJustified(places, u'0');
    if (minor.size() > MostDigits)
        return badInput(LineInputText::tr("“%1” is too large to be counted exactly.").arg(typed.trimmed()));
    const qint64 value = minor.toLongLong();
    return value == 0 ? std::nullopt : std::optional(Money(value, currency));
}

QString percentSignOff(const QString &text)
{
    return withPlainSpaces(text).remove(u'%').trimmed();
}

std::optional<ChargeKind> chargeKindFromText(const QString &word)
{
    if (word.startsWith(LineInputText::tr("one"), Qt::CaseInsensitive))
        return ChargeKind::OneTime;
    for (const QString &period : {u"month"_s, u"year"_s, QString()}) {
        if (word.compare(periodTitle(period), Qt::CaseInsensitive) == 0)
            return ChargeKind::Recurring;
    }
    return {};
}

} // namespace

Result<double> readQuantity(const QString &text)
{
    const std::optional<Digits> digits = readDigits(text);
    const std::optional<double> number = readNumber(text);
    const bool isUsable = number && digits->fraction.isEmpty() && *number >= 1 && *number <= LargestQuantity;
    if (!isUsable)
        return badInput(
            LineInputText::tr("“%1” is no quantity. Write a whole number from 1.").arg(text.trimmed()));
    return *number;
}

Result<std::optional<Money>> readAmount(const QString &text, const QString &currency)
{
    static const QRegularExpression shape(u"^([^A-Za-z]*?)\\s*([A-Za-z]{3})?$"_s);
    if (isNothing(text))
        return std::nullopt;
    const QRegularExpressionMatch found = shape.match(withPlainSpaces(text));
    const std::optional<Digits> digits = readDigits(found.captured(1));
    if (!found.hasMatch() || !digits)
        return noAmount(text);
    const QString unit = found.captured(2).isEmpty() ? currency : found.captured(2).toUpper();
    if (unit.isEmpty())
        return badInput(LineInputText::tr("Write the currency too, for example %1 EUR.")
                            .arg(found.captured(1).trimmed()));
    return toMoney(*digits, unit, text);
}

Result<Charge> readRecurring(const QString &text, const QString &currency, const QString &period)
{
    const qsizetype slash = text.indexOf(u'/');
    const Result<std::optional<Money>> amount = readAmount(slash < 0 ? text : text.first(slash), currency);
    if (!amount)
        return tl::unexpected(amount.error());
    const QString typed = slash < 0 ? QString() : periodFromText(text.sliced(slash + 1));
    if (slash >= 0 && typed.isEmpty())
        return badInput(LineInputText::tr("Write the period behind the slash, for example 240/mo."));
    return Charge{*amount, typed.isEmpty() ? period : typed};
}

Result<std::optional<double>> readTaxRate(const QString &text)
{
    const QString typed = percentSignOff(text);
    if (isNothing(typed))
        return std::nullopt;
    const std::optional<double> rate = readNumber(typed);
    if (!rate || *rate > 100)
        return badInput(
            LineInputText::tr("“%1” is no tax rate. Write per cent from 0 to 100.").arg(text.trimmed()));
    return rate;
}

Result<LineDiscount> readDiscount(const QString &text)
{
    static const QRegularExpression shape(u"^([+\\-−–]?)\\s*([^A-Za-z]*?)\\s*([A-Za-z].*)?$"_s);
    if (isNothing(percentSignOff(text)))
        return LineDiscount{};
    const QRegularExpressionMatch found = shape.match(percentSignOff(text));
    const std::optional<double> number = readNumber(found.captured(2));
    const QString word = found.captured(3).trimmed();
    const std::optional<ChargeKind> only = chargeKindFromText(word);
    if (!number || *number > 100 || (!word.isEmpty() && !only))
        return badInput(
            LineInputText::tr(
                "“%1” is no discount. Write per cent from 0 to 100, for example 10 or 10% one-time.")
                .arg(text.trimmed()));
    return LineDiscount{found.captured(1) == u'+' ? -*number : *number, only};
}

} // namespace salesbench
