// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/tokenrequest.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr qint64 MostHeadStart = 60; ///< seconds before its end in which a token is not used any more
constexpr qint64 PartOfLife = 10; ///< … and not more than this part of a short life

struct TokenRequestText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::TokenRequest)
};

QByteArray encoded(const TokenForm &form)
{
    QByteArrayList parts;
    for (const auto &[name, value] : form)
        parts.append(name + '=' + QUrl::toPercentEncoding(value));
    return parts.join('&');
}

/// RFC 6749, 2.3.1: both are encoded like a form's values first.
QByteArray basic(const Credential &credential)
{
    const QByteArray id = QUrl::toPercentEncoding(credential.method.clientId.trimmed());
    const QByteArray secret = QUrl::toPercentEncoding(QString::fromUtf8(credential.secret));
    return "Basic " + QByteArray(id + ':' + secret).toBase64();
}

RestFailure signInFailure(const QString &sentence, const QString &detail = {})
{
    return {.problem = {.kind = Problem::Kind::SignIn, .sentence = sentence, .detail = detail},
            .status = 0,
            .unknown = false,
            .offline = false,
            .retryAfter = {}};
}

bool canPassLater(const RestFailure &failure)
{
    const int status = failure.status;
    return failure.problem.kind == Problem::Kind::Unreachable || status >= 500 || status == 408 || status == 429;
}

/// What a failed request for a token means to the request that wanted it, which was not sent.
RestFailure translated(const QString &host, RestFailure failure)
{
    failure.unknown = false;
    if (canPassLater(failure)) {
        failure.problem.kind = Problem::Kind::Unreachable;
        failure.offline = true;
        failure.status = 0;
        return failure;
    }
    if (failure.status == 0) // stopped, or no secure connection
        return failure;
    const QString words = failure.problem.detail;
    const QString sentence = words.isEmpty()
        ? TokenRequestText::tr("The sign-in server %1 gives no token (error %2). Sign in again.")
              .arg(host)
              .arg(failure.status)
        : TokenRequestText::tr("The sign-in server %1 gives no token (error %2): %3. Sign in again.")
              .arg(host)
              .arg(failure.status)
              .arg(words);
    return signInFailure(sentence, words);
}

/// It goes into a header, where anything else could end one.
bool isVisible(const QByteArray &token)
{
    return !token.isEmpty()
        && std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

QDateTime renewalOf(const QJsonValue &lifetime, const QDateTime &now)
{
    const qint64 seconds = lifetime.isString() ? lifetime.toString().toLongLong() : lifetime.toInteger();
    if (seconds <= 0)
        return {};
    return now.addSecs(seconds - std::min(MostHeadStart, std::max<qint64>(seconds / PartOfLife, 1)));
}

RestResult<OAuthTokens> read(const QString &host, const QByteArray &body, const QDateTime &now)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QByteArray access = json.value("access_token"_L1).toString().toUtf8();
    const QString type = json.value("token_type"_L1).toString();
    if (!isVisible(access))
        return tl::unexpected(signInFailure(
            TokenRequestText::tr("The sign-in server %1 answers without a token. Check the address of its token endpoint.")
                .arg(host)));
    if (!type.isEmpty() && type.compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return tl::unexpected(signInFailure(
            TokenRequestText::tr("The sign-in server %1 gives a token of the kind “%2”, which cannot be used.")
                .arg(host, type)));
    return OAuthTokens{.access = access,
                       .refresh = json.value("refresh_token"_L1).toString().toUtf8(),
                       .renewAt = renewalOf(json.value("expires_in"_L1), now)};
}

QString originOf(const QUrl &url)
{
    return url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

} // namespace

TokenForm clientForm(const SignInMethod &method)
{
    TokenForm form{{"grant_type", u"client_credentials"_s}};
    if (!method.scope.isEmpty())
        form.append({"scope", method.scope});
    return form;
}

TokenForm refreshForm(const QByteArray &refreshToken)
{
    return {{"grant_type", u"refresh_token"_s}, {"refresh_token", QString::fromUtf8(refreshToken)}};
}

TokenForm codeForm(const QString &code, const QString &redirect, const QByteArray &verifier)
{
    return {{"grant_type", u"authorization_code"_s},
            {"code", code},
            {"redirect_uri", redirect},
            {"code_verifier", QString::fromLatin1(verifier)}};
}

QCoro::Task<RestResult<OAuthTokens>> requestTokens(ServerConnection via, Credential credential, TokenForm form,
                                                   std::function<QDateTime()> now)
{
    if (const Result<void> usable = checkMethod(credential.method); !usable)
        co_return tl::unexpected(signInFailure(usable.error().sentence));
    const QUrl endpoint(credential.method.tokenUrl.trimmed());
    via.address = ServerAddress::parse(originOf(endpoint)).value();
    via.token.clear();
    via.tokens.reset();
    RestJob job(via, ResourceKind::SalesLead, "POST", endpoint);
    if (credential.secret.isEmpty())
        form.append({"client_id", credential.method.clientId.trimmed()});
    else
        job.setHeader("Authorization", basic(credential));
    job.setBody(encoded(form), "application/x-www-form-urlencoded");
    const QString host = via.address.host();
    const RestResult<RestAnswer> answer = co_await RestJob::run(job);
    if (!answer)
        co_return tl::unexpected(translated(host, answer.error()));
    co_return read(host, answer->body, now());
}

} // namespace salesbench
