// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/items/lineprices.h"

namespace salesbench {

// What a person types into the cells of a line. BadInput with a sentence where it cannot be used. Numbers are
// read in the user's format, or else as in 1234.50; amounts digit by digit, never by way of a binary
// fraction.

/// A whole number from 1.
Result<double> readQuantity(const QString &text);

/// "3,500" or "3,500 USD". Empty, 0 or a dash: no price. More digits than the currency has are refused.
Result<std::optional<Money>> readAmount(const QString &text, const QString &currency);

/// "240", "240 EUR/mo", "2,400 / year". @p before says the currency and the period where the text does not.
Result<Charge> readRecurring(const QString &text, const QString &currency, const QString &period);

/// "19" or "19%"; nothing for an empty text.
Result<std::optional<double>> readTaxRate(const QString &text);

/// "10", "−10%", "10% one-time", "10% monthly"; "+5" is a surcharge, an empty text no discount.
Result<LineDiscount> readDiscount(const QString &text);

} // namespace salesbench
