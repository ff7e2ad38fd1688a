// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/quotetotals.h"

#include "models/domain/exact.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct QuoteTotalsText {
    Q_DECLARE_TR_FUNCTIONS(QuoteTotals)
};

tl::unexpected<Problem> tooLarge(const QString &line)
{
    return badInput(
        QuoteTotalsText::tr("Line %1 of the quote: the amount is too large to be counted exactly.")
            .arg(line));
}

struct Amount {
    Exact minor; ///< not rounded: a call may cost half a cent
    QString currency;
};

std::optional<Amount> amountOf(const Price &price, QLatin1StringView attribute)
{
    const QJsonObject money = price.json().value(attribute).toObject();
    const QString currency = money.value("unit"_L1).toString();
    const std::optional<double> value = json::toNumber(money.value("value"_L1));
    if (currency.isEmpty() || !value)
        return {};
    return Amount{exact(*value) * powerOfTen(minorDigits(currency)), currency};
}

struct UnitPrice {
    Exact net;
    Exact taxFactor = 1; ///< gross / net
    QString currency;
    bool fromGross = false; ///< only the amount with tax was known
};

Exact taxFactor(const Price &price, const std::optional<Amount> &net, const std::optional<Amount> &gross)
{
    Exact factor = 1;
    if (const std::optional<double> rate = price.taxRate())
        factor += exact(*rate) / 100;
    else if (net && gross && net->currency == gross->currency && net->minor != 0)
        factor = gross->minor / net->minor;
    return factor == 0 ? Exact(1) : factor;
}

std::optional<UnitPrice> unitPrice(const Price &price)
{
    const std::optional<Amount> net = amountOf(price, "dutyFreeAmount"_L1);
    const std::optional<Amount> gross = amountOf(price, "taxIncludedAmount"_L1);
    const Exact factor = taxFactor(price, net, gross);
    if (net)
        return UnitPrice{net->minor, factor, net->currency, false};
    if (gross)
        return UnitPrice{gross->minor / factor, factor, gross->currency, true};
    return {};
}

QVector<PriceAlteration> inOrder(QVector<PriceAlteration> alterations)
{
    const auto rank = [](const PriceAlteration &alteration) {
        return alteration.priority().value_or(std::numeric_limits<double>::infinity());
    };
    std::stable_sort(alterations.begin(), alterations.end(),
                     [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return alterations;
}

Result<Exact> altered(Exact amount, const QuotePrice &price, const UnitPrice &unit, const QString &line)
{
    const QVector<PriceAlteration> alterations = inOrder(price.priceAlteration());
    for (const PriceAlteration &alteration : alterations) {
        if (const std::optional<double> percentage = alteration.price().percentage()) {
            amount *= 1 - exact(*percentage) / 100;
            continue;
        }
        const std::optional<UnitPrice> lowered = unitPrice(alteration.price());
        if (!lowered)
            continue;
        if (lowered->currency != unit.currency)
            return badInput(
                QuoteTotalsText::tr(
                    "Line %1 of the quote: the discount is in %2, the price in %3. Amounts of two "
                    "currencies cannot be added.")
                    .arg(line, lowered->currency, unit.currency));
        // An amount with tax says nothing of its own rate: the price's holds.
        amount -= lowered->fromGross ? lowered->net * lowered->taxFactor / unit.taxFactor : lowered->net;
    }
    return amount;
}

std::optional<double> rateOf(const Exact &factor)
{
    return factor == 1 ? std::nullopt : std::optional(static_cast<double>((factor - 1) * 100));
}

/// Rounds list, net and gross; false where one is too large.
bool fill(PriceTotal &total, const UnitPrice &unit, const Exact &list, const Exact &net)
{
    const std::optional<qint64> listMinor = rounded(list);
    const std::optional<qint64> netMinor = rounded(net);
    if (!listMinor || !netMinor)
        return false;
    const std::optional<qint64> taxMinor = rounded(Exact(*netMinor) * (unit.taxFactor - 1));
    const std::optional<qint64> grossMinor = unit.fromGross ? rounded(net * unit.taxFactor)
        : taxMinor                                          ? rounded(Exact(*netMinor) + *taxMinor)
                                                            : taxMinor;
    if (!grossMinor)
        return false;
    total.list = *listMinor;
    total.net = *netMinor;
    total.discount = total.list - total.net;
    total.gross = *grossMinor;
    total.tax = total.gross - total.net;
    return true;
}

Result<PriceTotal> priceTotal(const QuotePrice &price, const UnitPrice &unit, const Exact &quantity,
                              const QString &line)
{
    PriceTotal result;
    result.priceType = priceTypeOf(price);
    if (result.priceType != "oneTime"_L1)
        result.period = price.recurringChargePeriod().trimmed();
    result.currency = unit.currency;
    result.taxRate = price.price().taxRate() ? price.price().taxRate() : rateOf(unit.taxFactor);
    const Exact list = unit.net * quantity;
    const Result<Exact> net = altered(list, price, unit, line);
    if (!net)
        return tl::unexpected(net.error());
    if (!fill(result, unit, list, *net))
        return tooLarge(line);
    return result;
}

Result<LineTotals> lineTotals(const QuoteItem &item, const QString &number)
{
    LineTotals result{number, {}};
    const Exact quantity = exact(item.quantity().value_or(1));
    const QVector<QuotePrice> prices = item.quoteItemPrice();
    for (const QuotePrice &price : prices) {
        const std::optional<UnitPrice> unit = unitPrice(price.price());
        if (!unit)
            continue;
        const Result<PriceTotal> total = priceTotal(price, *unit, quantity, number);
        if (!total)
            return tl::unexpected(total.error());
        result.prices.append(*total);
    }
    return result;
}

Result<void> collect(QVector<LineTotals> &lines, const QVector<QuoteItem> &items, const QString &above)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString number = above + QString::number(i + 1);
        const Result<LineTotals> line = lineTotals(items[i], number);
        if (!line)
            return tl::unexpected(line.error());
        lines.append(*line);
        if (const Result<void> inner = collect(lines, items[i].quoteItem(), number + u'.'); !inner)
            return inner;
    }
    return {};
}

