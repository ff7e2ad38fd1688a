// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/quoteline.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct QuoteLineText {
    Q_DECLARE_TR_FUNCTIONS(QuoteLine)
};

QVector<PriceTotal> ofType(const QVector<PriceTotal> &prices, QLatin1StringView type)
{
    QVector<PriceTotal> result;
    std::ranges::copy_if(prices, std::back_inserter(result),
                         [type](const PriceTotal &price) { return price.priceType == type; });
    return result;
}

std::optional<ChargeKind> chargeKind(LineColumn column)
{
    if (column == LineColumn::OneTime)
        return ChargeKind::OneTime;
    return column == LineColumn::Recurring ? std::optional(ChargeKind::Recurring) : std::nullopt;
}

std::optional<QuotePrice> chargeOf(const QuoteItem &item, ChargeKind kind)
{
    const QVector<qsizetype> found = chargesOf(item, kind);
    return found.isEmpty() ? std::nullopt : std::optional(item.quoteItemPrice()[found.first()]);
}

/// As it stands in the document: a price below the cent is not rounded. Nothing where only the amount with
/// tax is known.
QString unitPriceText(const QuotePrice &price)
{
    const QJsonObject money = price.price().json().value("dutyFreeAmount"_L1).toObject();
    const std::optional<double> value = json::toNumber(money.value("value"_L1));
    return value ? numberText(*value) : QString();
}

QString currencyOf(const QuoteItem &item, ChargeKind kind, const QuoteHabits &habits)
{
    const std::optional<QuotePrice> price = chargeOf(item, kind);
    for (QLatin1StringView attribute : {"dutyFreeAmount"_L1, "taxIncludedAmount"_L1}) {
        const QString unit =
            price ? price->price().json().value(attribute).toObject().value("unit"_L1).toString() : QString();
        if (!unit.isEmpty())
            return unit;
    }
    return habits.currency;
}

QString chargeText(const QuoteLine &line, ChargeKind kind, const QuoteHabits &habits)
{
    const std::optional<QuotePrice> price = chargeOf(line.item, kind);
    const QString amount = price ? unitPriceText(*price) : QString();
    if (amount.isEmpty())
        return {};
    const QString currency = currencyOf(line.item, kind, habits);
    const QString unit = currency == habits.currency ? QString() : u' ' + currency;
    const QString period = price->recurringChargePeriod();
    const bool isUsual = kind == ChargeKind::OneTime || period == habits.period || period.isEmpty();
    return amount + unit + (isUsual ? QString() : u'/' + period);
}

QString quantityText(const QuoteLine &line)
{
    const std::optional<double> quantity = line.item.quantity();
    if (!quantity && line.isBundle())
        return {};
    return QLocale().toString(quantity.value_or(1), 'f', QLocale::FloatingPointShortest);
}

QString nameText(const QuoteLine &line)
{
    const QString name = lineName(line.item);
    return name.isEmpty() ? QuoteLineText::tr("Line %1").arg(line.number) : name;
}

Result<LineEdit> chargeCellEdit(const QuoteLine &line, const LineTarget &target, ChargeKind kind,
                                const QString &text, const QuoteHabits &habits)
{
    const std::optional<QuotePrice> price = chargeOf(line.item, kind);
    const QString before = price ? price->recurringChargePeriod() : QString();
    const QString currency = currencyOf(line.item, kind, habits);
    std::optional<double> rate = habits.taxRate;
    if (!line.own.isEmpty())
        rate = line.own.first().taxRate;
    const Result<Charge> charge = kind == ChargeKind::Recurring
        ? readRecurring(text, currency, before.isEmpty() ? habits.period : before)
        : readAmount(text, currency).map([](const std::optional<Money> &amount) {
              return Charge{amount, {}};
          });
    if (!charge)
        return tl::unexpected(charge.error());
    return chargeEdit(target, kind, *charge, rate);
}

Result<LineEdit> offeringCellEdit(const LineTarget &target, const QString &text,
                                  const Surroundings &surroundings)
{
    const QString name = text.simplified();
    if (name.isEmpty())
        return tl::unexpected(
            Problem{Problem::Kind::BadInput, QuoteLineText::tr("Write the name of an offering."), {}});
    return offeringEdit(target, name, surroundings);
}

} // namespace

int QuoteLine::row() const
{
    if (!parent)
        return 0;
    const auto found = std::ranges::find(parent->lines, this, &std::unique_ptr<QuoteLine>::get);
    return int(found - parent->lines.begin());
}

QuoteLine *QuoteLine::find(const QString &wanted)
{
    for (const std::unique_ptr<QuoteLine> &line : lines) {
        if (line->key == wanted)
            return line.get();
        if (QuoteLine *found = line->find(wanted))
            return found;
    }
    return nullptr;
}

