// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

namespace salesbench {

/// The columns of every list. A new one is a value here and a row in column.cpp's table.
enum class Column {
    Name,
    Prospect,
    Status,
    Rating,
    Priority,
    Offering,
    Amount,
    Owner,
    Age, ///< time since Created; youngest first when ascending
    NextStep,
    Campaign,
    Channel,
    Segment,
    Category,
    Type,
    Created,
    StatusChanged,
    ValidUntil,
    ExternalId,
    Version,
    Count
};
inline constexpr int ColumnCount = static_cast<int>(Column::Count);

struct ColumnInfo {
    Column column;
    Field field; ///< what the column shows and sorts by
    QLatin1StringView key; ///< stable name for kept settings
    const char *title; ///< untranslated; see columnTitle()
    bool isFigure = false; ///< stands at the right, as does its header
    bool isReversed = false; ///< sorts against its field: the age against the date
};

const ColumnInfo &columnInfo(Column column);
std::optional<Column> columnFromKey(QAnyStringView key);
QString columnTitle(ResourceKind kind, Column column);

/// The sort key behind ordering by @p column.
SortKey sortKey(Column column, Qt::SortOrder order);
/// How @p column shows that @p keys sort by it: its place among them from 0, or -1.
int sortPlace(Column column, const QVector<SortKey> &keys);
/// The order in which @p column is read when its field is sorted by @p key.
Qt::SortOrder columnOrder(Column column, const SortKey &key);

} // namespace salesbench
