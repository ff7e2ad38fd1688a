// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

#include <span>

namespace salesbench {

/// When the documents of a list were created, as a person says it.
enum class CreatedPeriod { Today, ThisWeek, ThisMonth, ThisQuarter, ThisYear };

std::span<const CreatedPeriod> createdPeriods();
/// "This quarter".
QString periodText(CreatedPeriod period);
/// Its stable name for kept settings.
QLatin1StringView periodName(CreatedPeriod period);
std::optional<CreatedPeriod> periodFromName(QAnyStringView name);

/// From the first moment to the one after the last. Either end may be invalid: no bound.
struct CreatedRange {
    QDateTime from;
    QDateTime to; ///< exclusive
    bool operator==(const CreatedRange &) const = default;
};

/// @p period around @p now in the time zone of @p now; weeks begin as the user's language has it.
CreatedRange rangeOf(CreatedPeriod period, const QDateTime &now);
/// Whole days in the time zone of @p now, both ends among them.
CreatedRange rangeOf(const QDate &first, const QDate &last, const QDateTime &now);
/// The period that the range is at @p now, the shortest where it is several; nothing for a range of its own.
std::optional<CreatedPeriod> periodOf(const CreatedRange &range, const QDateTime &now);
/// "This quarter", or "23 Nov 2026 – 23 Dec 2026".
QString rangeText(const CreatedRange &range, const QDateTime &now);

} // namespace salesbench
