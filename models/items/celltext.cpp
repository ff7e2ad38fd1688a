// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/celltext.h"

#include "models/domain/move.h"
#include "models/domain/words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CellText", text);
}

QDateTime instant(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

} // namespace

QString cellText(const ListRow &row, ResourceKind kind, Column column, const QDateTime &now)
{
    const QVariant &value = row.summary.value(columnInfo(column).field);
    if (value.isNull())
        return {};
    switch (column) {
    case Column::Status:
        return statusText(kind, value.toString());
    case Column::Rating:
    case Column::Priority:
        return choiceText(value.toString());
    case Column::Amount:
        return moneyText(value.toDouble(), row.summary.text(Field::Currency));
    case Column::Age:
        return ageText(instant(value), now);
    case Column::Created:
    case Column::StatusChanged:
    case Column::ValidUntil:
        return dateText(instant(value));
    default:
        return value.toString();
    }
}

QString cellHint(const ListRow &row, Column column)
{
    const QVariant &value = row.summary.value(columnInfo(column).field);
    switch (column) {
    case Column::Name:
        return syncSentence(row.sync);
    case Column::Owner:
        return value.isNull() ? tr("Unassigned") : value.toString();
    case Column::Age:
    case Column::Created:
    case Column::StatusChanged:
        return value.isNull() ? QString()
                              : QLocale().toString(instant(value).toLocalTime(), QLocale::LongFormat);
    default:
        return {};
    }
}

QString cellSpeech(const ListRow &row, ResourceKind kind, Column column, const QDateTime &now)
{
    const QString text = cellText(row, kind, column, now);
    if (column == Column::Name && row.sync != SyncState::Synced)
        return text + u". "_s + syncSentence(row.sync);
    if (column == Column::Owner && text.isEmpty())
        return tr("Unassigned");
    return text;
}

} // namespace salesbench
