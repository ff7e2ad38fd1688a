// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeworkspacequeries.h"

namespace salesbench::testing {

class FakeWorkspace::Edits final : public WorkspaceEdits {
public:
    Edits(State &state, Queries &queries)
        : m_state(state)
        , m_queries(queries)
    {
    }

    QFuture<Result<void>> record(Change change) override;
    QFuture<Result<void>> decide(Decision decision) override;
    QFuture<Result<void>> undo() override;
    QFuture<Result<void>> redo() override;
    UndoState undoState() const override;

private:
    Result<void> apply(const Change &change);
    Result<void> applyOne(const Edit &edit, const QString &title);
    Result<void> create(const Edit &edit, const QString &title);
    Result<void> update(Record &record, const QJsonObject &patch, const QString &title);
    Result<void> applyDecision(const Decision &decision);
    Result<void> remove(const Record &record, const QString &title);
    void note(const Change &change, const Documents &before);
    void announce(const Documents &before, const Documents &after);

    State &m_state;
    Queries &m_queries;
};

} // namespace salesbench::testing
