// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"
#include "models/domain/surroundings.h"
#include "net/server/demofill.h"
#include "net/server/embeddedserver.h"

namespace salesbench {

/// Leads in a demo, unless another number is asked for.
inline constexpr int UsualDemoLeads = 500;

/// The server of the demo: one person may sign in, with a random token that nobody else knows.
class DemoServer {
public:
    struct Options {
        QString directory; ///< made where it is missing; holds server.sqlite
        int leads = UsualDemoLeads; ///< asked for only while the database is empty
        Person user = {};
        QString ownerRole = DefaultOwnerRole; ///< by which the server knows whose a document is
        Surroundings surroundings = Surroundings::real();
        FillProgress progress = {}; ///< called on the thread that calls start()
    };

    /// Fills an empty database, which takes a second for some thousand leads, and answers requests when it
    /// returns. A Problem is the file's.
    static Result<std::unique_ptr<DemoServer>> start(const Options &options);

    /// "http://127.0.0.1:PORT"; another port every time.
    QString origin() const { return m_server->origin(); }

    /// 256 random bits in hex.
    const QByteArray &token() const { return m_token; }

private:
    DemoServer(std::unique_ptr<EmbeddedServer> server, QByteArray token);

    std::unique_ptr<EmbeddedServer> m_server;
    QByteArray m_token;
};

/// Whom the demo is shown to in @p role: the first of the team who has it.
Person demoPerson(Role role);

} // namespace salesbench
