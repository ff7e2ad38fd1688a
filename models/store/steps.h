// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/rowformat.h"

#include <QJsonArray>

namespace salesbench {

/// What a user did as one.
struct Step {
    qint64 id = 0; ///< 0: there is none
    QString title;
    QJsonArray undone; ///< the edits to do again
    QJsonObject decision; ///< where the step is one: what Decisions keeps of it
};

/// The steps that can be undone and redone. Belongs to the writer's thread; callers bring the transaction.
class Steps {
public:
    explicit Steps(Database &database)
        : m_database(database)
    {
    }

    Result<qint64> begin(const QString &title, const QDateTime &made);
    /// One that nobody made, so that nobody can undo it.
    Result<qint64> beginForGood(const QString &title, const QDateTime &made);
    Result<Step> newestRecorded();
    Result<Step> nextUndone();
    Result<void> setUndone(qint64 step, const QJsonArray &edits);
    Result<void> setRedone(qint64 step);
    Result<void> setDecision(qint64 step, const QJsonObject &decision);
    Result<void> forgetUndone();
    Result<void> remove(qint64 step);

    /// The step as a row that restore() puts back if it has gone.
    Result<QJsonObject> kept(qint64 step);
    Result<void> restore(const QJsonObject &kept);

    /// Those of the operations of @p row up to @p lastSequence can no longer be undone.
    Result<void> markBegun(RowId row, qint64 lastSequence);

private:
    Result<qint64> insert(const QString &title, const QDateTime &made, StepState state);
    Result<Step> one(const QString &order, StepState state);

    Database &m_database;
};

} // namespace salesbench