QuoteHabits habitsOf(const QuoteTotals &totals)
{
    QuoteHabits habits;
    QStringList periods;
    for (const PriceTotal &total : totals.totals) {
        if (habits.currency.isEmpty())
            habits.currency = total.currency;
        habits.isMixed = habits.isMixed || total.currency != habits.currency;
        if (total.priceType == "recurring"_L1 && !periods.contains(total.period))
            periods.append(total.period);
    }
    if (periods.size() == 1)
        habits.period = periods.first();
    for (const LineTotals &line : totals.lines) {
        for (const PriceTotal &price : line.prices) {
            if (!habits.taxRate)
                habits.taxRate = price.taxRate;
        }
    }
    return habits;
}

QString lineColumnTitle(LineColumn column, const QuoteHabits &habits)
{
    switch (column) {
    case LineColumn::Number:
        return QuoteLineText::tr("#");
    case LineColumn::Offering:
        return QuoteLineText::tr("Offering");
    case LineColumn::Quantity:
        return QuoteLineText::tr("Qty");
    case LineColumn::OneTime:
        return QuoteLineText::tr("One-time");
    case LineColumn::Recurring:
        return periodTitle(habits.period);
    case LineColumn::Discount:
        return QuoteLineText::tr("Discount");
    case LineColumn::Tax:
        return QuoteLineText::tr("Tax");
    case LineColumn::Net:
        return QuoteLineText::tr("Net");
    case LineColumn::Count:
        break;
    }
    return {};
}

QVector<LineAmount> lineCellAmounts(const QuoteLine &line, LineColumn column, const QuoteHabits &habits)
{
    AmountStyle style{&PriceTotal::list, habits.isMixed, habits.period};
    switch (column) {
    case LineColumn::OneTime:
        return lineAmounts(ofType(line.sums, "oneTime"_L1), style);
    case LineColumn::Recurring:
        return lineAmounts(ofType(line.sums, "recurring"_L1), style);
    case LineColumn::Net:
        style.amount = &PriceTotal::net;
        style.knownPeriod = u"-"_s; // beside one-time prices every period has to be said
        return lineAmounts(line.sums, style);
    default:
        return {};
    }
}

QString lineCellText(const QuoteLine &line, LineColumn column, const QuoteHabits &habits)
{
    switch (column) {
    case LineColumn::Number:
        return line.number;
    case LineColumn::Offering:
        return nameText(line);
    case LineColumn::Quantity:
        return quantityText(line);
    case LineColumn::Discount:
        return discountText(line.item);
    case LineColumn::Tax:
        return taxText(line.own);
    default:
        return joinedAmounts(lineCellAmounts(line, column, habits));
    }
}

QString lineEditText(const QuoteLine &line, LineColumn column, const QuoteHabits &habits)
{
    switch (column) {
    case LineColumn::Offering:
        return lineName(line.item);
    case LineColumn::Quantity:
        return numberText(line.item.quantity().value_or(1));
    case LineColumn::OneTime:
    case LineColumn::Recurring:
        return chargeText(line, *chargeKind(column), habits);
    default:
        return lineCellText(line, column, habits);
    }
}

QString lineCellLock(const QuoteLine &line, LineColumn column)
{
    switch (column) {
    case LineColumn::Number:
    case LineColumn::Net:
    case LineColumn::Count:
        return QuoteLineText::tr("This follows from the other columns.");
    case LineColumn::OneTime:
    case LineColumn::Recurring:
        if (chargesOf(line.item, *chargeKind(column)).size() > 1)
            return QuoteLineText::tr(
                "This line has several such prices: they are shown together and not changed here.");
        return {};
    case LineColumn::Discount:
        if (line.item.quoteItemPrice().isEmpty())
            return QuoteLineText::tr("This line has no price of its own that could be lowered.");
        if (!isDiscountPlain(line.item))
            return QuoteLineText::tr(
                "This discount is more than one percentage: it is shown in full and not changed here.");
        return {};
    case LineColumn::Tax:
        if (line.item.quoteItemPrice().isEmpty())
            return QuoteLineText::tr("This line has no price of its own that could be taxed.");
        return {};
    case LineColumn::Offering:
    case LineColumn::Quantity:
        break;
    }
    return {};
}

Result<LineEdit> lineCellEdit(const QuoteLine &line, LineColumn column, const QString &text,
                              const QuoteHabits &habits, const Surroundings &surroundings)
{
    const LineTarget target{line.key, nameText(line)};
    switch (column) {
    case LineColumn::Offering:
        return offeringCellEdit(target, text, surroundings);
    case LineColumn::Quantity:
        return readQuantity(text).map([&](double quantity) { return quantityEdit(target, quantity); });
    case LineColumn::OneTime:
    case LineColumn::Recurring:
        return chargeCellEdit(line, target, *chargeKind(column), text, habits);
    case LineColumn::Discount:
        return readDiscount(text).map(
            [&](const LineDiscount &discount) { return discountEdit(target, discount); });
    case LineColumn::Tax:
        return readTaxRate(text).map([&](std::optional<double> rate) { return taxRateEdit(target, rate); });
    default:
        return notAllowed(lineCellLock(line, column));
    }
}

} // namespace salesbench
