// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

namespace salesbench::listsql {

// The statements behind a list. The first value bound is the kind unless said otherwise. Each reads one index
// from one side and never the table, but for bySummary().

/// row, value: all that have @p key's field, in its order, ties in the same direction.
QString present(const SortKey &key);
/// row: all that lack @p field.
QString absent(Field field, Qt::SortOrder rows);
/// row: all, by row.
QString all(Qt::SortOrder rows);
/// How many there are.
QString count();

/// row: whose @p field is one of the @p count values bound, or, with @p orAbsent, not set.
QString anyOf(Field field, qsizetype count, bool orAbsent);
/// row: created at the first value bound or later, but before the second.
QString created();
/// row: changed here and not confirmed by the server.
QString unsent();
/// rowid: that the match bound alone finds.
QString matching(ResourceKind kind);
/// The same, newest first, older than the second value, at most as many as the third says.
QString newestMatching(ResourceKind kind);
/// What finds texts with a word that begins with each of @p words; for the two above.
QString match(const QStringList &words);

/// row, currency, amount
QString money();
/// value, label, count: most frequent first, as many as the value bound says.
QString values(Field field);

/// row: of the JSON list of rows that is bound alone with the number of them that is wanted.
QString bySummary(const QVector<SortKey> &keys);

} // namespace salesbench::listsql
