// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/quote.h"

namespace salesbench {

/// What one price comes to, or several of one kind together. All amounts are whole minor units of currency.
struct PriceTotal {
    QString priceType; ///< oneTime, recurring, usage, or whatever the document says
    QString period; ///< recurringChargePeriod; empty for oneTime
    QString currency;
    qint64 list = 0; ///< price × quantity before alterations, without tax
    qint64 discount = 0; ///< list - net; below zero where alterations raise the price
    qint64 net = 0;
    qint64 tax = 0;
    qint64 gross = 0; ///< net + tax
    std::optional<double> taxRate; ///< per cent; nothing where none is known or the parts differ

    bool isSameKind(const PriceTotal &other) const
    {
        return priceType == other.priceType && period == other.period && currency == other.currency;
    }
    bool operator==(const PriceTotal &) const = default;
};

/// One line's own prices; the lines inside a bundle have theirs.
struct LineTotals {
    QString number; ///< as a person counts: "2", and "2.1" for the first line inside the second
    QVector<PriceTotal>
        prices; ///< as they stand in the document; one without an amount or currency is left out
};

struct QuoteTotals {
    QVector<LineTotals> lines; ///< depth first: a bundle, then what is in it
    /// Sums of the lines, one for each price type, period and currency: oneTime, recurring, usage, others.
    QVector<PriceTotal> totals;
};

/// The price's type as the totals know it: nonRecurring is oneTime; one without a type is recurring where it has
/// a period, else oneTime.
QString priceTypeOf(const QuotePrice &price);

/// The one place that adds up a quote: list, printed quote and document all show its result.
///
/// For each line and price: amount × quantity (1 where none is said; a bundle's lines have quantities of
/// their own), then the alterations, lowest priority first, those without one last. A percentage lowers what
/// is left by that much, as in TMF648's example ("10% off" is 10); an amount lowers the whole line, not each
/// unit. The result is rounded once, half away from zero, to the currency's minor unit; tax is taxRate of
/// that, rounded alike. Alterations with an applicationDuration count: totals are those of the first period.
/// Where only taxIncludedAmount is known, gross is what is rounded and net follows. Without a taxRate the two
/// amounts say it. nonRecurring is read as oneTime. Numbers count as the decimals that were written.
///
/// BadInput, naming the line, where an amount is beyond 2^53 minor units or an alteration's currency is not
/// its price's: a wrong total is never shown.
Result<QuoteTotals> quoteTotals(const QVector<QuoteItem> &items);

/// The totals as quoteTotalPrice holds them.
QVector<QuotePrice> toQuoteTotalPrice(const QuoteTotals &totals);

} // namespace salesbench
