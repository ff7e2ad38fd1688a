// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/browsersignin.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/client/oauthroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class BrowserSignInTest : public QObject {
    Q_OBJECT

    std::unique_ptr<OAuthRoom> m_room;
    std::chrono::milliseconds m_patience{20'000};

    /// What comes of it where @p browser does what a person would.
    RestResult<OAuthTokens> signIn(const std::function<bool(const QUrl &)> &browser)
    {
        return signIn(browser, m_room->plain());
    }
    RestResult<OAuthTokens> signIn(const std::function<bool(const QUrl &)> &browser, const ServerConnection &via)
    {
        return QCoro::waitFor(signInByBrowser(
            {.credential = {m_room->auth.method(SignInMethod::Kind::Browser), m_room->auth.secret},
             .via = via,
             .openBrowser = browser,
             .now = [this] { return m_room->now; },
             .patience = m_patience}));
    }
    bool consent(const QUrl &url) { return m_room->auth.consent(url); }

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<OAuthRoom>();
        m_patience = 20s;
    }

    void shouldChallengeAsTheStandardDoes()
    {
        // RFC 7636, appendix B
        QCOMPARE(codeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                 "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    void shouldBringTheTokensOfAConsent()
    {
        const auto tokens = signIn([this](const QUrl &url) { return consent(url); });
        QVERIFY2(tokens, qPrintable(tokens ? QString() : tokens.error().problem.sentence));
        QCOMPARE(tokens->access, "access-1");
        QCOMPARE(tokens->refresh, "refresh-1");
        QCOMPARE(tokens->renewAt, m_room->now.addSecs(3540));
        QTRY_COMPARE(m_room->auth.pages.size(), 1);
        QVERIFY(m_room->auth.pages.first().contains(u"You are signed in"_s));
    }

    void shouldServeAClientWithoutASecret()
    {
        m_room->auth.secret.clear();
        QVERIFY(signIn([this](const QUrl &url) { return consent(url); }));
    }

    void shouldAskWithAnotherVerifierAndStateEachTime()
    {
        QVector<QUrl> asked;
        for (int i = 0; i < 2; ++i) {
            signIn([&](const QUrl &url) {
                asked.append(url);
                return false;
            });
        }
        for (const QString &name : {u"state"_s, u"code_challenge"_s})
            QVERIFY(QUrlQuery(asked.at(0)).queryItemValue(name) != QUrlQuery(asked.at(1)).queryItemValue(name));
    }

    void shouldSayWhyItWasRefused()
    {
        const auto tokens = signIn([this](const QUrl &url) {
            m_room->auth.comeBack(url, u"error=access_denied&error_description=You+may+not"_s);
            return true;
        });
        QCOMPARE(tokens.error().problem.kind, Problem::Kind::SignIn);
        QVERIFY2(tokens.error().problem.sentence.contains(u"127.0.0.1 was refused: You may not"_s),
                 qPrintable(tokens.error().problem.sentence));
        QTRY_COMPARE(m_room->auth.pages.size(), 1);
        QVERIFY(m_room->auth.pages.first().contains(u"did not succeed"_s));
        QCOMPARE(m_room->auth.forms.size(), 0);
    }

    void shouldSayThatNoCodeCame()
    {
        const auto tokens = signIn([this](const QUrl &url) {
            m_room->auth.comeBack(url, u"something=else"_s);
            return true;
        });
        QVERIFY(tokens.error().problem.sentence.contains(u"without a code"_s));
    }

    void shouldNotHearWhoDoesNotKnowTheState()
    {
        // GIVEN somebody on this computer who knocks first, with a code of their own
        const auto tokens = signIn([this](const QUrl &url) {
            m_room->auth.visit(url, u"code=evil&state=guessed"_s);
            m_room->auth.visit(url, u"error=access_denied"_s);
            QTimer::singleShot(0, this, [this, url] { consent(url); });
            return true;
        });
        // THEN only the browser that was sent counts
        QVERIFY(tokens);
        QCOMPARE(m_room->auth.forms.size(), 1);
    }

    void shouldSayThatNoBrowserOpens()
    {
        const auto tokens = signIn([](const QUrl &) { return false; });
        QCOMPARE(tokens.error().problem.kind, Problem::Kind::SignIn);
        QVERIFY(tokens.error().problem.sentence.contains(u"No browser"_s));
    }

    void shouldNotWaitForever()
    {
        m_patience = 1ms;
        const auto tokens = signIn([](const QUrl &) { return true; });
        QCOMPARE(tokens.error().problem.kind, Problem::Kind::SignIn);
        QVERIFY(tokens.error().problem.sentence.contains(u"Nobody signed in"_s));
    }

    void shouldStop()
    {
        const ServerConnection via = m_room->plain();
        const auto tokens = signIn(
            [via](const QUrl &) {
                QTimer::singleShot(0, via.cancel.get(), &CancelSignal::set);
                return true;
            },
            via);
        QCOMPARE(tokens.error().problem.kind, Problem::Kind::Cancelled);
    }

    void shouldSayThatTheServerDoesNotTakeTheCode()
    {
        const auto tokens = signIn([this](const QUrl &url) {
            m_room->auth.comeBack(url, u"code=stale"_s);
            return true;
        });
        QCOMPARE(tokens.error().problem.kind, Problem::Kind::SignIn);
        QVERIFY(tokens.error().problem.sentence.contains(u"invalid_grant: Said no"_s));
    }

    void shouldNotOpenABrowserForAnAddressThatIsNone()
    {
        bool opened = false;
        SignInMethod method = m_room->auth.method(SignInMethod::Kind::Browser);
        method.authorizationUrl = u"javascript:alert(1)"_s;
        const auto tokens = QCoro::waitFor(signInByBrowser({.credential = {method, {}},
                                                            .via = m_room->plain(),
                                                            .openBrowser =
                                                                [&](const QUrl &) {
                                                                    opened = true;
                                                                    return true;
                                                                },
                                                            .now = [this] { return m_room->now; }}));
        QVERIFY(tokens.error().problem.sentence.contains(u"javascript:alert(1)"_s));
        QVERIFY(!opened);
    }
};

SALESBENCH_TEST(BrowserSignInTest)
#include "browsersignintest.moc"
