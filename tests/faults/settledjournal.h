// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/syncjournal.h"

#include <functional>
#include <memory>

namespace salesbench::faults {

/// A journal whose answers are there at once, so that nothing depends on how quick a thread is; and that
/// does nothing any more once its workbench has ended.
class SettledJournal final : public SyncJournal {
public:
    /// @p noticeEnd looks after each call whether the workbench ended in it.
    SettledJournal(SyncJournal &journal, std::shared_ptr<bool> isDead, std::function<void()> noticeEnd)
        : m_journal(journal)
        , m_isDead(std::move(isDead))
        , m_noticeEnd(std::move(noticeEnd))
    {
    }

    QFuture<Result<void>> recover() override
    {
        return settled([&] { return m_journal.recover(); });
    }
    QFuture<Result<QVector<OutboxWork>>> due(QDateTime now, int limit) override
    {
        return settled([&] { return m_journal.due(now, limit); });
    }
    QFuture<Result<void>> markSending(ResourceKind kind, QString localId, qint64 lastSequence) override
    {
        return settled([&] { return m_journal.markSending(kind, localId, lastSequence); });
    }
    QFuture<Result<void>> settle(ResourceKind kind, QString localId, qint64 lastSequence,
                                 Outcome outcome) override
    {
        return settled([&] { return m_journal.settle(kind, localId, lastSequence, outcome); });
    }
    QFuture<Result<void>> awaken(ResourceKind kind) override
    {
        return settled([&] { return m_journal.awaken(kind); });
    }
    QFuture<Result<PullCounts>> takePage(ResourceKind kind, QVector<RemoteDocument> page) override
    {
        return settled([&] { return m_journal.takePage(kind, page); });
    }
    QFuture<Result<QStringList>> unseen(ResourceKind kind, int limit) override
    {
        return settled([&] { return m_journal.unseen(kind, limit); });
    }
    QFuture<Result<void>> takeGone(ResourceKind kind, QString serverId) override
    {
        return settled([&] { return m_journal.takeGone(kind, serverId); });
    }
    QFuture<Result<QJsonObject>> pullState(ResourceKind kind) override
    {
        return settled([&] { return m_journal.pullState(kind); });
    }
    QFuture<Result<void>> setPullState(ResourceKind kind, QJsonObject state) override
    {
        return settled([&] { return m_journal.setPullState(kind, state); });
    }
    QFuture<Result<void>> beginPull(ResourceKind kind) override
    {
        return settled([&] { return m_journal.beginPull(kind); });
    }
    QFuture<Result<Counts>> counts() override
    {
        return settled([&] { return m_journal.counts(); });
    }
    QFuture<Result<QJsonValue>> setting(QString key) override
    {
        return settled([&] { return m_journal.setting(key); });
    }
    QFuture<Result<void>> setSetting(QString key, QJsonValue value) override
    {
        return settled([&] { return m_journal.setSetting(key, value); });
    }
    QFuture<Result<QMap<QString, QString>>> serverIds(QStringList localIds) override
    {
        return settled([&] { return m_journal.serverIds(localIds); });
    }

private:
    template<typename Ask>
    auto settled(Ask ask) -> decltype(ask())
    {
        using Answer = std::decay_t<decltype(ask().result())>;
        const auto gone = [] {
            return QtFuture::makeReadyFuture(Answer(tl::unexpected(
                Problem{Problem::Kind::Storage, QStringLiteral("The workbench has ended."), {}})));
        };
        if (*m_isDead)
            return gone();
        auto future = ask();
        future.waitForFinished();
        m_noticeEnd();
        return *m_isDead ? gone() : QtFuture::makeReadyFuture(future.result());
    }

    SyncJournal &m_journal;
    std::shared_ptr<bool> m_isDead;
    std::function<void()> m_noticeEnd;
};

} // namespace salesbench::faults
