// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/apierror.h"
#include "net/server/linearpattern.h"

#include <QStringList>

#include <optional>

namespace salesbench {

/// One filter of a list: an attribute, reached by dots and through lists, against some values.
struct TmfCondition {
    enum class Operator { Equal, Greater, GreaterOrEqual, Less, LessOrEqual, Regex };

    QStringList path;
    Operator op = Operator::Equal;
    QStringList anyOf;
    std::optional<LinearPattern> pattern = {}; ///< for Regex: what anyOf has, ready for searching
    bool operator==(const TmfCondition &) const = default;
};

struct TmfSortKey {
    QStringList path;
    bool descending = false;
    bool operator==(const TmfSortKey &) const = default;
};

/// The query of a GET, as TMF630 part 1 has it: conditions (AND between, OR within), sort, fields, paging.
struct TmfQuery {
    static constexpr qint64 DefaultLimit = 100;
    static constexpr qint64 MaximumLimit = 1000;
    static constexpr qsizetype MaximumPatterns = 8; ///< each takes memory while it searches
    static constexpr qsizetype MaximumSortKeys = 16;
    static constexpr qint64 MaximumOffset = 1'000'000'000'000; ///< further on there is nothing

    QVector<TmfCondition> conditions;
    QVector<TmfSortKey> sort;
    std::optional<QStringList> fields; ///< attributes, reached by dots; none = the whole document
    qint64 offset = 0;
    qint64 limit = DefaultLimit;

    /// @p query is what follows the question mark, percent-encoded. 400 names the parameter.
    static ApiResult<TmfQuery> parse(const QByteArray &query, qint64 maximumLimit = MaximumLimit);
};

} // namespace salesbench
