// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace salesbench {

// What counts as a word for the search: letters and digits in a row, as SQLite's unicode61 cuts a text.

/// The words of @p text in their order.
QStringList searchWords(const QString &text);

/// Whether each of @p words begins a word of @p text. Neither case nor accents matter.
bool holdsWords(const QString &text, const QStringList &words);

/// The part of the line of @p text that holds most of @p words, as one plain line of at most about @p length
/// characters around the first of them. Empty where none is held.
QString excerpt(const QString &text, const QStringList &words, int length = 80);

} // namespace salesbench
