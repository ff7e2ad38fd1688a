// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quote.h"

namespace salesbench {

/// The two prices of a line that are edited; others, such as usage, are only shown and summed.
enum class ChargeKind { OneTime, Recurring };

/// The places of the line's prices of that kind in its quoteItemPrice.
QVector<qsizetype> chargesOf(const QuoteItem &item, ChargeKind kind);

/// A recurring or one-time price as it is typed: for one unit, without tax.
struct Charge {
    std::optional<Money> amount; ///< nothing takes the price away
    QString period; ///< recurringChargePeriod; not read for one-time prices
};

/// Sets the line's price of that kind, or adds one that is taxed by @p taxRate. The amount with tax follows;
/// the price's other attributes stay. The line has at most one price of the kind.
void setCharge(QuoteItem &item, ChargeKind kind, const Charge &charge, std::optional<double> taxRate);

/// Sets the rate of every price of the line, in per cent, and the amounts with tax that follow from it.
void setTaxRate(QuoteItem &item, std::optional<double> rate);

/// A discount as it is typed: in per cent, below zero for a surcharge. For the prices of one kind, or else
/// for those that have a discount already, or else for all of the line.
struct LineDiscount {
    double percentage = 0;
    std::optional<ChargeKind> only;
};

/// Whether each price of the line has no more than a single percentage that holds for good: what has several,
/// or amounts, or a time is not to be overwritten by one number.
bool isDiscountPlain(const QuoteItem &item);
/// @p name is that of a discount that is added. Zero takes discounts away.
void setDiscount(QuoteItem &item, const LineDiscount &discount, const QString &name);

} // namespace salesbench
