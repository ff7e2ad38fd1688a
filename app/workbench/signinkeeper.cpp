// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/signinkeeper.h"

#include "app/workbench/tokenfile.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// What else the secrets must not be used for.
QJsonObject purposeOf(const SignInMethod &method)
{
    return {{u"kind"_s, int(method.kind)}, {u"tokenUrl"_s, method.tokenUrl}, {u"clientId"_s, method.clientId}};
}

QByteArray toKept(const Credential &credential)
{
    const QJsonObject json{{u"for"_s, purposeOf(credential.method)},
                           {u"secret"_s, QString::fromUtf8(credential.secret)},
                           {u"refresh"_s, QString::fromUtf8(credential.tokens.refresh)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Credential fromKept(const SignInMethod &method, const QByteArray &kept)
{
    const QJsonObject json = QJsonDocument::fromJson(kept).object();
    if (json.value("for"_L1).toObject() != purposeOf(method))
        return {method, {}};
    const OAuthTokens tokens{
        .access = {}, .refresh = json.value("refresh"_L1).toString().toUtf8(), .renewAt = {}};
    return {method, json.value("secret"_L1).toString().toUtf8(), tokens};
}

} // namespace

QFuture<Result<Credential>> SignInKeeper::credential(const ServerChoice &choice) const
{
    const SignInMethod method = choice.method;
    if (!choice.tokenFile.isEmpty())
        return QtFuture::makeReadyFuture(readTokenFile(choice.tokenFile).map([&](const QByteArray &secret) {
            return Credential(method, secret);
        }));
    if (!choice.keepsSecret)
        return QtFuture::makeReadyFuture(Result<Credential>(Credential(method, {})));
    return m_secrets.read(nameFor(choice)).then([method](const Result<QByteArray> &kept) -> Result<Credential> {
        return kept.map([&](const QByteArray &secret) { return fromKept(method, secret); });
    });
}

QFuture<QString> SignInKeeper::keep(ServerChoice &choice, const Credential &credential)
{
    choice.method = credential.method;
    choice.tokenFile.clear();
    choice.keepsSecret = true;
    return m_secrets.write(nameFor(choice), toKept(credential));
}

QFuture<Result<void>> SignInKeeper::forget(ServerChoice &choice)
{
    choice.tokenFile.clear();
    choice.keepsSecret = false;
    return m_secrets.remove(nameFor(choice));
}

QString SignInKeeper::nameFor(const ServerChoice &choice) const
{
    QStringList parts{choice.server, m_user.partyId};
    if (!choice.quoteServer.isEmpty())
        parts.insert(1, choice.quoteServer);
    return parts.join(u' ');
}

} // namespace salesbench
