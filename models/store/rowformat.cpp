// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowformat.h"

#include "models/store/latestdocuments.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

enum Column { Row, Kind, LocalId, ServerId, Sync, Deleted, Edited, Etag, Reason, Local, Base, Remote };

template<typename Parse>
Record recordWith(const Parse &parse, const QSqlQuery &query)
{
    Record record;
    record.row = query.value(Row).toLongLong();
    record.kind = static_cast<ResourceKind>(query.value(Kind).toInt());
    record.localId = query.value(LocalId).toString();
    record.serverId = query.value(ServerId).toString();
    record.sync = static_cast<SyncState>(query.value(Sync).toInt());
    record.deleted = query.value(Deleted).toBool();
    record.edited = toTime(query.value(Edited));
    record.etag = query.value(Etag).toString();
    record.reason = query.value(Reason).toString();
    record.local = parse(query.value(Local).toByteArray());
    const QVariant base = query.value(Base);
    if (!base.isNull())
        record.base = parse(base.toByteArray());
    else if (!record.serverId.isEmpty())
        record.base = record.local;
    record.remote = parse(query.value(Remote).toByteArray());
    return record;
}

} // namespace

QString recordColumns()
{
    // As bytes: the documents never become UTF-16 as a whole.
    return u"row, kind, localId, serverId, sync, deleted, edited, etag, reason, CAST(local AS BLOB), "
           "CAST(base AS BLOB), CAST(remote AS BLOB)"_s;
}

Record toRecord(const QSqlQuery &query)
{
    return recordWith(toDocument, query);
}

Record toRecord(const QSqlQuery &query, LatestDocuments &latest)
{
    return recordWith([&latest](const QByteArray &text) { return latest.parse(text); }, query);
}

QVariant baseColumn(const Record &record)
{
    return record.base.isEmpty() || record.base == record.local ? QVariant() : toBytes(record.base);
}

QByteArray toBytes(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

QJsonObject toDocument(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

QVariant valueColumn(const QJsonValue &value)
{
    return value.isUndefined() ? QVariant() : QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

QJsonValue toValue(const QVariant &column)
{
    if (column.isNull())
        return QJsonValue(QJsonValue::Undefined);
    return QJsonDocument::fromJson(column.toByteArray()).array().first();
}

QVariant timeColumn(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime toTime(const QVariant &column)
{
    return column.isNull() ? QDateTime()
                           : QDateTime::fromMSecsSinceEpoch(column.toLongLong(), QTimeZone::utc());
}

} // namespace salesbench
