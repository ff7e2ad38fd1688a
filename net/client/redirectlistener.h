// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpserver.h"

#include <QFuture>
#include <QString>

#include <optional>

namespace salesbench {

/// What a browser brings back from a sign-in (RFC 6749, 4.1.2).
struct Redirect {
    QString code; ///< empty where the person or the server refused
    QString error; ///< the server's words for it
};

/// Waits at a free port of this computer for the browser to come back (RFC 8252, 7.3).
class RedirectListener {
public:
    /// Only a request with this @p state counts: anybody on this computer may knock.
    static Result<std::unique_ptr<RedirectListener>> start(const QByteArray &state);

    /// The redirect_uri.
    QString address() const;

    /// Of the first that comes; nothing once nobody is waited for.
    QFuture<std::optional<Redirect>> redirect() const;

    /// Nobody is waited for any more.
    void giveUp();

private:
    struct Waiting;
    explicit RedirectListener(std::shared_ptr<Waiting> waiting)
        : m_waiting(std::move(waiting))
    {
    }

    std::shared_ptr<Waiting> m_waiting;
    std::unique_ptr<HttpServer> m_server;
};

} // namespace salesbench
