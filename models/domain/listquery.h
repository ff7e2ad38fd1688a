// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/summary.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>
#include <QVector>

namespace salesbench {

struct SortKey {
    Field field;
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const SortKey &) const = default;
};

/// Which documents a list holds. Between fields AND, within a field OR. An empty string among the values
/// stands for "not set" (Field::OwnerId with "" = nobody's). The case of ASCII letters does not matter but in
/// Field::OwnerId.
struct ListFilter {
    QMap<Field, QStringList> anyOf;
    QMap<Field, QStringList> noneOf;
    QDateTime createdFrom; ///< inclusive; invalid = no bound
    QDateTime createdTo;   ///< exclusive
    QString text;          ///< every word must begin a word of the document's search text
    bool unsentOnly = false; ///< only documents with local changes that the server has not confirmed

    bool isEmpty() const
    {
        return anyOf.isEmpty() && noneOf.isEmpty() && !createdFrom.isValid() && !createdTo.isValid()
            && text.trimmed().isEmpty() && !unsentOnly;
    }
    bool operator==(const ListFilter &) const = default;
};

/// Ties are broken by row in the direction of the first key, so an order is total. Without sort keys the newest
/// row stands first. Absent values come last in either direction. Text is sorted as ListFilter compares it.
struct ListQuery {
    ResourceKind kind = ResourceKind::SalesLead;
    ListFilter filter;
    QVector<SortKey> sort;
    bool operator==(const ListQuery &) const = default;
};

/// How a document stands towards the server.
enum class SyncState {
    Synced,    ///< the server has what the user sees
    Waiting,   ///< changed here, not yet sent
    Sending,   ///< being sent now
    Unknown,   ///< sent, no answer: it may or may not have arrived
    Conflict,  ///< changed here and on the server; the user decides
    Refused,   ///< the server said no; its words are in the record
    LocalOnly, ///< the server does not have this kind of resource
};

/// The workspace's own number of a document: small, never reused, meaningless to any server.
using RowId = qint64;

/// What one row of a list shows.
struct ListRow {
    RowId row = 0;
    QString localId;  ///< uuid; never changes
    QString serverId; ///< empty until the server has said it
    SyncState sync = SyncState::Synced;
    Summary summary;
};

/// A list's size and its first rows: enough for the first painted page.
struct ListHead {
    qint64 total = 0;
    QVector<RowId> first;
};

/// One distinct value of a field and how many documents have it; for filter chips.
struct FieldValue {
    QString value; ///< empty = not set
    QString label; ///< what to show: for OwnerId the owner's name, else the value
    qint64 count = 0;
};

struct SearchHit {
    ResourceKind kind = ResourceKind::SalesLead;
    ListRow row;
    QString excerpt; ///< the words around the match, plain text
};

} // namespace salesbench
