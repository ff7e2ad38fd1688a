// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/linetext.h"
#include "models/items/quotelineedit.h"
#include "models/items/quotelinetree.h"

#include <memory>
#include <vector>

namespace salesbench {

/// A line in the tree of a QuoteLinesModel.
struct QuoteLine {
    QString key; ///< LineKeys
    QString number;
    QuoteItem item;
    QVector<PriceTotal> own; ///< each price of the line itself
    QVector<PriceTotal> sums; ///< of the line and all in it, one for each kind; from quoteTotals()
    QuoteLine *parent = nullptr;
    std::vector<std::unique_ptr<QuoteLine>> lines;

    bool isBundle() const { return !lines.empty(); }
    int row() const;
    QuoteLine *find(const QString &wanted);
};

/// What all lines of a quote have in common, and cells need not repeat.
struct QuoteHabits {
    QString currency; ///< the first one
    bool isMixed = false; ///< amounts in more than one currency
    QString period = QStringLiteral("month"); ///< of the recurring prices, where it is one
    std::optional<double> taxRate; ///< the first one
    bool operator==(const QuoteHabits &) const = default;
};
QuoteHabits habitsOf(const QuoteTotals &totals);

/// The columns of the lines. "One-time" and "Recurring" show price × quantity before the discount.
enum class LineColumn { Number, Offering, Quantity, OneTime, Recurring, Discount, Tax, Net, Count };

QString lineColumnTitle(LineColumn column, const QuoteHabits &habits);
/// The figures of a cell; empty in columns of text, and where there is none.
QVector<LineAmount> lineCellAmounts(const QuoteLine &line, LineColumn column, const QuoteHabits &habits);
QString lineCellText(const QuoteLine &line, LineColumn column, const QuoteHabits &habits);
/// What stands in the cell's editor: the price of one unit.
QString lineEditText(const QuoteLine &line, LineColumn column, const QuoteHabits &habits);
/// Why a cell of a quote that is open cannot be edited; empty where it can.
QString lineCellLock(const QuoteLine &line, LineColumn column);
/// The edit that typing @p text into the cell means; BadInput with a sentence where it means none.
Result<LineEdit> lineCellEdit(const QuoteLine &line, LineColumn column, const QString &text,
                              const QuoteHabits &habits, const Surroundings &surroundings);

} // namespace salesbench
