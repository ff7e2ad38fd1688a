// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeedits.h"

#include "models/store/decisions.h"
#include "models/store/recorder.h"

namespace salesbench {

QFuture<Result<void>> StoreEdits::record(Change change)
{
    return write(
        [change = std::move(change)](WriterTables &tables) { return Recorder(tables).record(change); });
}

QFuture<Result<void>> StoreEdits::decide(Decision decision)
{
    return write([decision = std::move(decision)](WriterTables &tables) {
        return Decisions(tables).decide(decision);
    });
}

QFuture<Result<void>> StoreEdits::undo()
{
    return write([](WriterTables &tables) { return Recorder(tables).undo(); });
}

QFuture<Result<void>> StoreEdits::redo()
{
    return write([](WriterTables &tables) { return Recorder(tables).redo(); });
}

QFuture<Result<void>> StoreEdits::write(std::function<Result<void>(WriterTables &)> work)
{
    return m_writer.write<void>(StoreWriter::Asker::Person, [work = std::move(work)](WriterTables &tables) {
        const Result<void> done = work(tables);
        tables.recorded = !tables.changes.isEmpty();
        return done;
    });
}

UndoState StoreEdits::undoState() const
{
    const std::lock_guard lock(m_mutex);
    return m_undoState;
}

void StoreEdits::noteCommit(WriterTables &tables)
{
    const Result<UndoState> now = Recorder(tables).undoState();
    if (now && *now != undoState()) {
        const std::lock_guard lock(m_mutex);
        m_undoState = *now;
        QMetaObject::invokeMethod(this, &WorkspaceEdits::undoStateChanged, Qt::QueuedConnection);
    }
    if (tables.recorded)
        QMetaObject::invokeMethod(this, &WorkspaceEdits::recorded, Qt::QueuedConnection);
}

} // namespace salesbench
