// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/browsersignin.h"

#include "net/client/redirectlistener.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTimer>

#include <qcoro/qcorofuture.h>

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct BrowserSignInText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::BrowserSignIn)
};

constexpr QByteArray::Base64Options Base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// 256 bits that nobody can guess: 43 characters.
QByteArray unguessable()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), bits.size());
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof(bits)).toBase64(Base64Url);
}

RestFailure noSignIn(Problem::Kind kind, const QString &sentence, const QString &detail = {})
{
    return {.problem = {.kind = kind, .sentence = sentence, .detail = detail},
            .status = 0,
            .unknown = false,
            .offline = false,
            .retryAfter = {}};
}

/// Keeps what the address may have in its query (RFC 6749, 3.1).
QUrl authorizationUrl(const SignInMethod &method, const QString &redirect, const QByteArray &state,
                      const QByteArray &challenge)
{
    QUrl url(method.authorizationUrl.trimmed());
    QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    const auto add = [&query](const QByteArray &name, const QString &value) {
        query += (query.isEmpty() ? QByteArray() : QByteArray("&")) + name + '=' + QUrl::toPercentEncoding(value);
    };
    add("response_type", u"code"_s);
    add("client_id", method.clientId.trimmed());
    add("redirect_uri", redirect);
    if (!method.scope.isEmpty())
        add("scope", method.scope);
    add("state", QString::fromLatin1(state));
    add("code_challenge", QString::fromLatin1(challenge));
    add("code_challenge_method", u"S256"_s);
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

/// Nothing where nobody came in time, or it was stopped.
QCoro::Task<std::optional<Redirect>> awaitRedirect(std::shared_ptr<RedirectListener> listener,
                                                   std::shared_ptr<CancelSignal> cancel,
                                                   std::chrono::milliseconds patience)
{
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, [listener] { listener->giveUp(); });
    QObject::connect(cancel.get(), &CancelSignal::raised, &timer, [listener] { listener->giveUp(); });
    timer.start(patience);
    const QFuture<std::optional<Redirect>> redirect = listener->redirect();
    co_return co_await redirect;
}

RestFailure withoutRedirect(const BrowserSignIn &signIn, const QString &host)
{
    if (signIn.via.cancel->isSet())
        return noSignIn(Problem::Kind::Cancelled, BrowserSignInText::tr("The sign-in was stopped."));
    return noSignIn(Problem::Kind::SignIn,
                    BrowserSignInText::tr("Nobody signed in at %1 in the browser. Sign in again.").arg(host));
}

RestFailure refusedThere(const QString &host, const QString &words)
{
    return noSignIn(Problem::Kind::SignIn,
                    words.isEmpty()
                        ? BrowserSignInText::tr("The sign-in server %1 sent the browser back without a code.").arg(host)
                        : BrowserSignInText::tr("The sign-in at %1 was refused: %2").arg(host, words),
                    words);
}

} // namespace

QByteArray codeChallenge(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(Base64Url);
}

QCoro::Task<RestResult<OAuthTokens>> signInByBrowser(BrowserSignIn signIn)
{
    const SignInMethod method = signIn.credential.method;
    if (const Result<void> usable = checkMethod(method); !usable)
        co_return tl::unexpected(noSignIn(Problem::Kind::SignIn, usable.error().sentence));
    const QByteArray state = unguessable();
    const QByteArray verifier = unguessable();
    Result<std::unique_ptr<RedirectListener>> started = RedirectListener::start(state);
    if (!started)
        co_return tl::unexpected(noSignIn(Problem::Kind::SignIn, started.error().sentence));
    const std::shared_ptr<RedirectListener> listener = std::move(*started);
    const QString redirect = listener->address();
    const QString host = QUrl(method.authorizationUrl.trimmed()).host();
    if (!signIn.openBrowser(authorizationUrl(method, redirect, state, codeChallenge(verifier))))
        co_return tl::unexpected(noSignIn(
            Problem::Kind::SignIn, BrowserSignInText::tr("No browser could be opened to sign in at %1.").arg(host)));
    const std::optional<Redirect> back = co_await awaitRedirect(listener, signIn.via.cancel, signIn.patience);
    if (!back)
        co_return tl::unexpected(withoutRedirect(signIn, host));
    if (back->code.isEmpty())
        co_return tl::unexpected(refusedThere(host, back->error));
    co_return co_await requestTokens(signIn.via, signIn.credential, codeForm(back->code, redirect, verifier),
                                     signIn.now);
}

} // namespace salesbench
