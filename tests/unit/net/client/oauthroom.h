// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client/operations.h"
#include "net/client/tokensource.h"
#include "tests/support/fakeauthserver.h"

namespace salesbench::testing {

/// A sales server, the server that signs in to it, and a connection with both.
struct OAuthRoom {
    FakeAuthServer auth;
    FakeServer sales;
    QDateTime now{{2026, 11, 20}, {8, 0}, Qt::UTC};
    QVector<OAuthTokens> renewed;

    OAuthRoom()
    {
        sales.answer([this](const FakeRequest &request) {
            if (!auth.accepts(request))
                return FakeAnswer{.status = 401, .body = "{}"};
            return request.verb == "GET" ? FakeAnswer{.status = 200, .body = "[]"}
                                         : FakeAnswer{.status = 201, .body = R"({"id": "1"})"};
        });
    }

    ServerConnection plain() const
    {
        return {.address = *ServerAddress::parse(sales.origin()),
                .token = {},
                .network = std::make_shared<QNetworkAccessManager>(),
                .cancel = std::make_shared<CancelSignal>(),
                .timeout = std::chrono::seconds(5)};
    }

    ServerConnection connection(const Credential &credential)
    {
        ServerConnection result = plain();
        signInBy(result, credential, [this] { return now; },
                 [this](const OAuthTokens &tokens) { renewed.append(tokens); });
        return result;
    }
    ServerConnection asClient() { return connection({auth.method(SignInMethod::Kind::Client), auth.secret}); }

    static RestResult<ListPage> list(const ServerConnection &connection)
    {
        return QCoro::waitFor(listPage(connection, ResourceKind::SalesLead, QUrlQuery()));
    }
};

} // namespace salesbench::testing
