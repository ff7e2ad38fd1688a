// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"
#include "models/store/storewriter.h"

#include <mutex>

namespace salesbench {

/// What the user does, handed to the writer.
class StoreEdits : public WorkspaceEdits {
public:
    explicit StoreEdits(StoreWriter &writer)
        : m_writer(writer)
    {
    }

    QFuture<Result<void>> record(Change change) override;
    QFuture<Result<void>> decide(Decision decision) override;
    QFuture<Result<void>> undo() override;
    QFuture<Result<void>> redo() override;
    UndoState undoState() const override;

    /// On the writer's thread, after each commit.
    void noteCommit(WriterTables &tables);

private:
    QFuture<Result<void>> write(std::function<Result<void>(WriterTables &)> work);

    StoreWriter &m_writer;
    mutable std::mutex m_mutex;
    UndoState m_undoState;
};

} // namespace salesbench
