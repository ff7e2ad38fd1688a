// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/surroundings.h"
#include "net/http/httplimits.h"
#include "net/server/callbackrules.h"
#include "net/server/eventlimits.h"
#include "net/server/serverlog.h"
#include "net/server/serveruser.h"

#include <memory>

namespace salesbench {

/// A TMF699 and TMF648 server over one SQLite file, with threads of its own.
class EmbeddedServer {
public:
    struct Options {
        QString database; ///< a file; made where it is missing
        QString listen = QStringLiteral("127.0.0.1:0"); ///< port 0 picks a free one
        QVector<ServerUser> users = {};
        QString tlsCertificate = {}; ///< a PEM file; empty = without TLS
        QString tlsKey = {}; ///< a PEM file
        bool behindProxy = false; ///< TLS is a proxy's, whose X-Forwarded-Proto counts
        bool noAuth = false; ///< everybody may do all; for loopback addresses only
        QString ownerRole = DefaultOwnerRole;
        Surroundings surroundings = Surroundings::real(); ///< called from several threads
        HttpLimits limits = {};
        CallbackRules callbacks = {}; ///< where events may be sent to
        EventLimits events = {};
        QByteArrayList corsOrigins = {}; ///< whose pages may read answers
        int rateLimit = 0; ///< requests a second and user; 0 = without limit
        qint64 maxPage = 1000; ///< documents in one answer
        std::shared_ptr<ServerLog> log = std::make_shared<ServerLog>(); ///< nowhere by default
    };

    /// Answers requests when it returns. BadInput names the address or what contradicts itself, Storage the
    /// file.
    static Result<std::unique_ptr<EmbeddedServer>> start(const Options &options);

    /// Finishes what is in flight.
    ~EmbeddedServer();

    quint16 port() const;

    /// "http://127.0.0.1:PORT", or https
    QString origin() const;

private:
    class Private;
    explicit EmbeddedServer(std::unique_ptr<Private> d);
    Q_DISABLE_COPY_MOVE(EmbeddedServer)

    std::unique_ptr<Private> d;
};

} // namespace salesbench
