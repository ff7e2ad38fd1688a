// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"
#include "models/store/puller.h"
#include "models/store/recorder.h"
#include "models/store/schema.h"
#include "models/store/sender.h"
#include "models/store/settlement.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>
#include <QTimeZone>

namespace salesbench::testing {

/// The writer's tables in a file of their own, worked on from the test's thread. Each call is a transaction.
class StoreRoom {
public:
    StoreRoom()
    {
        auto database =
            Database::open(m_folder.filePath(QStringLiteral("workspace.sqlite")), workspaceMigrations());
        m_tables = std::make_unique<WriterTables>(std::move(*database), surroundings(), DefaultOwnerRole,
                                                  QStringLiteral("Mara Lindqvist"));
    }

    WriterTables &tables() { return *m_tables; }
    Database &database() { return *m_tables->database; }
    QDateTime now = QDateTime({2026, 10, 7}, {12, 0}, QTimeZone::utc());

    Result<void> run(const std::function<Result<void>()> &work)
    {
        m_tables->changes.clear();
        return database().transaction(work);
    }
    template<typename T>
    Result<T> ask(const std::function<Result<T>()> &work)
    {
        Result<T> answer;
        const Result<void> done = run([&]() -> Result<void> {
            answer = work();
            return answer ? Result<void>() : tl::unexpected(answer.error());
        });
        return done ? answer : Result<T>(tl::unexpected(done.error()));
    }

    Result<void> record(const QString &title, const QVector<Edit> &edits)
    {
        return run([&] { return Recorder(tables()).record({title, edits}); });
    }
    Result<void> create(const QString &id, const char *document, ResourceKind kind = ResourceKind::SalesLead)
    {
        return record(QStringLiteral("Create"), {{Edit::Op::Create, kind, id, parse(document)}});
    }
    Result<void> update(const QString &id, const char *patch, ResourceKind kind = ResourceKind::SalesLead)
    {
        return record(QStringLiteral("Edit"), {{Edit::Op::Update, kind, id, parse(patch)}});
    }
    Result<void> remove(const QString &id, ResourceKind kind = ResourceKind::SalesLead)
    {
        return record(QStringLiteral("Delete"), {{Edit::Op::Delete, kind, id, {}}});
    }
    Result<void> undo()
    {
        return run([&] { return Recorder(tables()).undo(); });
    }
    Result<void> redo()
    {
        return run([&] { return Recorder(tables()).redo(); });
    }
    UndoState undoState() { return *Recorder(tables()).undoState(); }

    PullCounts pull(const QString &id, const char *document, const QString &etag = {},
                    ResourceKind kind = ResourceKind::SalesLead)
    {
        return *ask<PullCounts>([&] {
            return Puller(tables()).takePage(kind, {{id, parse(document), etag}});
        });
    }
    Result<void> gone(const QString &id)
    {
        return run([&] { return Puller(tables()).takeGone(ResourceKind::SalesLead, id); });
    }

    QVector<OutboxWork> due(int limit = 100)
    {
        return *ask<QVector<OutboxWork>>([&] { return Sender(tables()).due(now, limit); });
    }
    Result<void> markSending(const OutboxWork &work)
    {
        return run([&] { return Sender(tables()).markSending(work.kind, work.localId, work.lastSequence); });
    }
    /// What is due first, on its way.
    OutboxWork sending()
    {
        const OutboxWork work = due().first();
        markSending(work);
        return work;
    }
    Result<void> settle(const OutboxWork &work, const Outcome &outcome)
    {
        return run([&] {
            return Settlement(tables(), find(work.localId, work.kind), work.lastSequence).settle(outcome);
        });
    }
    /// Sends what is due first and lets the server keep it as it was sent, under @p serverId.
    void send(const QString &serverId)
    {
        const OutboxWork work = sending();
        QJsonObject kept = work.local;
        kept.insert(QStringLiteral("id"), serverId);
        Outcome outcome;
        outcome.remote = {serverId, kept, QStringLiteral("etag-1")};
        outcome.sent = work.local;
        settle(work, outcome);
    }

    /// One without a local id when it is unknown.
    Record find(const QString &id, ResourceKind kind = ResourceKind::SalesLead)
    {
        return tables().documents.find(kind, id)->value_or(Record());
    }
    QString summary(const QString &id, Field field)
    {
        return database()
            .single(QStringLiteral("SELECT %1 FROM summary WHERE row = %2")
                        .arg(fieldName(field))
                        .arg(find(id).row))
            .toString();
    }
    int searchHits(const QString &word, ResourceKind kind = ResourceKind::SalesLead)
    {
        return database()
            .single(
                QStringLiteral("SELECT count(*) FROM %1 WHERE %1 MATCH '%2'").arg(searchTable(kind), word))
            .toInt();
    }
    int count(const QString &table)
    {
        return database().single(QStringLiteral("SELECT count(*) FROM ") + table).toInt();
    }

private:
    Surroundings surroundings()
    {
        return {[this] { return now; },
                [this] {
                    return QStringLiteral("id-%1").arg(++m_lastId);
                }};
    }

    QTemporaryDir m_folder;
    int m_lastId = 0;
    std::unique_ptr<WriterTables> m_tables;
};

} // namespace salesbench::testing
