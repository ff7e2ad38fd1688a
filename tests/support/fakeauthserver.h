// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/signinmethod.h"
#include "tests/support/fakeserver.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <optional>

namespace salesbench::testing {

/// An OAuth 2 server for one client, and the browser of a person who consents. Loopback only.
class FakeAuthServer {
public:
    FakeAuthServer()
    {
        m_server.answer([this](const FakeRequest &request) { return answer(request); });
    }

    SignInMethod method(SignInMethod::Kind kind) const
    {
        return {.kind = kind,
                .authorizationUrl = m_server.origin() + QStringLiteral("/authorize?tenant=a%2Fb"),
                .tokenUrl = m_server.origin() + QStringLiteral("/token"),
                .clientId = QStringLiteral("work bench"),
                .scope = QStringLiteral("sales quotes")};
    }

    /// What answers there; its requests are those for tokens.
    FakeServer &server() { return m_server; }

    /// Goes before what it would answer.
    std::function<std::optional<FakeAnswer>(const FakeRequest &)> instead;

    QByteArray secret = "s&cret"; ///< the client's; empty = a public client
    int lifetime = 3600; ///< seconds; 0 = does not say
    bool givesRefresh = true;

    /// As the browser of a person who says yes; false where the request is not as it must be.
    bool consent(const QUrl &url)
    {
        const QUrlQuery query(url);
        const auto value = [&query](const char *name) {
            return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
        };
        m_challenge = value("code_challenge").toLatin1();
        m_redirect = value("redirect_uri");
        const SignInMethod known = method(SignInMethod::Kind::Browser);
        const bool isRight = value("response_type") == QStringLiteral("code") && value("client_id") == known.clientId
            && value("scope") == known.scope && value("code_challenge_method") == QStringLiteral("S256")
            && value("tenant") == QStringLiteral("a/b") && value("state").size() >= 22 && m_challenge.size() == 43
            && m_redirect.startsWith(QStringLiteral("http://127.0.0.1:"));
        if (isRight)
            comeBack(url, QStringLiteral("code=the%2Bcode"));
        return isRight;
    }

    /// As a browser that comes back from @p url with @p query, and the right state.
    void comeBack(const QUrl &url, const QString &query)
    {
        const QString state = QUrlQuery(url).queryItemValue(QStringLiteral("state"));
        visit(url, query + QStringLiteral("&state=") + state);
    }

    /// As a browser that is sent where @p url wants it to be, with @p query.
    void visit(const QUrl &url, const QString &query)
    {
        QUrl back(QUrlQuery(url).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
        back.setQuery(query);
        QNetworkReply *reply = m_browser.get(QNetworkRequest(back));
        QObject::connect(reply, &QNetworkReply::finished, &m_browser, [this, reply] {
            pages.append(QString::fromUtf8(reply->readAll()));
            reply->deleteLater();
        });
    }
    QStringList pages; ///< that the browser was shown

    /// The tokens that were given end here and now.
    void revoke() { m_valid.clear(); }
    bool accepts(const FakeRequest &request) const
    {
        return m_valid.contains(request.headers.value("authorization"));
    }

    /// The forms that were sent for tokens.
    QVector<QUrlQuery> forms;

private:
    static QString value(const QUrlQuery &form, const char *name)
    {
        return form.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded);
    }

    FakeAnswer answer(const FakeRequest &request)
    {
        if (const std::optional<FakeAnswer> other = instead ? instead(request) : std::nullopt)
            return *other;
        const QUrlQuery form(QString::fromLatin1(request.body));
        forms.append(form);
        if (request.url.path() != QStringLiteral("/token") || request.verb != "POST")
            return {.status = 404, .body = "{}"};
        if (!knows(request, form))
            return refusal("invalid_client", 401);
        return grants(form) ? tokens() : refusal("invalid_grant", 400);
    }

    bool knows(const FakeRequest &request, const QUrlQuery &form) const
    {
        if (secret.isEmpty())
            return value(form, "client_id") == method({}).clientId && !request.headers.contains("authorization");
        return request.headers.value("authorization")
            == "Basic " + QByteArray("work%20bench:" + secret.toPercentEncoding()).toBase64();
    }

    bool grants(const QUrlQuery &form) const
    {
        const QString type = value(form, "grant_type");
        if (type == QStringLiteral("client_credentials"))
            return value(form, "scope") == method({}).scope;
        if (type == QStringLiteral("refresh_token"))
            return value(form, "refresh_token").toLatin1() == m_refresh;
        const QByteArray verifier = value(form, "code_verifier").toLatin1();
        const QByteArray hash = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256);
        return value(form, "code") == QStringLiteral("the+code") && value(form, "redirect_uri") == m_redirect
            && hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) == m_challenge;
    }

    FakeAnswer tokens()
    {
        const QByteArray number = QByteArray::number(++m_given);
        m_valid = {"Bearer access-" + number};
        QJsonObject given{{QStringLiteral("access_token"), QString::fromLatin1("access-" + number)},
                          {QStringLiteral("token_type"), QStringLiteral("Bearer")}};
        if (lifetime > 0)
            given.insert(QStringLiteral("expires_in"), lifetime);
        if (givesRefresh) {
            m_refresh = "refresh-" + number;
            given.insert(QStringLiteral("refresh_token"), QString::fromLatin1(m_refresh));
        }
        return {.status = 200, .body = QJsonDocument(given).toJson()};
    }

    static FakeAnswer refusal(const QByteArray &error, int status)
    {
        return {.status = status, .body = R"({"error": ")" + error + R"(", "error_description": "Said no"})"};
    }

    FakeServer m_server;
    QNetworkAccessManager m_browser;
    QByteArrayList m_valid; ///< headers that open the door
    QByteArray m_refresh;
    QByteArray m_challenge;
    QString m_redirect;
    int m_given = 0;
};

} // namespace salesbench::testing
