// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workspacereader.h"

#include "models/store/documentreading.h"
#include "models/store/hitreading.h"
#include "models/store/listreading.h"
#include "models/store/readerthreads.h"

namespace salesbench {

namespace {

using Pace = ReaderThreads::Pace;

class WorkspaceReader final : public WorkspaceQueries {
public:
    explicit WorkspaceReader(const QString &path)
        : m_threads(path)
    {
    }

    QFuture<Result<ListHead>> head(ListQuery query, int count) override
    {
        return m_threads.ask<ListHead>(Pace::Quick, [=](Reader &reader) {
            ListReading list(reader, query);
            return list.count().and_then([&](qint64 total) {
                return list.rows(count).map([&](const QVector<RowId> &first) {
                    return ListHead{total, first};
                });
            });
        });
    }

    QFuture<Result<QVector<RowId>>> order(ListQuery query) override
    {
        return m_threads.ask<QVector<RowId>>(
            Pace::Slow, [=](Reader &reader) { return ListReading(reader, query).rows(); });
    }

    QFuture<Result<QVector<ListRow>>> rows(ResourceKind kind, QVector<RowId> rows) override
    {
        return m_threads.ask<QVector<ListRow>>(
            Pace::Quick, [=](Reader &reader) { return readRows(*reader.database, kind, rows); });
    }

    QFuture<Result<QVector<FieldValue>>> values(ResourceKind kind, Field field, int limit) override
    {
        return m_threads.ask<QVector<FieldValue>>(
            Pace::Slow, [=](Reader &reader) { return readValues(*reader.database, kind, field, limit); });
    }

    QFuture<Result<QMap<QString, double>>> sums(ListQuery query) override
    {
        return m_threads.ask<QMap<QString, double>>(
            Pace::Slow, [=](Reader &reader) { return ListReading(reader, query).sums(); });
    }

    QFuture<Result<QVector<SearchHit>>> search(QString text, int limit) override
    {
        return m_threads.ask<QVector<SearchHit>>(
            Pace::Quick, [=](Reader &reader) { return readHits(*reader.database, text, limit); });
    }

    QFuture<Result<Record>> record(ResourceKind kind, QString id) override
    {
        return m_threads.ask<Record>(Pace::Quick,
                                     [=](Reader &reader) { return readRecord(*reader.database, kind, id); });
    }

    QFuture<Result<QVector<AuditEntry>>> history(ResourceKind kind, QString localId, int limit) override
    {
        return m_threads.ask<QVector<AuditEntry>>(
            Pace::Quick, [=](Reader &reader) { return readHistory(*reader.database, kind, localId, limit); });
    }

    QFuture<Result<QVector<PendingChange>>> pending(int limit, QVector<SyncState> states) override
    {
        return m_threads.ask<QVector<PendingChange>>(
            Pace::Quick, [=](Reader &reader) { return readPending(*reader.database, limit, states); });
    }

    QFuture<Result<QMap<SyncState, qint64>>> pendingCounts() override
    {
        return m_threads.ask<QMap<SyncState, qint64>>(
            Pace::Quick, [](Reader &reader) { return countPending(*reader.database); });
    }

    QFuture<Result<QVector<Referrer>>> referrers(QString localId, int limit) override
    {
        return m_threads.ask<QVector<Referrer>>(
            Pace::Quick, [=](Reader &reader) { return readReferrers(*reader.database, localId, limit); });
    }

private:
    ReaderThreads m_threads;
};

} // namespace

std::unique_ptr<WorkspaceQueries> makeWorkspaceReader(const QString &path)
{
    return std::make_unique<WorkspaceReader>(path);
}

} // namespace salesbench
