// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/signinmethod.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

namespace salesbench {

/// What a token endpoint gave (RFC 6749, 5.1).
struct OAuthTokens {
    QByteArray access;
    QByteArray refresh; ///< may be empty
    QDateTime renewAt; ///< shortly before the access token ends; invalid where that is not known
    bool operator==(const OAuthTokens &) const = default;
};

/// How to sign in, with the secrets that it takes. A value: it may go to another thread.
struct Credential {
    Credential() = default;
    Credential(const QByteArray &token)
        : secret(token)
    {
    }
    Credential(const SignInMethod &method, const QByteArray &secret, const OAuthTokens &tokens = {})
        : method(method)
        , secret(secret)
        , tokens(tokens)
    {
    }

    bool hasSecrets() const { return !secret.isEmpty() || !tokens.access.isEmpty() || !tokens.refresh.isEmpty(); }
    /// Only the person's browser can bring what is missing.
    bool lacksPerson() const
    {
        return method.kind == SignInMethod::Kind::Browser && tokens.access.isEmpty() && tokens.refresh.isEmpty();
    }

    SignInMethod method;
    QByteArray secret; ///< the bearer token, or the client's secret; may be empty
    OAuthTokens tokens; ///< of Browser: what the person's consent brought
    bool operator==(const Credential &) const = default;
};

/// BadInput, naming what is wrong, where @p method lacks something or has an address that a secret must not
/// be sent to: OAuth 2 wants https (RFC 6749, 3.1 and 3.2), except on this computer.
Result<void> checkMethod(const SignInMethod &method);

} // namespace salesbench
