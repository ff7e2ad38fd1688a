// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"

#include <QStringList>

#include <optional>

namespace salesbench {

/// What salesbench-server was told to do.
struct ServerCommand {
    QString listen;
    QString database;
    QString users; ///< a file; empty with noAuth
    bool noAuth = false;
    bool demo = false;
    int leads = 500;
    quint64 seed = 1;
    QStringList callbacks; ///< hosts that events may be sent to; empty = loopback
    QString log; ///< a file, "-" for standard error, "none"
    QString backup; ///< a file: the database is copied there instead of served
    QString print; ///< help or version: printed instead of anything else
};

/// BadInput says in a sentence what cannot be used.
Result<ServerCommand> readServerCommand(const QStringList &arguments);

} // namespace salesbench
