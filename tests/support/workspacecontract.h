// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace salesbench::testing {

/// A workspace of one of the two makes, for the cases that both must pass: what holds for the one in memory,
/// which the tests of the screen rely on, must hold for the one that people use.
///
/// It is 2026-10-07 12:00 UTC, and Mara Lindqvist edits.
class ContractWorkspace {
public:
    virtual ~ContractWorkspace() = default;
    virtual WorkspaceQueries &queries() = 0;
    virtual WorkspaceEdits &edits() = 0;

    /// Takes a document in as from the server; it must bring its id. Returns the local id.
    virtual QString add(ResourceKind kind, const QJsonObject &document) = 0;

    // What a synchronisation does to a lead with unsent changes.
    virtual void refuse(const QString &localId, const QString &reason) = 0;
    /// The server has no place for leads.
    virtual void keepHere(const QString &localId) = 0;
    virtual void putOff(const QString &localId, const QDateTime &until) = 0;
    /// It is being sent at this moment.
    virtual void send(const QString &localId) = 0;
    /// The server has another document by now; an empty one: it deleted it.
    virtual void contradict(const QString &localId, const QJsonObject &remote) = 0;
    /// The server has made @p document of the same creation. Returns the local id.
    virtual QString addTwin(const QString &localId, QJsonObject document) = 0;
};

using MakeContractWorkspace = std::unique_ptr<ContractWorkspace> (*)();

std::unique_ptr<ContractWorkspace> makeMemoryWorkspace();
std::unique_ptr<ContractWorkspace> makeStoredWorkspace();

/// For a test's _data function: one row for each make. The test begins with QFETCH(MakeContractWorkspace,
/// make).
inline void addContractWorkspaces()
{
    QTest::addColumn<MakeContractWorkspace>("make");
    QTest::newRow("in memory") << &makeMemoryWorkspace;
    QTest::newRow("in SQLite") << &makeStoredWorkspace;
}

/// The answer of @p future, while the event loop goes on.
template<typename T>
T await(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    while (!watcher.isFinished() && finished.wait()) { }
    return future.result();
}

} // namespace salesbench::testing

Q_DECLARE_METATYPE(salesbench::testing::MakeContractWorkspace)
