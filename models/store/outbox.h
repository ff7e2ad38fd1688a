// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/rowformat.h"

#include <limits>

namespace salesbench {

/// One edit on its way to the server.
struct Operation {
    qint64 sequence = 0; ///< given by the outbox
    RowId row = 0;
    qint64 step = 0;
    Edit::Op op = Edit::Op::Update;
    QJsonObject content = {}; ///< the creation's document, or a merge patch
    QJsonObject before = {}; ///< the merge patch that takes an update back
    SyncState state = SyncState::Waiting;
    int attempts = 0;
    QDateTime notBefore = {}; ///< invalid: any time
    QDateTime made = {};
    bool doubted = false; ///< an attempt got no answer
};

/// How the document of @p operations, which are all that it has, stands towards the server.
SyncState syncOf(const QVector<Operation> &operations);

/// The documents that attempts without an answer may have sent, oldest first: what the operations make of
/// @p base, after each that was tried.
QVector<QJsonObject> attempts(const QVector<Operation> &operations, QJsonObject base);

/// What is to be sent. Belongs to the writer's thread; callers bring the transaction.
class Outbox {
public:
    /// In the place of a last sequence.
    static constexpr qint64 All = std::numeric_limits<qint64>::max();

    explicit Outbox(Database &database)
        : m_database(database)
    {
    }

    Result<void> append(const Operation &operation);
    /// Puts one back that was removed, where it stood and as it was tried.
    Result<void> restore(const Operation &operation);
    /// Oldest first.
    Result<QVector<Operation>> of(RowId row);
    /// Up to @p lastSequence.
    Result<bool> hasDeletion(RowId row, qint64 lastSequence);
    Result<QVector<Operation>> ofStep(qint64 step);
    Result<void> remove(const Operation &operation);
    /// Removes those up to @p lastSequence, and the steps of which nothing is left.
    Result<void> removeUpTo(RowId row, qint64 lastSequence);

    /// Sets the state of those up to @p lastSequence.
    Result<void> setState(RowId row, qint64 lastSequence, SyncState state);
    /// Puts all of them back to waiting, as if never tried.
    Result<void> restart(RowId row);
    /// Puts all of them back as if never tried, except that what got no answer is looked for first.
    Result<void> tryNow(RowId row);
    /// After an attempt: waiting, or unknown where an earlier attempt got no answer.
    Result<void> retryLater(RowId row, qint64 lastSequence, bool counts, const QDateTime &notBefore);
    /// After an attempt that got no answer.
    Result<void> doubt(RowId row, qint64 lastSequence, bool counts, const QDateTime &notBefore);

private:
    Result<QVector<Operation>> all(const QString &condition, qint64 value);

    Database &m_database;
};

} // namespace salesbench
