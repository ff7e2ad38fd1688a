// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/tokensource.h"

#include <QCoreApplication>

#include <qcoro/qcorofuture.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Kind = SignInMethod::Kind;

struct TokenSourceText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::TokenSource)
};

} // namespace

TokenSource::TokenSource(Credential credential, Clock now, Renewed renewed)
    : m_credential(std::move(credential))
    , m_now(std::move(now))
    , m_renewed(std::move(renewed))
{
}

QCoro::Task<RestResult<QByteArray>> TokenSource::token(std::shared_ptr<TokenSource> source, ServerConnection via)
{
    if (source->isFresh())
        co_return source->access();
    co_return co_await another(source, via, source->m_credential.tokens.access);
}

QCoro::Task<RestResult<QByteArray>> TokenSource::another(std::shared_ptr<TokenSource> source,
                                                         ServerConnection via, QByteArray refused)
{
    // Somebody else may have been here since.
    if (source->isFresh() && source->m_credential.tokens.access != refused)
        co_return source->access();
    const Renewal renewal = source->m_renewal ? *source->m_renewal : begin(source, via);
    co_return co_await renewal;
}

TokenSource::Renewal TokenSource::begin(const std::shared_ptr<TokenSource> &source, const ServerConnection &via)
{
    auto promise = std::make_shared<QPromise<RestResult<QByteArray>>>();
    promise->start();
    const Renewal renewal = promise->future();
    source->m_renewal = renewal;
    renew(source, via, promise); // may be over at once
    return renewal;
}

QCoro::Task<void> TokenSource::renew(std::shared_ptr<TokenSource> source, ServerConnection via,
                                     std::shared_ptr<QPromise<RestResult<QByteArray>>> promise)
{
    const RestResult<TokenForm> form = source->form();
    RestResult<QByteArray> result;
    if (form) {
        const RestResult<OAuthTokens> tokens =
            co_await requestTokens(via, source->m_credential, *form, source->m_now);
        result = source->take(tokens);
    } else {
        result = tl::unexpected(form.error());
    }
    source->m_renewal.reset();
    promise->addResult(result);
    promise->finish();
}

RestResult<TokenForm> TokenSource::form() const
{
    if (m_credential.method.kind == Kind::Client)
        return clientForm(m_credential.method);
    if (!m_credential.tokens.refresh.isEmpty())
        return refreshForm(m_credential.tokens.refresh);
    const QString host = QUrl(m_credential.method.authorizationUrl).host();
    return tl::unexpected(RestFailure{.problem = {.kind = Problem::Kind::SignIn,
                                                  .sentence = TokenSourceText::tr("Sign in at %1 with your browser.").arg(host),
                                                  .detail = {}},
                                      .status = 0,
                                      .unknown = false,
                                      .offline = false,
                                      .retryAfter = {}});
}

RestResult<QByteArray> TokenSource::take(const RestResult<OAuthTokens> &tokens)
{
    if (!tokens)
        return tl::unexpected(tokens.error());
    OAuthTokens taken = *tokens;
    if (taken.refresh.isEmpty()) // the old one goes on (RFC 6749, 6)
        taken.refresh = m_credential.tokens.refresh;
    m_credential.tokens = taken;
    if (m_renewed)
        m_renewed(taken);
    return taken.access;
}

bool TokenSource::isFresh() const
{
    const OAuthTokens &tokens = m_credential.tokens;
    return !tokens.access.isEmpty() && (!tokens.renewAt.isValid() || m_now() < tokens.renewAt);
}

void signInBy(ServerConnection &connection, const Credential &credential, const TokenSource::Clock &now,
              const TokenSource::Renewed &renewed)
{
    connection.token.clear();
    connection.tokens.reset();
    if (credential.method.kind == Kind::Token)
        connection.token = credential.secret;
    else
        connection.tokens = std::make_shared<TokenSource>(credential, now, renewed);
}

} // namespace salesbench
