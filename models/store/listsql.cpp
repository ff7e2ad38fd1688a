// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/listsql.h"

#include "models/store/schema.h"

using namespace Qt::StringLiterals;

namespace salesbench::listsql {

namespace {

QLatin1StringView direction(Qt::SortOrder order)
{
    return order == Qt::AscendingOrder ? ""_L1 : " DESC"_L1;
}

bool isNumber(Field field)
{
    return field == Field::Amount || field == Field::Created || field == Field::StatusChanged
        || field == Field::ValidUntil;
}

QString from(const QString &index)
{
    return u" FROM summary INDEXED BY %1 WHERE kind = ?1"_s.arg(index);
}

/// As a range: behind IS NOT NULL, SQLite first walks over all that is.
QString isPresent(Field field)
{
    return fieldName(field) + (isNumber(field) ? " >= -9e999"_L1 : " >= ''"_L1);
}

QString places(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u',');
}

QString orderBy(const SortKey &key)
{
    const QString field = "summary."_L1 + fieldName(key.field); // json_each() has a "type", too
    return field + " IS NULL, "_L1 + field + direction(key.order) + ", "_L1;
}

/// Nobody's documents have no owner's name; of several names the newest counts.
QString label(Field field)
{
    if (field != Field::OwnerId)
        return u"value"_s;
    return u"(SELECT ownerName FROM summary WHERE row = found.row)"_s;
}

} // namespace

QString present(const SortKey &key)
{
    return u"SELECT row, %1%2 AND %3 ORDER BY %1%4, row%4"_s.arg(
        fieldName(key.field), from(summaryIndex(key.field)), isPresent(key.field), direction(key.order));
}

QString absent(Field field, Qt::SortOrder rows)
{
    return u"SELECT row%1 AND %2 IS NULL ORDER BY row%3"_s.arg(from(summaryIndex(field)), fieldName(field),
                                                               direction(rows));
}

QString all(Qt::SortOrder rows)
{
    return u"SELECT row%1 ORDER BY row%2"_s.arg(from(u"summary_kind"_s), direction(rows));
}

QString count()
{
    return u"SELECT count FROM listed WHERE kind = ?1"_s;
}

QString anyOf(Field field, qsizetype count, bool orAbsent)
{
    // Two statements in one: an OR would keep SQLite from using the index for both.
    const QString base = "SELECT row"_L1 + from(summaryIndex(field)) + " AND "_L1 + fieldName(field);
    const QString values = count > 0 ? base + u" IN (%1)"_s.arg(places(count)) : QString();
    const QString missing = orAbsent ? QString(base + " IS NULL"_L1) : QString();
    return values + (count > 0 && orAbsent ? " UNION ALL "_L1 : ""_L1) + missing;
}

QString created()
{
    return "SELECT row"_L1 + from(summaryIndex(Field::Created)) + " AND created >= ? AND created < ?"_L1;
}

QString unsent()
{
    return u"SELECT document.row FROM document INDEXED BY document_unsent JOIN summary ON summary.row = "
           u"document.row "
           "WHERE document.kind = ?1 AND sync <> %1 AND sync <> %2"_s.arg(int(SyncState::Synced))
               .arg(int(SyncState::LocalOnly));
}

QString matching(ResourceKind kind)
{
    return u"SELECT rowid FROM %1 WHERE %1 MATCH ?"_s.arg(searchTable(kind));
}

QString newestMatching(ResourceKind kind)
{
    return matching(kind) + " AND rowid < ? ORDER BY rowid DESC LIMIT ?"_L1;
}

QString match(const QStringList &words)
{
    QStringList parts;
    for (const QString &word : words)
        parts.append(u'"' + word + "\"*"_L1); // words have no quotes
    return parts.join(u' ');
}

QString money()
{
    return "SELECT row, currency, amount"_L1 + from(summaryIndex(Field::Currency)) + " AND currency >= ''"_L1;
}

QString values(Field field)
{
    return u"SELECT value, %1, count FROM (SELECT %2 AS value, max(row) AS row, count(*) AS count%3 GROUP BY "
           u"%2) AS found "
           "ORDER BY count DESC, value LIMIT ?"_s.arg(label(field), fieldName(field),
                                                      from(summaryIndex(field)));
}

QString bySummary(const QVector<SortKey> &keys)
{
    QString order;
    for (const SortKey &key : keys)
        order += orderBy(key);
    const Qt::SortOrder rows = keys.isEmpty() ? Qt::DescendingOrder : keys.first().order;
    return u"SELECT row FROM json_each(?) AS asked CROSS JOIN summary ON row = asked.value ORDER BY %1row%2 LIMIT ?"_s
        .arg(order, direction(rows));
}

} // namespace salesbench::listsql
