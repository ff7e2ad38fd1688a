// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/linetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct LineWords {
    Q_DECLARE_TR_FUNCTIONS(LineText)
};

constexpr QChar Minus(0x2212);

struct PeriodWords {
    QLatin1StringView period;
    std::array<QLatin1StringView, 5> typed;
};

constexpr std::array Periods{
    PeriodWords{"month"_L1, {"mo"_L1, "m"_L1, "month"_L1, "months"_L1, "monthly"_L1}},
    PeriodWords{"year"_L1, {"yr"_L1, "y"_L1, "year"_L1, "yearly"_L1, "annually"_L1}},
    PeriodWords{"week"_L1, {"wk"_L1, "w"_L1, "week"_L1, "weeks"_L1, "weekly"_L1}},
    PeriodWords{"day"_L1, {"d"_L1, "day"_L1, "days"_L1, "daily"_L1, "per day"_L1}},
};

QString shortPeriod(const QString &period)
{
    const QString known = periodFromText(period);
    if (known == "month"_L1)
        return LineWords::tr("mo");
    if (known == "year"_L1)
        return LineWords::tr("yr");
    return period;
}

QString percentText(double value)
{
    return numberText(value) + u'%';
}

QString alterationText(const PriceAlteration &alteration)
{
    const Price price = alteration.price();
    QString text;
    if (const std::optional<double> percentage = price.percentage())
        text = (*percentage < 0 ? u'+' : Minus) + percentText(std::abs(*percentage));
    else if (const std::optional<Money> amount =
                 price.dutyFreeAmount() ? price.dutyFreeAmount() : price.taxIncludedAmount())
        text = (amount->minor() < 0 ? u'+' : Minus) + minorText(std::abs(amount->minor()), amount->currency())
            + u' ' + amount->currency();
    const std::optional<double> duration = alteration.applicationDuration();
    if (text.isEmpty() || !duration)
        return text;
    const QString period = alteration.recurringChargePeriod();
    return LineWords::tr("%1 for %2 %3")
        .arg(text, numberText(*duration), shortPeriod(period.isEmpty() ? u"month"_s : period));
}

QString alterationsText(const QuotePrice &price)
{
    QStringList texts;
    for (const PriceAlteration &alteration : price.priceAlteration())
        texts.append(alterationText(alteration));
    texts.removeAll(QString());
    return texts.join(u' ');
}

/// Only a price that comes again is lowered for a time: such a discount needs no further word.
bool hasDuration(const QuotePrice &price)
{
    return std::ranges::any_of(price.priceAlteration(), [](const PriceAlteration &alteration) {
        return alteration.applicationDuration().has_value();
    });
}

QString typeWord(const QuotePrice &price)
{
    const QString type = priceTypeOf(price);
    if (type == "oneTime"_L1)
        return LineWords::tr("one-time");
    return type == "recurring"_L1 ? periodTitle(price.recurringChargePeriod()).toLower() : type;
}

QString unitText(const PriceTotal &price, const AmountStyle &style)
{
    const bool isKnown = price.priceType == "recurring"_L1 && price.period == style.knownPeriod;
    return (style.hasCurrency ? price.currency : QString()) + (isKnown ? QString() : periodSuffix(price));
}

} // namespace

/// From the digits themselves: a fraction of 2^53 minor units has no exact binary one.
QString minorText(qint64 minor, const QString &currency)
{
    const QLocale locale;
    const int digits = minorDigits(currency);
    qint64 scale = 1;
    for (int i = 0; i < digits; ++i)
        scale *= 10;
    const qint64 magnitude = std::abs(minor);
    QString text = locale.toString(magnitude / scale);
    if (digits > 0) {
        QString fraction = locale.toString(scale + magnitude % scale).remove(locale.groupSeparator());
        text += locale.decimalPoint() + fraction.sliced(1);
    }
    return minor < 0 ? Minus + text : text;
}

QString periodSuffix(const PriceTotal &price)
{
    if (price.priceType == "oneTime"_L1)
        return {};
    if (price.priceType == "recurring"_L1)
        return price.period.isEmpty() ? LineWords::tr(" recurring") : u'/' + shortPeriod(price.period);
    return u' ' + price.priceType + (price.period.isEmpty() ? QString() : u'/' + shortPeriod(price.period));
}

QString periodTitle(const QString &period)
{
    const QString known = periodFromText(period);
    if (known == "month"_L1)
        return LineWords::tr("Monthly");
    return known == "year"_L1 ? LineWords::tr("Yearly") : LineWords::tr("Recurring");
}

QString periodFromText(const QString &text)
{
    const QString typed = text.trimmed();
    for (const PeriodWords &words : Periods) {
        for (QLatin1StringView word : words.typed) {
            if (typed.compare(word, Qt::CaseInsensitive) == 0)
                return words.period;
        }
    }
    return typed;
}

QVector<LineAmount> lineAmounts(const QVector<PriceTotal> &prices, const AmountStyle &style)
{
    QVector<LineAmount> result;
    for (const PriceTotal &price : prices)
        result.append({minorText(price.*style.amount, price.currency), unitText(price, style)});
    return result;
}

QString joinedAmounts(const QVector<LineAmount> &amounts)
{
    QStringList texts;
    for (const LineAmount &amount : amounts) {
        const bool isApart = !amount.unit.isEmpty() && amount.unit.front().isLetter();
        texts.append(amount.figure + (isApart ? u" "_s : QString()) + amount.unit);
    }
    return texts.join(u" + "_s);
}

QString discountText(const QuoteItem &item)
{
    const QVector<QuotePrice> prices = item.quoteItemPrice();
    QStringList texts;
    for (const QuotePrice &price : prices)
        texts.append(alterationsText(price));
    if (texts.isEmpty())
        return {};
    if (texts.count(texts.first()) == texts.size())
        return texts.first();
    QStringList named;
    for (qsizetype i = 0; i < prices.size(); ++i) {
        if (!texts[i].isEmpty())
            named.append(hasDuration(prices[i]) ? texts[i] : texts[i] + u' ' + typeWord(prices[i]));
    }
    return named.join(u", "_s);
}

QString taxText(const QVector<PriceTotal> &prices)
{
    QStringList rates;
    for (const PriceTotal &price : prices)
        rates.append(price.taxRate ? percentText(*price.taxRate) : QString());
    rates.removeAll(QString());
    rates.removeDuplicates();
    return rates.join(u", "_s);
}

QString numberText(double value)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'f', QLocale::FloatingPointShortest);
}

} // namespace salesbench
