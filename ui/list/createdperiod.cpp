// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/createdperiod.h"

#include "models/domain/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct CreatedPeriodText {
    Q_DECLARE_TR_FUNCTIONS(CreatedPeriod)
};

constexpr std::array Periods{CreatedPeriod::Today, CreatedPeriod::ThisWeek, CreatedPeriod::ThisMonth,
                             CreatedPeriod::ThisQuarter, CreatedPeriod::ThisYear};
constexpr std::array Names{"today"_L1, "thisWeek"_L1, "thisMonth"_L1, "thisQuarter"_L1, "thisYear"_L1};

QDate firstDay(CreatedPeriod period, const QDate &today)
{
    switch (period) {
    case CreatedPeriod::Today:
        break;
    case CreatedPeriod::ThisWeek:
        return today.addDays(-((today.dayOfWeek() - QLocale().firstDayOfWeek() + 7) % 7));
    case CreatedPeriod::ThisMonth:
        return {today.year(), today.month(), 1};
    case CreatedPeriod::ThisQuarter:
        return {today.year(), (today.month() - 1) / 3 * 3 + 1, 1};
    case CreatedPeriod::ThisYear:
        return {today.year(), 1, 1};
    }
    return today;
}

QDate dayAfter(CreatedPeriod period, const QDate &first)
{
    switch (period) {
    case CreatedPeriod::Today:
        break;
    case CreatedPeriod::ThisWeek:
        return first.addDays(7);
    case CreatedPeriod::ThisMonth:
        return first.addMonths(1);
    case CreatedPeriod::ThisQuarter:
        return first.addMonths(3);
    case CreatedPeriod::ThisYear:
        return first.addYears(1);
    }
    return first.addDays(1);
}

QDateTime startOf(const QDate &day, const QDateTime &now)
{
    return day.startOfDay(now.timeZone());
}

} // namespace

std::span<const CreatedPeriod> createdPeriods()
{
    return Periods;
}

QString periodText(CreatedPeriod period)
{
    switch (period) {
    case CreatedPeriod::Today:
        return CreatedPeriodText::tr("Today");
    case CreatedPeriod::ThisWeek:
        return CreatedPeriodText::tr("This week");
    case CreatedPeriod::ThisMonth:
        return CreatedPeriodText::tr("This month");
    case CreatedPeriod::ThisQuarter:
        return CreatedPeriodText::tr("This quarter");
    case CreatedPeriod::ThisYear:
        return CreatedPeriodText::tr("This year");
    }
    return {};
}

QLatin1StringView periodName(CreatedPeriod period)
{
    return Names[static_cast<size_t>(period)];
}

std::optional<CreatedPeriod> periodFromName(QAnyStringView name)
{
    for (CreatedPeriod period : Periods) {
        if (name == periodName(period))
            return period;
    }
    return {};
}

CreatedRange rangeOf(CreatedPeriod period, const QDateTime &now)
{
    const QDate first = firstDay(period, now.date());
    return {startOf(first, now), startOf(dayAfter(period, first), now)};
}

CreatedRange rangeOf(const QDate &first, const QDate &last, const QDateTime &now)
{
    return {startOf(first, now), startOf(last.addDays(1), now)};
}

std::optional<CreatedPeriod> periodOf(const CreatedRange &range, const QDateTime &now)
{
    for (CreatedPeriod period : Periods) {
        if (range == rangeOf(period, now))
            return period;
    }
    return {};
}

QString rangeText(const CreatedRange &range, const QDateTime &now)
{
    if (const std::optional<CreatedPeriod> period = periodOf(range, now))
        return periodText(*period);
    const QString first = dateText(range.from);
    const QString last = range.to.isValid() ? dateText(range.to.addMSecs(-1)) : QString();
    if (last.isEmpty())
        return CreatedPeriodText::tr("from %1").arg(first);
    if (first.isEmpty())
        return CreatedPeriodText::tr("until %1").arg(last);
    return first == last ? first : CreatedPeriodText::tr("%1 – %2").arg(first, last);
}

} // namespace salesbench
