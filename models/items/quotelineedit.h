// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/domain/surroundings.h"
#include "models/items/lineinput.h"

#include <functional>

namespace salesbench {

/// One intended change to the lines of a quote. It finds its line again by what LineKeys says, so that it can
/// be made upon whatever the quote has become meanwhile; NotFound where the line is gone.
struct LineEdit {
    QString title; ///< translated, for undo: "Change quantity of SD-WAN"
    /// @p offering is what other documents call the offering; empty where none knows it.
    std::function<Result<QVector<QuoteItem>>(QVector<QuoteItem> items, const EntityRef &offering)> apply;
    QString offering; ///< the name of an offering to look up first; empty for none
};

/// What is set on one line, by its key.
struct LineTarget {
    QString key;
    QString name; ///< of the line, in titles and sentences
};

LineEdit offeringEdit(const LineTarget &line, const QString &name, const Surroundings &surroundings);
LineEdit quantityEdit(const LineTarget &line, double quantity);
/// @p taxRate is that of a price that is added to a line without one.
LineEdit chargeEdit(const LineTarget &line, ChargeKind kind, const Charge &charge,
                    std::optional<double> taxRate);
LineEdit discountEdit(const LineTarget &line, const LineDiscount &discount);
LineEdit taxRateEdit(const LineTarget &line, std::optional<double> rate);
/// A line of one piece at the end, without prices.
LineEdit addLineEdit(const QString &offering, const Surroundings &surroundings);
/// NotAllowed where it would leave a quote without lines.
LineEdit removeLineEdit(const LineTarget &line);
/// Among the lines of the same bundle; @p step is -1 or 1.
LineEdit moveLineEdit(const LineTarget &line, int step);

/// Why the lines of @p quote cannot be changed, in a sentence; empty where they can.
QString lineLock(const Record &quote);

} // namespace salesbench
