// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineprices.h"

#include "models/domain/exact.h"
#include "models/domain/quotetotals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QLatin1StringView typeName(ChargeKind kind)
{
    return kind == ChargeKind::OneTime ? "oneTime"_L1 : "recurring"_L1;
}

/// Minor units, not rounded: a document may price a unit at half a cent.
std::optional<Exact> exactMinor(const QJsonObject &money)
{
    const QString currency = money.value("unit"_L1).toString();
    const std::optional<double> value = json::toNumber(money.value("value"_L1));
    if (currency.isEmpty() || !value)
        return {};
    return exact(*value) * powerOfTen(minorDigits(currency));
}

/// What an amount without tax is multiplied by to have it with tax; nothing where the price does not say.
std::optional<Exact> taxFactor(const Price &price)
{
    if (const std::optional<double> rate = price.taxRate())
        return 1 + exact(*rate) / 100;
    const std::optional<Exact> net = exactMinor(price.json().value("dutyFreeAmount"_L1).toObject());
    const std::optional<Exact> gross = exactMinor(price.json().value("taxIncludedAmount"_L1).toObject());
    if (!net || !gross || *net == 0)
        return {};
    return Exact(*gross / *net);
}

/// An amount with tax is only written where it is one to the cent.
void followNet(Price &price, const std::optional<Exact> &factor)
{
    const QJsonObject net = price.json().value("dutyFreeAmount"_L1).toObject();
    const std::optional<Exact> minor = exactMinor(net);
    if (!minor)
        return;
    const bool isWhole = boost::multiprecision::denominator(*minor) == 1;
    const std::optional<qint64> gross = factor && isWhole ? rounded(Exact(*minor * *factor)) : std::nullopt;
    price.setTaxIncludedAmount(gross ? std::optional(Money(*gross, net.value("unit"_L1).toString()))
                                     : std::nullopt);
}

template<typename Change>
void changePrices(QuoteItem &item, Change change)
{
    QVector<QuotePrice> prices = item.quoteItemPrice();
    for (QuotePrice &price : prices)
        change(price);
    item.setQuoteItemPrice(prices);
}

QuotePrice newPrice(ChargeKind kind, std::optional<double> taxRate)
{
    Price amounts;
    amounts.setTaxRate(taxRate);
    QuotePrice price;
    price.setPriceType(typeName(kind));
    price.setPrice(amounts);
    return price;
}

void setAmount(QuotePrice &price, ChargeKind kind, const Charge &charge)
{
    Price amounts = price.price();
    const std::optional<Exact> factor = taxFactor(amounts);
    amounts.setDutyFreeAmount(charge.amount);
    followNet(amounts, factor);
    price.setPrice(amounts);
    if (kind == ChargeKind::Recurring)
        price.setRecurringChargePeriod(charge.period);
}

bool isPlain(const QuotePrice &price)
{
    const QVector<PriceAlteration> alterations = price.priceAlteration();
    if (alterations.isEmpty())
        return true;
    const PriceAlteration &first = alterations.first();
    return alterations.size() == 1 && first.price().percentage() && !first.applicationDuration();
}

void setPlainDiscount(QuotePrice &price, double percentage, const QString &name)
{
    QVector<PriceAlteration> alterations = price.priceAlteration();
    if (percentage == 0) {
        price.setPriceAlteration({});
        return;
    }
    if (alterations.isEmpty()) {
        PriceAlteration added;
        added.setName(name);
        added.setPriceType(price.priceType());
        added.setRecurringChargePeriod(price.recurringChargePeriod());
        added.setPriority(1);
        alterations.append(added);
    }
    Price amount = alterations.first().price();
    amount.setPercentage(percentage);
    alterations.first().setPrice(amount);
    price.setPriceAlteration(alterations);
}

} // namespace

QVector<qsizetype> chargesOf(const QuoteItem &item, ChargeKind kind)
{
    QVector<qsizetype> result;
    const QVector<QuotePrice> prices = item.quoteItemPrice();
    for (qsizetype i = 0; i < prices.size(); ++i) {
        if (priceTypeOf(prices[i]) == typeName(kind))
            result.append(i);
    }
    return result;
}

void setCharge(QuoteItem &item, ChargeKind kind, const Charge &charge, std::optional<double> taxRate)
{
    QVector<QuotePrice> prices = item.quoteItemPrice();
    const QVector<qsizetype> found = chargesOf(item, kind);
    if (!charge.amount) {
        if (!found.isEmpty())
            prices.removeAt(found.first());
        item.setQuoteItemPrice(prices);
        return;
    }
    if (found.isEmpty())
        prices.append(newPrice(kind, taxRate));
    setAmount(found.isEmpty() ? prices.last() : prices[found.first()], kind, charge);
    item.setQuoteItemPrice(prices);
}

void setTaxRate(QuoteItem &item, std::optional<double> rate)
{
    changePrices(item, [rate](QuotePrice &price) {
        Price amounts = price.price();
        amounts.setTaxRate(rate);
        followNet(amounts, rate ? taxFactor(amounts) : std::nullopt);
        price.setPrice(amounts);
    });
}

bool isDiscountPlain(const QuoteItem &item)
{
    return std::ranges::all_of(item.quoteItemPrice(), isPlain);
}

void setDiscount(QuoteItem &item, const LineDiscount &discount, const QString &name)
{
    const QVector<QuotePrice> prices = item.quoteItemPrice();
    const bool hasDiscount = std::ranges::any_of(
        prices, [](const QuotePrice &price) { return !price.priceAlteration().isEmpty(); });
    changePrices(item, [&](QuotePrice &price) {
        const bool isMeant = discount.only ? priceTypeOf(price) == typeName(*discount.only)
                                           : !hasDiscount || !price.priceAlteration().isEmpty();
        if (isMeant)
            setPlainDiscount(price, discount.percentage, name);
    });
}

} // namespace salesbench