/// False where the sum is too large to be exact.
bool add(PriceTotal &sum, const PriceTotal &part)
{
    constexpr qint64 limit = qint64(1) << 53; // of each summand too, so that nothing here can overflow
    sum.list += part.list;
    sum.discount += part.discount;
    sum.net += part.net;
    sum.tax += part.tax;
    sum.gross += part.gross;
    if (sum.taxRate != part.taxRate)
        sum.taxRate.reset();
    return std::max({std::abs(sum.list), std::abs(sum.net), std::abs(sum.gross)}) <= limit;
}

bool add(QVector<PriceTotal> &totals, const PriceTotal &part)
{
    const auto found = std::find_if(totals.begin(), totals.end(),
                                    [&](const PriceTotal &total) { return total.isSameKind(part); });
    if (found != totals.end())
        return add(*found, part);
    totals.append(part);
    return true;
}

auto rankOf(const PriceTotal &total)
{
    static constexpr std::array Order{"oneTime"_L1, "recurring"_L1, "usage"_L1};
    return std::find(Order.begin(), Order.end(), total.priceType) - Order.begin();
}

} // namespace

QString priceTypeOf(const QuotePrice &price)
{
    const QString type = price.priceType().trimmed();
    if (type.isEmpty())
        return price.recurringChargePeriod().isEmpty() ? u"oneTime"_s : u"recurring"_s;
    return type.compare("nonRecurring"_L1, Qt::CaseInsensitive) == 0 ? u"oneTime"_s : type;
}

Result<QuoteTotals> quoteTotals(const QVector<QuoteItem> &items)
{
    QuoteTotals result;
    if (const Result<void> collected = collect(result.lines, items, {}); !collected)
        return tl::unexpected(collected.error());
    for (const LineTotals &line : std::as_const(result.lines)) {
        for (const PriceTotal &price : line.prices) {
            if (!add(result.totals, price))
                return tooLarge(line.number);
        }
    }
    std::stable_sort(result.totals.begin(), result.totals.end(),
                     [](const PriceTotal &a, const PriceTotal &b) { return rankOf(a) < rankOf(b); });
    return result;
}

QVector<QuotePrice> toQuoteTotalPrice(const QuoteTotals &totals)
{
    QVector<QuotePrice> result;
    for (const PriceTotal &total : totals.totals) {
        Price price;
        price.setTaxRate(total.taxRate);
        price.setDutyFreeAmount(Money(total.net, total.currency));
        price.setTaxIncludedAmount(Money(total.gross, total.currency));
        QuotePrice entry;
        entry.setPriceType(total.priceType);
        entry.setRecurringChargePeriod(total.period);
        entry.setPrice(price);
        result.append(entry);
    }
    return result;
}

} // namespace salesbench
