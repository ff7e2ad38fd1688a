// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/usercommand.h"
#include "net/http/httplimits.h"

#include <QByteArrayList>
#include <QStringList>

#include <optional>

namespace salesbench {

/// What salesbench-server was told to do.
struct ServerCommand {
    QString listen;
    QString database;
    QString users; ///< a file; empty with noAuth
    std::optional<UserCommand> user; ///< about the users file: done instead of serving
    QString tlsCertificate; ///< a PEM file; empty = without TLS
    QString tlsKey; ///< a PEM file
    bool behindProxy = false;
    HttpLimits limits;
    qint64 maxPage = 1000; ///< documents in one answer
    int rateLimit = 0; ///< requests a second and user; 0 = without limit
    QByteArrayList corsOrigins;
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
