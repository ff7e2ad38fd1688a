// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/resource.h"
#include "models/domain/writeguard.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace salesbench {

/// What the screen knows of the outside world: no more than this. Lives on the GUI thread; the composition
/// root keeps it up to date from the synchronisation.
class WorkspaceStatus : public QObject {
    Q_OBJECT

public:
    enum class Connection {
        Local,      ///< no server is set; everything stays here
        Connecting, ///< not known yet
        Online,
        Offline,    ///< no answer; tried again by itself
        SignIn,     ///< the server refused the token
        Unusable,   ///< something answered that is no TMF699 server
    };
    Q_ENUM(Connection)

    struct Progress {
        QString what;      ///< translated: "Reading leads"
        qint64 done = 0;
        qint64 total = -1; ///< -1: not known
        bool operator==(const Progress &) const = default;
    };

    struct Snapshot {
        Connection connection = Connection::Local;
        QString server;               ///< host to show
        std::optional<Problem> problem; ///< why it is not online, or what the last synchronisation ended with
        std::optional<Progress> progress; ///< set while a synchronisation runs
        int pending = 0;   ///< documents with changes not yet on the server
        int conflicts = 0;
        int refused = 0;
        int twins = 0; ///< documents that the server has twice
        QDateTime lastSync; ///< invalid = never
        QDateTime nextTry;  ///< invalid = none planned
        std::optional<WriteGuard> guard; ///< the weakest of its lists; nothing = not known yet
        QVector<ResourceKind> absent; ///< what the server does not have
    };

    using QObject::QObject;

    const Snapshot &now() const { return m_snapshot; }
    void set(const Snapshot &snapshot)
    {
        m_snapshot = snapshot;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();
    /// Intentions of the user, answered by whoever runs the synchronisation.
    void syncRequested();
    void cancelRequested();

private:
    Snapshot m_snapshot;
};

} // namespace salesbench
