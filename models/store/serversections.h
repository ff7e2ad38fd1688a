// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverpages.h"

namespace salesbench {

/// Reads what a query asks for by state, rating or priority, or sorts by them first. A section is what has
/// the same values of the sort keys that come first; the tallies tell which sections there are, and how many
/// documents each has. Within one, documents are met in the order of the keys that follow.
class ServerSections {
public:
    /// Not longer than @p query lives.
    ServerSections(Database &database, const ServerPageQuery &query);

    /// True where the query's order or conditions are of that kind.
    bool apply() const;

    /// The rows of the page, in their order.
    Result<QVector<qint64>> rows();

private:
    /// A combination of state, rating and priority that documents have.
    struct Group {
        QVariantList values;
        qint64 count = 0;
    };
    /// Of the rows of a section.
    struct Part {
        qint64 offset = 0;
        qint64 limit = 0;
    };
    struct Found;
    using Groups = QVector<Group>;

    Result<Groups> groups();
    bool isSameSection(const Group &a, const Group &b) const;
    /// @p documents stand in the section before conditions beyond the tallies are asked.
    Result<QVector<qint64>> rowsOfSection(const Groups &section, qint64 documents, Part part);
    Result<QVector<qint64>> merged(const Groups &section, qint64 count);
    QVector<Found> sorted(const QVector<QVector<Found>> &parts, qint64 count) const;
    Result<QVector<Found>> firstOf(const Group &group, qint64 count);
    bool standsBefore(const Found &a, const Found &b) const;
    Result<QVector<qint64>> walked(const Group &any, qint64 documents, Part part);

    Database &m_database;
    const ServerPageQuery &m_query;
    QVector<ServerPageQuery::Order> m_first; ///< of the sort keys: those that are tallied, up to another one
    ServerPageQuery m_within; ///< the query with the others alone
    bool m_isCounted = true; ///< the tallies tell how many documents each section has
};

} // namespace salesbench
