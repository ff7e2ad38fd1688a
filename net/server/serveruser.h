// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/session.h"

#include <QByteArray>
#include <QJsonArray>
#include <QVector>

#include <optional>

namespace salesbench {

/// Who may speak to the server, and as what.
struct ServerUser {
    QString name;
    QString partyId; ///< of their relatedParty entries; a representative has one
    Role role = Role::Representative;
    QByteArray tokenSha256; ///< hex; the token itself is kept nowhere
};

/// Everybody who may speak to the server.
struct ServerUsers {
    QVector<ServerUser> known;
    bool noAuth = false; ///< everybody may do everything, under no name

    /// Nothing where nobody has that name.
    std::optional<ServerUser> named(const QString &name) const;
};

/// The user whose token @p authorization ("Bearer …") carries. Takes equally long whichever of them it is.
std::optional<ServerUser> userOf(const QVector<ServerUser> &users, const QByteArray &authorization);

/// The entries of a users file, not yet looked at. BadInput where it cannot be read, is no JSON array, or
/// others than its owner may read it.
Result<QJsonArray> readUserEntries(const QString &file);

/// A JSON array of {name, partyId, role, token}, token being the SHA-256 of the token in hex. BadInput names
/// the file and what is wrong in it.
Result<QVector<ServerUser>> readUsers(const QString &file);

/// In hex, as a ServerUser has it.
QByteArray tokenDigest(const QByteArray &token);

} // namespace salesbench
