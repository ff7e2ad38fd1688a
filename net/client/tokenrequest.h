// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client/credential.h"
#include "net/client/restjob.h"

namespace salesbench {

/// What a token endpoint is asked for: names and values, not encoded yet.
using TokenForm = QVector<std::pair<QByteArray, QString>>;

/// The form of each grant (RFC 6749, 4.4.2, 6 and 4.1.3 with RFC 7636, 4.5).
TokenForm clientForm(const SignInMethod &method);
TokenForm refreshForm(const QByteArray &refreshToken);
TokenForm codeForm(const QString &code, const QString &redirect, const QByteArray &verifier);

/// Asks the token endpoint of @p credential once. Of @p via only the network, the cancel signal and the
/// time-out are used. A failure never has a status, which would be taken for the sales server's: it is
/// offline where trying later can help, else SignIn or NotTmf, and its sentence names the server that failed.
QCoro::Task<RestResult<OAuthTokens>> requestTokens(ServerConnection via, Credential credential, TokenForm form,
                                                   std::function<QDateTime()> now);

} // namespace salesbench
