// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/record.h"

#include <QFuture>
#include <QObject>

namespace salesbench {

/// Reading the workspace. Every answer comes later and never from the calling thread; a cancelled future's
/// query is interrupted. Answers of different calls may overtake each other only if the caller did not wait.
class WorkspaceQueries : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// The number of documents and the first @p count rows of @p query.
    virtual QFuture<Result<ListHead>> head(ListQuery query, int count) = 0;

    /// All rows of @p query in order: 8 bytes each.
    virtual QFuture<Result<QVector<RowId>>> order(ListQuery query) = 0;

    /// The rows in the order asked for; rows that are gone are left out.
    virtual QFuture<Result<QVector<ListRow>>> rows(ResourceKind kind, QVector<RowId> rows) = 0;

    /// Distinct values of @p field, most frequent first, at most @p limit.
    virtual QFuture<Result<QVector<FieldValue>>> values(ResourceKind kind, Field field, int limit) = 0;

    /// Sum of Amount per currency over @p query.
    virtual QFuture<Result<QMap<QString, double>>> sums(ListQuery query) = 0;

    /// Search as you type over all resources: at most @p limit hits per kind, newest first.
    virtual QFuture<Result<QVector<SearchHit>>> search(QString text, int limit) = 0;

    /// By local or server id. NotFound where there is none.
    virtual QFuture<Result<Record>> record(ResourceKind kind, QString id) = 0;

    /// Newest first.
    virtual QFuture<Result<QVector<AuditEntry>>> history(ResourceKind kind, QString localId, int limit) = 0;

    /// At most @p limit changes in one of @p states, in their order, then as they were made. No states:
    /// PendingStates. What the server has twice stands before the conflicts, and counts as one.
    virtual QFuture<Result<QVector<PendingChange>>> pending(int limit, QVector<SyncState> states = {}) = 0;

    /// How many changes there are in each state, LocalOnly among them; a state without any may be left out.
    virtual QFuture<Result<QMap<SyncState, qint64>>> pendingCounts() = 0;

    /// The documents with unsent changes that name the document with this local id, at most @p limit.
    virtual QFuture<Result<QVector<Referrer>>> referrers(QString localId, int limit) = 0;

Q_SIGNALS:
    /// Documents changed, by the user or by a pull; coalesced. Empty @p rows: too many to name, read again.
    void changed(salesbench::ResourceKind kind, const QVector<salesbench::RowId> &rows);
};

/// What can be undone and redone now; empty texts when nothing can.
struct UndoState {
    QString undoTitle;
    QString redoTitle;
    bool operator==(const UndoState &) const = default;
};

/// Writing the workspace: each call is one transaction over document, outbox and audit.
class WorkspaceEdits : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Records @p change: all of it or, on a Problem (illegal move, unknown document, full disk), nothing.
    virtual QFuture<Result<void>> record(Change change) = 0;

    /// Carries out what the user decided; a step like a change, except Retry, which has nothing to take back.
    /// References to a creation that is discarded go from the other unsent documents. NotAllowed where the
    /// document is being sent, does not stand as the decision needs it, or is no more what was seen.
    virtual QFuture<Result<void>> decide(Decision decision) = 0;

    /// Takes back the newest change whose edits have not begun to be sent. NotAllowed when there is none.
    virtual QFuture<Result<void>> undo() = 0;
    virtual QFuture<Result<void>> redo() = 0;
    virtual UndoState undoState() const = 0;

Q_SIGNALS:
    void undoStateChanged();
    /// A change was recorded, undone or redone: there may be something to send.
    void recorded();
};

} // namespace salesbench
