// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"
#include "models/domain/surroundings.h"
#include "models/domain/workspace.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace salesbench::testing {

/// A workspace in memory: deterministic, and able to answer late or to fail. The same promises as the
/// store's: every answer comes from the event loop, after the call has returned.
class FakeWorkspace {
public:
    FakeWorkspace();
    ~FakeWorkspace();

    WorkspaceQueries &queries();
    WorkspaceEdits &edits();

    /// 2026-10-07 12:00 UTC, and ids "id-1", "id-2", …
    Surroundings surroundings();

    /// Puts a document in as if it had come from the server, unless @p sync says otherwise. Returns the local
    /// id.
    QString add(ResourceKind kind, QJsonObject document, SyncState sync = SyncState::Synced);

    /// Leads that differ in every column, the same ones at every call.
    void addLeads(int count);

    /// The local id's record; one without a local id when it is unknown.
    Record find(ResourceKind kind, const QString &id) const;
    int count(ResourceKind kind) const;

    /// A pull changed or removed documents; emits changed().
    void change(ResourceKind kind, const QString &localId, const QJsonObject &patch);
    void remove(ResourceKind kind, const QString &localId);
    void setSync(ResourceKind kind, const QString &localId, SyncState sync, const QString &reason = {});
    /// The server's document became another one than the edits of this workspace can be merged with; an empty
    /// one when it was deleted there.
    void contradict(ResourceKind kind, const QString &localId, const QJsonObject &remote,
                    const QString &reason = {});
    /// The server has made the document of the same creation as the one with the local id @p original.
    void offerTwin(ResourceKind kind, const QString &localId, const QString &original);
    /// An attempt to send it failed, and the next one comes not before @p when.
    void putOff(ResourceKind kind, const QString &localId, const QDateTime &when);

    /// Emits changed() without naming rows, as after a big pull.
    void announceManyChanges(ResourceKind kind);

    /// From now on answers wait for release().
    void hold();
    /// Gives the answers held back, oldest first, and goes on answering.
    void release();
    int held() const;

    /// Every query answers with @p problem until failQueries({}).
    void failQueries(std::optional<Problem> problem);
    /// Every edit answers with @p problem until failEdits({}).
    void failEdits(std::optional<Problem> problem);

    /// How often each query was asked: "head", "order", "rows", …
    int asked(const QString &query) const;

    /// Every change recorded, oldest first, taken back ones left out.
    const QVector<Change> &changes() const;
    /// Every decision that was carried out, oldest first.
    const QVector<Decision> &decisions() const;

    struct Delay {
        int attempts = 0;
        QDateTime notBefore = {};
    };

private:
    struct State;
    class Queries;
    class Edits;
    std::unique_ptr<State> m_state;
    std::unique_ptr<Queries> m_queries;
    std::unique_ptr<Edits> m_edits;
};

} // namespace salesbench::testing
