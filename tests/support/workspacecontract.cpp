// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/workspacecontract.h"

#include "models/store/workspace.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/kinds.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTimeZone>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace salesbench::testing {

namespace {

class MemoryWorkspace final : public ContractWorkspace {
public:
    WorkspaceQueries &queries() override { return m_workspace.queries(); }
    WorkspaceEdits &edits() override { return m_workspace.edits(); }
    QString add(ResourceKind kind, const QJsonObject &document) override
    {
        return m_workspace.add(kind, document);
    }
    void refuse(const QString &localId, const QString &reason) override
    {
        m_workspace.setSync(Lead, localId, SyncState::Refused, reason);
    }
    void keepHere(const QString &localId) override
    {
        m_workspace.setSync(Lead, localId, SyncState::LocalOnly);
    }
    void putOff(const QString &localId, const QDateTime &until) override
    {
        m_workspace.putOff(Lead, localId, until);
    }
    void send(const QString &localId) override { m_workspace.setSync(Lead, localId, SyncState::Sending); }
    void contradict(const QString &localId, const QJsonObject &remote) override
    {
        m_workspace.contradict(Lead, localId, remote);
    }
    QString addTwin(const QString &localId, QJsonObject document) override
    {
        const QString twin = m_workspace.add(Lead, document);
        m_workspace.offerTwin(Lead, twin, localId);
        return twin;
    }

private:
    FakeWorkspace m_workspace;
};

class StoredWorkspace final : public ContractWorkspace {
public:
    StoredWorkspace()
    {
        Workspace::Options options;
        options.surroundings = {[] {
                                    return QDateTime({2026, 10, 7}, {12, 0}, QTimeZone::utc());
                                },
                                [this] {
                                    return u"local-%1"_s.arg(++m_lastId);
                                }};
        options.author = u"Mara Lindqvist"_s;
        m_workspace = *Workspace::open(m_folder.path(), options);
    }
    WorkspaceQueries &queries() override { return m_workspace->queries(); }
    WorkspaceEdits &edits() override { return m_workspace->edits(); }
    QString add(ResourceKind kind, const QJsonObject &document) override
    {
        const QString id = document.value("id"_L1).toString();
        await(m_workspace->journal().takePage(kind, {{id, document, {}}}));
        return await(queries().record(kind, id))->localId;
    }
    void refuse(const QString &localId, const QString &reason) override
    {
        end(localId, {.kind = Outcome::Kind::Refused, .remote = {}, .sent = {}, .reason = reason, .notBefore = {}});
    }
    void keepHere(const QString &localId) override
    {
        end(localId,
            {.kind = Outcome::Kind::LocalOnly, .remote = {}, .sent = {}, .reason = {}, .notBefore = {}});
    }
    void putOff(const QString &localId, const QDateTime &until) override
    {
        end(localId, {.kind = Outcome::Kind::Retry, .remote = {}, .sent = {}, .reason = {}, .notBefore = until});
    }
    void send(const QString &localId) override
    {
        await(m_workspace->journal().markSending(Lead, localId, work(localId).lastSequence));
    }
    void contradict(const QString &localId, const QJsonObject &remote) override
    {
        end(localId, {.kind = Outcome::Kind::Conflict,
                      .remote = {{}, remote, {}},
                      .sent = {},
                      .reason = {},
                      .notBefore = {}});
    }
    QString addTwin(const QString &localId, QJsonObject document) override
    {
        document.insert("note"_L1, QJsonArray{QJsonObject{{"id"_L1, localId}}});
        return add(Lead, document);
    }

private:
    OutboxWork work(const QString &localId)
    {
        const QDateTime always({2030, 1, 1}, {0, 0}, QTimeZone::utc());
        const auto due = await(m_workspace->journal().due(always, 100));
        const auto found = std::ranges::find(*due, localId, &OutboxWork::localId);
        return found == due->end() ? OutboxWork() : *found;
    }
    void end(const QString &localId, const Outcome &outcome)
    {
        const qint64 last = work(localId).lastSequence;
        await(m_workspace->journal().markSending(Lead, localId, last));
        await(m_workspace->journal().settle(Lead, localId, last, outcome));
    }

    QTemporaryDir m_folder;
    std::atomic<int> m_lastId = 0;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace

std::unique_ptr<ContractWorkspace> makeMemoryWorkspace()
{
    return std::make_unique<MemoryWorkspace>();
}

std::unique_ptr<ContractWorkspace> makeStoredWorkspace()
{
    return std::make_unique<StoredWorkspace>();
}

} // namespace salesbench::testing
