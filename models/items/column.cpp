// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/column.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

#define TITLE(text) QT_TRANSLATE_NOOP("Column", text)

constexpr std::array Columns{
    ColumnInfo{Column::Name, Field::Name, "name"_L1, TITLE("Name")},
    ColumnInfo{Column::Prospect, Field::Prospect, "prospect"_L1, TITLE("Prospect")},
    ColumnInfo{Column::Status, Field::Status, "status"_L1, TITLE("Status")},
    ColumnInfo{Column::Rating, Field::Rating, "rating"_L1, TITLE("Rating")},
    ColumnInfo{Column::Priority, Field::Priority, "priority"_L1, TITLE("Priority")},
    ColumnInfo{Column::Offering, Field::Offering, "offering"_L1, TITLE("Offering")},
    ColumnInfo{Column::Amount, Field::Amount, "amount"_L1, TITLE("Est. revenue"), true},
    ColumnInfo{Column::Owner, Field::OwnerName, "ownerName"_L1, TITLE("Owner")},
    ColumnInfo{Column::Age, Field::Created, "age"_L1, TITLE("Age"), true, true},
    ColumnInfo{Column::NextStep, Field::NextStep, "nextStep"_L1, TITLE("Next step")},
    ColumnInfo{Column::Campaign, Field::Campaign, "campaign"_L1, TITLE("Campaign")},
    ColumnInfo{Column::Channel, Field::Channel, "channel"_L1, TITLE("Channel")},
    ColumnInfo{Column::Segment, Field::Segment, "segment"_L1, TITLE("Segment")},
    ColumnInfo{Column::Category, Field::Category, "category"_L1, TITLE("Category")},
    ColumnInfo{Column::Type, Field::Type, "type"_L1, TITLE("Type")},
    ColumnInfo{Column::Created, Field::Created, "created"_L1, TITLE("Created")},
    ColumnInfo{Column::StatusChanged, Field::StatusChanged, "statusChanged"_L1, TITLE("Status since")},
    ColumnInfo{Column::ValidUntil, Field::ValidUntil, "validUntil"_L1, TITLE("Valid until")},
    ColumnInfo{Column::ExternalId, Field::ExternalId, "externalId"_L1, TITLE("External id")},
    ColumnInfo{Column::Version, Field::Version, "version"_L1, TITLE("Version")},
};
static_assert(Columns.size() == ColumnCount);

#undef TITLE

Qt::SortOrder turned(Qt::SortOrder order, bool turn)
{
    if (!turn)
        return order;
    return order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
}

} // namespace

const ColumnInfo &columnInfo(Column column)
{
    return Columns[static_cast<size_t>(column)];
}

std::optional<Column> columnFromKey(QAnyStringView key)
{
    for (const ColumnInfo &info : Columns) {
        if (key == info.key)
            return info.column;
    }
    return {};
}

QString columnTitle(ResourceKind kind, Column column)
{
    if (kind == ResourceKind::Quote && column == Column::Amount)
        return QCoreApplication::translate("Column", "Total");
    return QCoreApplication::translate("Column", columnInfo(column).title);
}

SortKey sortKey(Column column, Qt::SortOrder order)
{
    const ColumnInfo &info = columnInfo(column);
    return {info.field, turned(order, info.isReversed)};
}

int sortPlace(Column column, const QVector<SortKey> &keys)
{
    for (int i = 0; i < keys.size(); ++i) {
        if (keys[i].field == columnInfo(column).field)
            return i;
    }
    return -1;
}

Qt::SortOrder columnOrder(Column column, const SortKey &key)
{
    return turned(key.order, columnInfo(column).isReversed);
}

} // namespace salesbench
