// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quote.h"

#include <QHash>

#include <functional>
#include <optional>

namespace salesbench {

/// Where a line stands: its place among the quote's lines, then among that bundle's lines, and so on.
using LinePath = QVector<qsizetype>;

/// As a person counts: "2", and "2.1" for the first line inside the second.
QString lineNumber(const LinePath &path);

/// What tells each line from the others in every version of its quote: its id, or its place where it has no
/// id or shares it.
class LineKeys {
public:
    explicit LineKeys(const QVector<QuoteItem> &items);

    QString key(const QuoteItem &item, const LinePath &path) const;

private:
    void count(const QVector<QuoteItem> &items);

    QHash<QString, int> m_uses; ///< of each id
};

std::optional<LinePath> findLine(const QVector<QuoteItem> &items, const QString &key);

/// Calls @p change with the lines among which the one at @p path stands, and its place there; puts what it
/// made of them into @p items.
void changeLine(QVector<QuoteItem> &items, const LinePath &path,
                const std::function<void(QVector<QuoteItem> &siblings, qsizetype place)> &change);

/// What a person calls the line by.
QString lineName(const QuoteItem &item);

} // namespace salesbench
