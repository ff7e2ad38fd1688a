// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/profile.h"
#include "app/workbench/secrets.h"

namespace salesbench {

/// The sign-in of one person at the server of a profile. The secrets in it are kept apart from the profile,
/// under the server's name and the person's: what is kept for one server is never sent to another, nor what is
/// kept for one token endpoint to another.
class SignInKeeper {
public:
    /// @p secrets outlive it.
    SignInKeeper(Secrets &secrets, const Person &user)
        : m_secrets(secrets)
        , m_user(user)
    {
    }

    /// By the token file of @p choice, else as it is kept; without secrets where nothing is.
    QFuture<Result<Credential>> credential(const ServerChoice &choice) const;

    /// Comes to a sentence for the user where it is not kept beyond the program's end. @p choice remembers from
    /// now on that something is kept.
    QFuture<QString> keep(ServerChoice &choice, const Credential &credential);

    /// Nothing is kept any more, and the token file forgotten.
    QFuture<Result<void>> forget(ServerChoice &choice);

private:
    QString nameFor(const ServerChoice &choice) const;

    Secrets &m_secrets;
    Person m_user;
};

} // namespace salesbench
