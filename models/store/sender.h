// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/references.h"
#include "models/domain/syncjournal.h"
#include "models/store/writertables.h"

namespace salesbench {

/// The outbox as the synchronisation sees it. Runs on the writer's thread within its transaction.
class Sender {
public:
    explicit Sender(WriterTables &tables)
        : m_tables(tables)
    {
    }

    Result<void> recover();
    Result<QVector<OutboxWork>> due(const QDateTime &now, int limit);
    Result<void> markSending(ResourceKind kind, const QString &localId, qint64 lastSequence);
    Result<void> awaken(ResourceKind kind);

private:
    struct Piece {
        OutboxWork work;
        bool isDue = false;
    };

    Result<Piece> piece(RowId row, const QDateTime &now);
    /// How a document that another one names stands.
    enum class Arrival {
        There,
        StaysHere, ///< for good: nothing to wait for, and the link to it is left out
        OnItsWay, ///< by itself
        Stopped, ///< until the user decides about it, or about what it came from
    };

    Result<Piece> withReferences(Piece piece);
    Result<bool> isKeptWaiting(OutboxWork &work);
    Result<Arrival> arrivalOf(const QString &id);
    Result<Arrival> arrivalOf(const QVector<Reference> &origins);

    WriterTables &m_tables;
};

} // namespace salesbench
