// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeworkspacestate.h"

namespace salesbench::testing {

class FakeWorkspace::Queries final : public WorkspaceQueries {
public:
    explicit Queries(State &state)
        : m_state(state)
    {
    }

    QFuture<Result<ListHead>> head(ListQuery query, int count) override;
    QFuture<Result<QVector<RowId>>> order(ListQuery query) override;
    QFuture<Result<QVector<ListRow>>> rows(ResourceKind kind, QVector<RowId> rows) override;
    QFuture<Result<QVector<FieldValue>>> values(ResourceKind kind, Field field, int limit) override;
    QFuture<Result<QMap<QString, double>>> sums(ListQuery query) override;
    QFuture<Result<QVector<SearchHit>>> search(QString text, int limit) override;
    QFuture<Result<Record>> record(ResourceKind kind, QString id) override;
    QFuture<Result<QVector<AuditEntry>>> history(ResourceKind kind, QString localId, int limit) override;
    QFuture<Result<QVector<PendingChange>>> pending(int limit, QVector<SyncState> states) override;
    QFuture<Result<QMap<SyncState, qint64>>> pendingCounts() override;
    QFuture<Result<QVector<Referrer>>> referrers(QString localId, int limit) override;

private:
    QVector<PendingChange> twins() const;

    State &m_state;
};

} // namespace salesbench::testing
