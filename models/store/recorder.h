// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"
#include "models/store/writertables.h"

namespace salesbench {

/// Puts what the user does into document, outbox and history, and takes it back. Runs on the writer's thread
/// within its transaction.
///
/// An edit of a document that the server refused makes all its edits wait again. A conflict stays one until
/// the user has resolved it, and what the server does not keep stays local: their edits only add up.
class Recorder {
public:
    explicit Recorder(WriterTables &tables)
        : m_tables(tables)
        , m_now(tables.surroundings.now())
    {
    }

    Result<void> record(const Change &change);
    /// One more edit of the step @p step, which somebody else has begun.
    Result<void> recordWithin(qint64 step, const QString &title, const Edit &edit);
    Result<void> undo();
    Result<void> redo();
    Result<UndoState> undoState();

private:
    Result<void> apply(const Edit &edit, RowId row);
    Result<void> create(const Edit &edit, RowId row);
    Result<void> update(const Record &before, const QJsonObject &patch);
    Result<void> remove(const Record &before);
    Result<void> append(const Record &before, Record after, Operation operation);
    Result<void> doAgain(const QJsonObject &undone);
    Result<void> takeBack(const Operation &operation);
    Result<QJsonObject> step(QJsonObject local, QJsonObject from, QJsonObject to,
                             const QVector<Operation> &later);
    Result<void> takeBackEdit(const Operation &operation, const Record &before);
    Result<void> takeServers(Record &record);
    Result<void> mergeAgain(Record &record);
    Result<Record> editable(const Edit &edit);

    WriterTables &m_tables;
    QDateTime m_now;
    qint64 m_step = 0;
    QString m_title;
};

} // namespace salesbench
