// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace salesbench {

/// How a server is signed in at. Holds no secret.
struct SignInMethod {
    enum class Kind {
        Token, ///< a bearer token that the server's administrator gave
        Client, ///< OAuth 2, as a program: client credentials (RFC 6749, 4.4)
        Browser, ///< OAuth 2, as a person: authorization code (RFC 6749, 4.1) with PKCE (RFC 7636)
    };

    Kind kind = Kind::Token;
    QString authorizationUrl = {}; ///< as typed; of Browser alone
    QString tokenUrl = {}; ///< as typed; not of Token
    QString clientId = {};
    QString scope = {}; ///< may be empty
    bool operator==(const SignInMethod &) const = default;
};

} // namespace salesbench
