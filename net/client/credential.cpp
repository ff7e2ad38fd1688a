// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/credential.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct CredentialText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Credential)
};

bool isOnThisComputer(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

Result<void> checkEndpoint(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || url.hasFragment() || !url.userInfo().isEmpty())
        return badInput(CredentialText::tr("“%1” is no address to sign in at. It begins with https:// and a host name.")
                            .arg(text));
    if (url.scheme() == "http"_L1 && !isOnThisComputer(url))
        return badInput(CredentialText::tr("Nobody signs in at “%1” without TLS. The address begins with https://.")
                            .arg(text));
    return {};
}

} // namespace

Result<void> checkMethod(const SignInMethod &method)
{
    if (method.kind == SignInMethod::Kind::Token)
        return {};
    if (method.clientId.trimmed().isEmpty())
        return badInput(CredentialText::tr("The client id is missing: under it the server knows this program."));
    if (const Result<void> token = checkEndpoint(method.tokenUrl); !token)
        return token;
    return method.kind == SignInMethod::Kind::Browser ? checkEndpoint(method.authorizationUrl) : Result<void>();
}

} // namespace salesbench
