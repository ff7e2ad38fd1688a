// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client/tokenrequest.h"

namespace salesbench {

/// A sign-in by the person's own browser.
struct BrowserSignIn {
    Credential credential; ///< of the kind Browser; its tokens are not used
    ServerConnection via; ///< the network, the cancel signal and the time-out of the request for the tokens
    std::function<bool(const QUrl &)> openBrowser; ///< false where there is none
    std::function<QDateTime()> now;
    std::chrono::milliseconds patience{std::chrono::minutes(10)}; ///< for the person
};

/// Authorization code with PKCE (RFC 6749, 4.1; RFC 7636 with S256; RFC 8252). The cancel signal ends it. Its
/// failures are those of requestTokens(); SignIn, too, where the person or the server refused.
QCoro::Task<RestResult<OAuthTokens>> signInByBrowser(BrowserSignIn signIn);

/// The code challenge of a verifier: BASE64URL(SHA256(verifier)) (RFC 7636, 4.2).
QByteArray codeChallenge(const QByteArray &verifier);

} // namespace salesbench
