// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QVariant>

class QSqlQuery;

namespace salesbench {

class LatestDocuments;

// How documents and values stand in the workspace's columns; readers and the writer share it.

/// The columns of document from which toRecord() makes a Record: "SELECT " + recordColumns() + " FROM
/// document".
QString recordColumns();

/// The record in the query's current row; its first columns are recordColumns(). unsent is left empty: it
/// costs a comparison, and only the reader of single documents shows it.
Record toRecord(const QSqlQuery &query);

/// The same, its documents by way of @p latest.
Record toRecord(const QSqlQuery &query, LatestDocuments &latest);

/// base for its column: null where it is what local is, which it is for nearly every document, or where
/// the server has none.
QVariant baseColumn(const Record &record);

/// Compact, its keys in order: equal documents are equal bytes. To be bound as CAST(? AS TEXT).
QByteArray toBytes(const QJsonObject &document);
QJsonObject toDocument(const QByteArray &bytes);

/// Any value, wrapped in an array because only those and objects are documents; null for Undefined.
QVariant valueColumn(const QJsonValue &value);
QJsonValue toValue(const QVariant &column);

/// Milliseconds since the epoch; null for an invalid time.
QVariant timeColumn(const QDateTime &time);
QDateTime toTime(const QVariant &column);

enum class StepState {
    Recorded, ///< can be undone
    Undone, ///< can be done again
    Begun, ///< one of its operations has begun to be sent
};

} // namespace salesbench
