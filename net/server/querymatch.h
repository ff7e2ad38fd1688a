// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/tmfquery.h"

#include <QJsonArray>
#include <QJsonObject>

namespace salesbench {

/// What stands at @p path: lists on the way are gone through, so there may be several values or none.
QVector<QJsonValue> valuesAt(const QJsonValue &value, const QStringList &path);

/// Every condition holds for some value at its path. Numbers compare as numbers, date-times as instants, a
/// date alone being midnight UTC, other text by code point. A regular expression is looked for in texts.
bool matches(const QJsonObject &document, const QVector<TmfCondition> &conditions);

/// By what @p document sorts: the first value at each key's path, undefined ones as null, its id last.
QJsonArray sortKeyOf(const QJsonObject &document, const QVector<TmfSortKey> &sort);

/// True when a document with @p a stands before one with @p b. Absent values come last in either direction.
bool sortsBefore(const QJsonArray &a, const QJsonArray &b, const QVector<TmfSortKey> &sort);

} // namespace salesbench
