// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client/tokenrequest.h"

#include <QFuture>

namespace salesbench {

/// Gives the exchanges of one connection their access token, and gets a new one shortly before it ends or
/// once it is refused; one request for it at a time, however many wait. Lives in the connection's thread.
class TokenSource {
public:
    using Clock = std::function<QDateTime()>;
    /// Told of the tokens that replace others.
    using Renewed = std::function<void(const OAuthTokens &)>;

    TokenSource(Credential credential, Clock now, Renewed renewed);

    /// The token to send.
    static QCoro::Task<RestResult<QByteArray>> token(std::shared_ptr<TokenSource> source, ServerConnection via);

    /// Another one than @p refused.
    static QCoro::Task<RestResult<QByteArray>> another(std::shared_ptr<TokenSource> source, ServerConnection via,
                                                       QByteArray refused);

private:
    using Renewal = QFuture<RestResult<QByteArray>>;

    static Renewal begin(const std::shared_ptr<TokenSource> &source, const ServerConnection &via);
    static QCoro::Task<void> renew(std::shared_ptr<TokenSource> source, ServerConnection via,
                                   std::shared_ptr<QPromise<RestResult<QByteArray>>> promise);
    RestResult<TokenForm> form() const;
    RestResult<QByteArray> take(const RestResult<OAuthTokens> &tokens);
    bool isFresh() const;
    /// A copy: QCoro 0.8 moves what co_return names, where that is to be converted.
    RestResult<QByteArray> access() const { return m_credential.tokens.access; }

    Credential m_credential;
    Clock m_now;
    Renewed m_renewed;
    std::optional<Renewal> m_renewal; ///< while one is under way
};

/// Has @p connection sign in by @p credential.
void signInBy(ServerConnection &connection, const Credential &credential, const TokenSource::Clock &now,
              const TokenSource::Renewed &renewed);

} // namespace salesbench
