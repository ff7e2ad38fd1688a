// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/columnplan.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int MaxWidth = 900;

struct Standard {
    Column column;
    int width;
    bool inSales; ///< shown in lists of leads and opportunities
    bool inQuotes;
};

/// Wide enough for most that stand in them; all of a list of leads together just fill a window of 1440 pixels
/// beside the details.
constexpr std::array Standards{
    Standard{Column::Name, 170, true, true},
    Standard{Column::Prospect, 118, true, true},
    Standard{Column::Status, 129, true, true},
    Standard{Column::Rating, 69, true, false},
    Standard{Column::Priority, 63, true, false},
    Standard{Column::Offering, 118, true, true},
    Standard{Column::Amount, 120, true, true},
    Standard{Column::Owner, 44, true, true},
    Standard{Column::Age, 50, true, true},
    Standard{Column::NextStep, 124, true, false},
    Standard{Column::ValidUntil, 96, false, true},
    Standard{Column::Version, 64, false, true},
    Standard{Column::Campaign, 140, false, false},
    Standard{Column::Channel, 96, false, false},
    Standard{Column::Segment, 110, false, false},
    Standard{Column::Category, 110, false, false},
    Standard{Column::Type, 110, false, false},
    Standard{Column::Created, 96, false, false},
    Standard{Column::StatusChanged, 96, false, false},
    Standard{Column::ExternalId, 110, false, false},
};
static_assert(Standards.size() == ColumnCount);

constexpr int QuoteAmount = 132; ///< a quote's total goes to the cent, an estimate does not

constexpr std::array DropOrder{Column::NextStep, Column::Age, Column::Priority, Column::Offering};
constexpr std::array Wishes{"hidden"_L1, "auto"_L1, "shown"_L1};

bool isText(Column column)
{
    switch (column) {
    case Column::Status:
    case Column::Rating:
    case Column::Priority:
    case Column::Owner:
    case Column::Version:
        return false;
    default:
        return !columnInfo(column).isFigure;
    }
}

int smallest(const ColumnPlan::Entry &entry)
{
    return entry.column == Column::Name ? std::min(entry.width, columns::NameMin) : entry.width;
}

int smallestSum(const QVector<ColumnPlan::Entry> &shown)
{
    int sum = 0;
    for (const ColumnPlan::Entry &entry : shown)
        sum += smallest(entry);
    return sum;
}

void dropWhatHasNoRoom(QVector<ColumnPlan::Entry> &shown, int width)
{
    for (Column column : DropOrder) {
        if (smallestSum(shown) <= width)
            return;
        shown.removeIf([column](const ColumnPlan::Entry &entry) {
            return entry.column == column && entry.wish == ColumnPlan::Wish::Auto;
        });
    }
}

std::optional<ColumnPlan::Entry> entryFromText(const QString &text)
{
    const QStringList parts = text.split(u':');
    if (parts.size() != 3)
        return {};
    const auto column = columnFromKey(parts[0]);
    const auto *wish = std::ranges::find(Wishes, parts[2]);
    const int width = parts[1].toInt();
    if (!column || wish == Wishes.end() || width < columns::Min || width > MaxWidth)
        return {};
    return ColumnPlan::Entry{*column, width, ColumnPlan::Wish(wish - Wishes.begin())};
}

} // namespace

ColumnPlan ColumnPlan::standard(ResourceKind kind)
{
    ColumnPlan plan;
    for (const Standard &standard : Standards) {
        const bool isQuote = kind == ResourceKind::Quote;
        const bool shown = isQuote ? standard.inQuotes : standard.inSales;
        const int width = isQuote && standard.column == Column::Amount ? QuoteAmount : standard.width;
        plan.entries.append({standard.column, width, shown ? Wish::Auto : Wish::Hidden});
    }
    return plan;
}

const ColumnPlan::Entry &ColumnPlan::entry(Column column) const
{
    return *std::ranges::find(entries, column, &Entry::column);
}

ColumnPlan::Entry &ColumnPlan::entry(Column column)
{
    return *std::ranges::find(entries, column, &Entry::column);
}

void ColumnPlan::move(Column column, qsizetype place)
{
    const qsizetype from = std::ranges::find(entries, column, &Entry::column) - entries.begin();
    entries.move(from, place);
}

QStringList ColumnPlan::toTexts() const
{
    QStringList texts;
    for (const Entry &entry : entries)
        texts.append(u"%1:%2:%3"_s.arg(columnInfo(entry.column).key)
                         .arg(entry.width)
                         .arg(Wishes[static_cast<size_t>(entry.wish)]));
    return texts;
}

ColumnPlan ColumnPlan::fromTexts(ResourceKind kind, const QStringList &texts)
{
    ColumnPlan plan = standard(kind);
    qsizetype place = 0;
    for (const QString &text : texts) {
        const auto entry = entryFromText(text);
        if (!entry || place >= plan.entries.size())
            continue;
        plan.entry(entry->column) = *entry;
        plan.move(entry->column, place++);
    }
    return plan;
}

QVector<FittedColumn> fitColumns(const ColumnPlan &plan, int width)
{
    QVector<ColumnPlan::Entry> shown;
    std::ranges::copy_if(plan.entries, std::back_inserter(shown),
                         [](const ColumnPlan::Entry &entry) { return entry.wish != ColumnPlan::Wish::Hidden; });
    dropWhatHasNoRoom(shown, width);
    QVector<FittedColumn> fitted;
    int left = width;
    for (const ColumnPlan::Entry &entry : std::as_const(shown)) {
        fitted.append({entry.column, entry.width});
        left -= entry.width;
    }
    const auto name = std::ranges::find(fitted, Column::Name, &FittedColumn::column);
    if (name == fitted.end())
        return fitted;
    if (left > 0 && isText(fitted.last().column))
        fitted.last().width += left;
    else
        name->width = std::max(name->width + left, std::min(name->width, columns::NameMin));
    return fitted;
}

} // namespace salesbench
