// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/commandline.h"
#include "models/domain/syncjournal.h"
#include "net/client/credential.h"
#include "net/client/serveraddress.h"

#include <QFuture>

namespace salesbench {

/// The server that a profile belongs to, as it is remembered in its workspace. Never a secret itself.
struct ServerChoice {
    QString server; ///< as for ServerAddress::parse; empty = none, or the demo's
    QString quoteServer;
    QString tokenFile; ///< absolute
    bool demo = false; ///< the demo's own server, whose address changes with every start
    SignInMethod method = {};
    bool keepsSecret = false; ///< there is something of it in the keychain

    bool isEmpty() const { return server.isEmpty() && !demo; }
    bool sameServer(const ServerChoice &other) const
    {
        return server == other.server && quoteServer == other.quoteServer && demo == other.demo;
    }
    bool operator==(const ServerChoice &) const = default;
};

/// "token", "client", "browser": as it is kept. What is unknown is a token.
QString toText(SignInMethod::Kind kind);
SignInMethod::Kind signInKindFrom(const QString &text);

/// Where the workspace of @p options lies: --profile, or a folder of this person's own, the demo's apart.
QString profileFolder(const Options &options);

/// The server by @p options, else the remembered one. How to sign in stays with its server and is not carried
/// to another one. BadInput where demo and real documents would mix in one profile.
Result<ServerChoice> chooseServer(const Options &options, const ServerChoice &remembered);

/// What the workspace remembers. An address that is new to it should be remembered only once it has
/// proved to be right, so that a slip of the finger does not stay; in an empty memory, at once.
QFuture<Result<ServerChoice>> rememberedServer(SyncJournal &journal);
QFuture<Result<void>> rememberServer(SyncJournal &journal, const ServerChoice &choice);

} // namespace salesbench
