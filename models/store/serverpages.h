// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverdocuments.h"

#include <QByteArrayList>
#include <QJsonArray>

#include <functional>

namespace salesbench {

/// What stands in a column of its own, beside the document. Party, Campaign and Channel, the ids of what
/// documents refer to, are for Equal alone.
enum class ServerColumn {
    Row,
    Id,
    State,
    Name,
    Created,
    Changed,
    Rating,
    Priority,
    External,
    Revenue,
    Party,
    Campaign,
    Channel
};

/// Which documents, in which order, and which part of them. What columns cannot tell, functions do; they
/// are asked for every document that the columns let through.
struct ServerPageQuery {
    enum class Comparison { Equal, Greater, GreaterOrEqual, Less, LessOrEqual };
    struct Condition {
        ServerColumn column;
        QVariantList anyOf; ///< one value, unless it is for equality
        Comparison comparison = Comparison::Equal;
    };
    struct Order {
        ServerColumn column;
        bool descending = false; ///< what is absent comes last in either direction
    };
    struct Ranking {
        std::function<QJsonArray(const QJsonObject &)> key;
        std::function<bool(const QJsonArray &, const QJsonArray &)> before;
    };

    ResourceKind kind = ResourceKind::SalesLead;
    std::optional<QString> visibleTo; ///< only this owner's documents and nobody's
    QVector<Condition> conditions;
    std::function<bool(const QJsonObject &)> matches; ///< empty = all
    /// Asked before each document that functions look into; false ends the reading as Problem::Cancelled.
    std::function<bool()> isWanted; ///< empty = to the end
    QVector<Order> order{{ServerColumn::Row}};
    std::optional<Ranking> ranking; ///< instead of order; ties go by id
    qint64 offset = 0;
    qint64 limit = 0;

    /// True where indexes answer, so that it takes no longer the more documents there are.
    bool isQuick() const { return !matches && !ranking; }
};

struct ServerPage {
    qint64 total = 0; ///< of all pages
    QByteArrayList documents;
};

/// Total and page come from one consistent state of the database. Outside of transactions.
Result<ServerPage> readServerPage(Database &database, const ServerPageQuery &query);

} // namespace salesbench
