// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quotetotals.h"
#include "models/items/lineprices.h"

#include <QMetaType>

namespace salesbench {

/// A figure and what it counts: "1,246.00" and "EUR/mo". The unit is empty where the column says it.
struct LineAmount {
    QString figure;
    QString unit;
    bool operator==(const LineAmount &) const = default;
};

/// "3,500.00": always with the digits of the currency, so that figures stand under each other.
QString minorText(qint64 minor, const QString &currency);

/// "/mo" behind a monthly price; empty for a one-time price.
QString periodSuffix(const PriceTotal &price);
/// "Monthly", "Yearly", "Recurring": what all the prices of @p period are called together.
QString periodTitle(const QString &period);
/// The recurringChargePeriod that a person means by "mo", "monthly" or "month"; other words as they stand.
QString periodFromText(const QString &text);

/// Which of a price's amounts is shown, and what the column or the whole quote says already.
struct AmountStyle {
    qint64 PriceTotal::*amount = &PriceTotal::net;
    bool hasCurrency = true;
    QString knownPeriod; ///< recurring prices of this period need no suffix
};
QVector<LineAmount> lineAmounts(const QVector<PriceTotal> &prices, const AmountStyle &style);
/// In one line, for copying and for screen readers.
QString joinedAmounts(const QVector<LineAmount> &amounts);

/// "−10%", "−20% for 6 mo", "−50% one-time"; empty where the line has no discount.
QString discountText(const QuoteItem &item);
/// "19%"; several where the prices of the line differ.
QString taxText(const QVector<PriceTotal> &prices);
/// A number as short as it is exact: "7.7".
QString numberText(double value);

} // namespace salesbench

Q_DECLARE_METATYPE(salesbench::LineAmount)
