// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"
#include "models/domain/surroundings.h"
#include "models/domain/syncjournal.h"
#include "models/domain/workspace.h"

#include <memory>

namespace salesbench {

/// One person's workspace in one SQLite file: what the screen reads and writes, and what the synchronisation
/// keeps. Reading runs on a few threads of its own, writing on one; answers come as futures. A read whose
/// future was cancelled does not begin, or is interrupted; a write that has begun is finished.
///
/// Signals are emitted on the thread that opened the workspace, which must run an event loop.
class Workspace {
public:
    struct Options {
        Surroundings surroundings;             ///< asked on the writer's thread
        QString ownerRole = DefaultOwnerRole;  ///< another one than last time: the columns are filled again
        QString author;                        ///< who edits, for the history
    };

    /// In the profile's folder. What SQLite and this workbench keep beside it have names that begin with it.
    static constexpr QLatin1StringView FileName = QLatin1StringView("workspace.sqlite");

    /// Opens or creates <profileDir>/workspace.sqlite. Problem::Storage where the folder or the file cannot be
    /// used, where another workbench has it open, or where a newer Salesbench wrote it.
    static Result<std::unique_ptr<Workspace>> open(const QString &profileDir, const Options &options);

    /// Finishes the writes already asked for; reads not yet begun are cancelled.
    ~Workspace();

    WorkspaceQueries &queries();
    WorkspaceEdits &edits();
    SyncJournal &journal();

    /// What happened at opening that the user should know, in whole sentences: a damaged file was set aside,
    /// and where. Normally empty.
    QString notice() const;

private:
    struct Parts;
    explicit Workspace(std::unique_ptr<Parts> parts);
    Q_DISABLE_COPY_MOVE(Workspace)

    std::unique_ptr<Parts> m_parts;
};

} // namespace salesbench
