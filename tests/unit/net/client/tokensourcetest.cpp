// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/tokensource.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/client/oauthroom.h"

#include <vector>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = SignInMethod::Kind;
using PK = Problem::Kind;

class TokenSourceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<OAuthRoom> m_room;

    Credential person(const OAuthTokens &tokens) const
    {
        return {m_room->auth.method(Kind::Browser), m_room->auth.secret, tokens};
    }

private Q_SLOTS:
    void init() { m_room = std::make_unique<OAuthRoom>(); }

    void shouldSignInAsAClient()
    {
        const ServerConnection connection = m_room->asClient();
        for (int i = 0; i < 4; ++i)
            QVERIFY(m_room->list(connection));
        QCOMPARE(m_room->sales.requests().at(1).headers.value("authorization"), "Bearer access-1");
        QCOMPARE(m_room->auth.forms.size(), 1);
        QCOMPARE(m_room->auth.server().requests().at(0).headers.value("content-type"),
                 "application/x-www-form-urlencoded");
    }

    void shouldSignInAsAClientWithoutASecret()
    {
        m_room->auth.secret.clear();
        QVERIFY(m_room->list(m_room->asClient()));
    }

    void shouldAskOnceForAllThatWait()
    {
        const ServerConnection connection = m_room->asClient();
        std::vector<QCoro::Task<RestResult<ListPage>>> running;
        for (int i = 0; i < 5; ++i)
            running.push_back(listPage(connection, ResourceKind::SalesLead, QUrlQuery()));
        for (auto &task : running)
            QVERIFY(QCoro::waitFor(std::move(task)));
        QCOMPARE(m_room->auth.forms.size(), 1);
        QCOMPARE(m_room->sales.requests().size(), 5);
    }

    void shouldRenewShortlyBeforeTheEnd_data()
    {
        QTest::addColumn<int>("lifetime");
        QTest::addColumn<int>("lastUse");
        QTest::newRow("an hour") << 3600 << 3539;
        QTest::newRow("some seconds") << 50 << 44;
        QTest::newRow("two seconds") << 2 << 0;
    }
    void shouldRenewShortlyBeforeTheEnd()
    {
        QFETCH(int, lifetime);
        QFETCH(int, lastUse);
        m_room->auth.lifetime = lifetime;
        const ServerConnection connection = m_room->asClient();
        QVERIFY(m_room->list(connection));
        m_room->now = m_room->now.addSecs(lastUse);
        QVERIFY(m_room->list(connection));
        QCOMPARE(m_room->auth.forms.size(), 1);
        m_room->now = m_room->now.addSecs(1);
        QVERIFY(m_room->list(connection));
        QCOMPARE(m_room->auth.forms.size(), 2);
        QCOMPARE(m_room->sales.count("GET"), 3);
    }

    void shouldUseATokenWithoutAnEndAsLongAsItIsTaken()
    {
        m_room->auth.lifetime = 0;
        const ServerConnection connection = m_room->asClient();
        QVERIFY(m_room->list(connection));
        m_room->now = m_room->now.addYears(1);
        QVERIFY(m_room->list(connection));
        QCOMPARE(m_room->auth.forms.size(), 1);
    }

    void shouldRenewARefusedTokenAndRepeatAWriteOnce()
    {
        // GIVEN a token that the server takes back
        const ServerConnection connection = m_room->asClient();
        QVERIFY(m_room->list(connection));
        m_room->auth.revoke();
        m_room->sales.forget();

        // WHEN something is created
        const auto created = QCoro::waitFor(createDocument(connection, ResourceKind::SalesLead, {}, u"key"_s));

        // THEN one copy was refused and one was taken
        QVERIFY(created);
        QCOMPARE(m_room->sales.count("POST"), 2);
        QCOMPARE(m_room->sales.requests().at(1).headers.value("authorization"), "Bearer access-2");
        QCOMPARE(m_room->sales.requests().at(1).headers.value("idempotency-key"), "key");
        QCOMPARE(m_room->auth.forms.size(), 2);
    }

    void shouldRenewOnceForAllThatWereRefused()
    {
        const ServerConnection connection = m_room->asClient();
        QVERIFY(m_room->list(connection));
        m_room->auth.revoke();
        std::vector<QCoro::Task<RestResult<ListPage>>> running;
        for (int i = 0; i < 4; ++i)
            running.push_back(listPage(connection, ResourceKind::SalesLead, QUrlQuery()));
        for (auto &task : running)
            QVERIFY(QCoro::waitFor(std::move(task)));
        QCOMPARE(m_room->auth.forms.size(), 2);
    }

    void shouldGiveUpWhereTheNewTokenIsRefusedToo()
    {
        m_room->sales.answer([](const FakeRequest &) { return FakeAnswer{.status = 401, .body = "{}"}; });
        const auto created =
            QCoro::waitFor(createDocument(m_room->asClient(), ResourceKind::SalesLead, {}, u"key"_s));
        QCOMPARE(created.error().problem.kind, PK::SignIn);
        QVERIFY(!created.error().unknown);
        QCOMPARE(m_room->sales.count("POST"), 2);
        QCOMPARE(m_room->auth.forms.size(), 2);
    }

    void shouldExplainWhyThereIsNoToken_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<PK>("kind");
        QTest::addColumn<bool>("offline");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, int status, const QByteArray &body, PK kind, const QString &words) {
            QTest::newRow(name) << FakeAnswer{.status = status, .body = body} << kind
                                << (kind == PK::Unreachable) << words;
        };
        const QByteArray no = R"({"error": "invalid_client", "error_description": "Unknown here"})";
        row("refused", 401, no, PK::SignIn, u"(error 401): invalid_client: Unknown here"_s);
        row("bad request", 400, no, PK::SignIn, u"(error 400): invalid_client"_s);
        row("no such path", 404, {}, PK::SignIn, u"(error 404). Sign in"_s);
        row("moved", 302, {}, PK::SignIn, u"(error 302)"_s);
        row("busy", 503, no, PK::Unreachable, u"(error 503)"_s);
        row("too often", 429, no, PK::Unreachable, u"(error 429)"_s);
        row("broken", 500, no, PK::Unreachable, u"(error 500)"_s);
        row("web page", 200, "<!DOCTYPE html>", PK::SignIn, u"without a token"_s);
        row("nothing", 200, "{}", PK::SignIn, u"without a token"_s);
        row("two lines", 200, R"({"access_token": "a\r\nX: b"})", PK::SignIn, u"without a token"_s);
        row("another kind", 200, R"({"access_token": "a", "token_type": "mac"})", PK::SignIn, u"“mac”"_s);
        QTest::newRow("hangs up") << FakeAnswer{.hangUp = true} << PK::Unreachable << true << u"broke"_s;
    }
    void shouldExplainWhyThereIsNoToken()
    {
        QFETCH(FakeAnswer, answer);
        QFETCH(QString, words);
        m_room->auth.instead = [answer](const FakeRequest &) { return answer; };
        const auto created =
            QCoro::waitFor(createDocument(m_room->asClient(), ResourceKind::SalesLead, {}, u"key"_s));
        const RestFailure failure = created.error();
        QTEST(failure.problem.kind, "kind");
        QTEST(failure.offline, "offline");
        QVERIFY2(failure.problem.sentence.contains(words), qPrintable(failure.problem.sentence));
        QVERIFY(failure.problem.sentence.contains(QUrl(m_room->auth.server().origin()).authority()));
        QVERIFY(!failure.problem.sentence.contains(QString::fromLatin1(m_room->auth.secret)));
        QCOMPARE(failure.status, 0);
        QVERIFY(!failure.unknown);
        QCOMPARE(m_room->sales.requests().size(), 0);
    }

    void shouldObeyRetryAfterOfTheSignInServer()
    {
        m_room->auth.instead = [](const FakeRequest &) {
            return FakeAnswer{.status = 503, .body = {}, .headers = {"Retry-After: 7"}};
        };
        QCOMPARE(m_room->list(m_room->asClient()).error().retryAfter.value_or(0s), 7s);
    }

    void shouldAskAgainAfterAFailure()
    {
        const ServerConnection connection = m_room->asClient();
        m_room->auth.instead = [](const FakeRequest &) { return FakeAnswer{.status = 503, .body = {}}; };
        QVERIFY(!m_room->list(connection));
        m_room->auth.instead = {};
        QVERIFY(m_room->list(connection));
    }

    void shouldStopWhileItWaitsForAToken()
    {
        const ServerConnection connection = m_room->asClient();
        m_room->auth.instead = [&](const FakeRequest &) {
            connection.cancel->set();
            return FakeAnswer{.silent = true};
        };
        QCOMPARE(m_room->list(connection).error().problem.kind, PK::Cancelled);
    }

    void shouldRefreshAPersonsTokenAndTellOfTheNewOnes()
    {
        // GIVEN the tokens of a consent
        m_room->auth.instead = {};
        QVERIFY(m_room->list(m_room->asClient())); // the server knows refresh-1 from now on
        const ServerConnection connection = m_room->connection(person({.access = {}, .refresh = "refresh-1", .renewAt = {}}));

        // WHEN they end
        m_room->renewed.clear();
        QVERIFY(m_room->list(connection));
        m_room->now = m_room->now.addDays(1);
        QVERIFY(m_room->list(connection));

        // THEN each refresh token was used once, and its follower told
        QCOMPARE(m_room->auth.forms.last().queryItemValue(u"grant_type"_s), u"refresh_token"_s);
        QCOMPARE(m_room->auth.forms.last().queryItemValue(u"refresh_token"_s), u"refresh-2"_s);
        QCOMPARE(m_room->renewed.size(), 2);
        QCOMPARE(m_room->renewed.last().refresh, "refresh-3");
    }

    void shouldKeepARefreshTokenThatHasNoFollower()
    {
        QVERIFY(m_room->list(m_room->asClient()));
        m_room->auth.givesRefresh = false;
        const ServerConnection connection = m_room->connection(person({.access = {}, .refresh = "refresh-1", .renewAt = {}}));
        QVERIFY(m_room->list(connection));
        m_room->now = m_room->now.addDays(1);
        QVERIFY(m_room->list(connection));
        QCOMPARE(m_room->renewed.last().refresh, "refresh-1");
    }

    void shouldAskThePersonWhereNothingIsLeftToRefresh()
    {
        const auto page = m_room->list(m_room->connection(person({})));
        QCOMPARE(page.error().problem.kind, PK::SignIn);
        QVERIFY(page.error().problem.sentence.contains(u"with your browser"_s));
        QCOMPARE(m_room->auth.forms.size(), 0);
    }

    void shouldUseThePersonsTokenAsLongAsItLasts()
    {
        QVERIFY(m_room->list(m_room->asClient()));
        const OAuthTokens tokens{.access = "access-1", .refresh = {}, .renewAt = m_room->now.addSecs(60)};
        QVERIFY(m_room->list(m_room->connection(person(tokens))));
        QCOMPARE(m_room->auth.forms.size(), 1);
    }

    void shouldSendNoSecretWhereItCouldBeRead_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("usable");
        QTest::newRow("https") << u"https://login.example/token?x=1"_s << true;
        QTest::newRow("this computer") << u"http://127.0.0.1:9/token"_s << true;
        QTest::newRow("its name") << u"http://localhost/token"_s << true;
        QTest::newRow("without TLS") << u"http://login.example/token"_s << false;
        QTest::newRow("no address") << u"login.example"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("fragment") << u"https://login.example/#a"_s << false;
        QTest::newRow("password") << u"https://a:b@login.example/"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    }
    void shouldSendNoSecretWhereItCouldBeRead()
    {
        QFETCH(QString, url);
        SignInMethod method = m_room->auth.method(Kind::Client);
        method.tokenUrl = url;
        QTEST(checkMethod(method).has_value(), "usable");
        method = m_room->auth.method(Kind::Browser);
        method.authorizationUrl = url;
        QTEST(checkMethod(method).has_value(), "usable");
        method.kind = Kind::Token;
        QVERIFY(checkMethod(method));
    }

    void shouldWantAClientId()
    {
        SignInMethod method = m_room->auth.method(Kind::Client);
        method.clientId = u" "_s;
        QVERIFY(checkMethod(method).error().sentence.contains(u"client id"_s));
        const auto page = m_room->list(m_room->connection({method, "secret"}));
        QCOMPARE(page.error().problem.kind, PK::SignIn);
        QCOMPARE(m_room->auth.server().requests().size(), 0);
    }
};

SALESBENCH_TEST(TokenSourceTest)
#include "tokensourcetest.moc"
