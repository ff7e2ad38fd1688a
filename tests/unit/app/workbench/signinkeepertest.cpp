// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/signinkeeper.h"
#include "app/workbench/keptsecrets.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

namespace {

const SignInMethod AsClient{.kind = SignInMethod::Kind::Client,
                            .authorizationUrl = {},
                            .tokenUrl = u"https://login.example/token"_s,
                            .clientId = u"bench"_s,
                            .scope = {}};
const SignInMethod AsPerson{.kind = SignInMethod::Kind::Browser,
                            .authorizationUrl = u"https://login.example/authorize"_s,
                            .tokenUrl = u"https://login.example/token"_s,
                            .clientId = u"bench"_s,
                            .scope = {}};

const OAuthTokens Consent{.access = "access", .refresh = "refresh", .renewAt = {}};

} // namespace

class SignInKeeperTest : public QObject {
    Q_OBJECT

    std::shared_ptr<FakeKeychain::Content> m_content;
    std::unique_ptr<KeptSecrets> m_secrets;
    ServerChoice m_choice;

    SignInKeeper keeperOf(const QString &person) const { return {*m_secrets, {person, person, {}, {}}}; }
    SignInKeeper keeper() const { return keeperOf(u"p1"_s); }
    void keep(const Credential &credential) { QCOMPARE(keeper().keep(m_choice, credential).result(), QString()); }
    Credential kept() const { return keeper().credential(m_choice).result().value(); }

private Q_SLOTS:
    void init()
    {
        m_content = std::make_shared<FakeKeychain::Content>();
        m_secrets = std::make_unique<KeptSecrets>(std::make_unique<FakeKeychain>(m_content));
        m_choice = {.server = u"https://sales.example"_s, .quoteServer = {}, .tokenFile = {}, .demo = false};
    }

    void shouldKeepWhatASignInTakes_data()
    {
        QTest::addColumn<Credential>("credential");
        QTest::newRow("token") << Credential("token");
        QTest::newRow("client") << Credential(AsClient, "secret");
        QTest::newRow("person") << Credential(AsPerson, {}, Consent);
        QTest::newRow("person, by a client with a secret") << Credential(AsPerson, "secret", Consent);
    }
    void shouldKeepWhatASignInTakes()
    {
        QFETCH(Credential, credential);
        keep(credential);
        credential.tokens.access.clear(); // lives too short a time
        QCOMPARE(kept(), credential);
        QCOMPARE(m_content->secrets.size(), 1);
        QVERIFY(m_choice.keepsSecret);
    }

    void shouldKeepPeopleAndServersApart()
    {
        keep(Credential("token"));
        ServerChoice other = m_choice;
        other.server = u"https://other.example"_s;
        ServerChoice quotes = m_choice;
        quotes.quoteServer = u"https://quotes.example"_s;

        QVERIFY(!keeper().credential(other).result().value().hasSecrets());
        QVERIFY(!keeper().credential(quotes).result().value().hasSecrets());
        QVERIFY(!keeperOf(u"p2"_s).credential(m_choice).result().value().hasSecrets());
    }

    void shouldGiveNoSecretToAnotherTokenEndpoint()
    {
        keep(Credential(AsClient, "secret"));
        m_choice.method.tokenUrl = u"https://evil.example/token"_s;
        QVERIFY(!kept().hasSecrets());
        m_choice.method = {};
        QVERIFY(!kept().hasSecrets());
    }

    void shouldNotAskTheKeychainWhereNothingIsKept()
    {
        m_content->refusal = u"locked"_s;
        QCOMPARE(kept(), Credential());
        m_choice.keepsSecret = true;
        QCOMPARE(keeper().credential(m_choice).result().error().kind, Problem::Kind::SignIn);
    }

    void shouldForget()
    {
        keep(Credential("token"));
        m_choice.tokenFile = u"/t/known"_s;
        QVERIFY(keeper().forget(m_choice).result());
        QCOMPARE(kept(), Credential());
        QCOMPARE(m_choice.tokenFile, QString());
        QVERIFY(m_content->secrets.isEmpty());
    }

    void shouldForgetWhatTheProfileDoesNotKnowOf()
    {
        keep(Credential("token"));
        m_choice.keepsSecret = false;
        QVERIFY(keeper().forget(m_choice).result());
        QVERIFY(m_content->secrets.isEmpty());
    }

    void shouldSayThatItCannotForget()
    {
        keep(Credential("token"));
        m_content->refusal = u"locked"_s;
        QVERIFY(!keeper().forget(m_choice).result());
    }

    void shouldReadTheTokenFileEachTime()
    {
        QTemporaryDir folder;
        m_choice.tokenFile = folder.filePath(u"token"_s);
        for (const QByteArray token : {"first", "second"}) {
            QFile file(m_choice.tokenFile);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(token) == token.size() && file.flush());
            QCOMPARE(kept(), Credential(token));
        }
        m_choice.method = AsClient;
        QCOMPARE(kept(), Credential(AsClient, "second"));
        QVERIFY(m_content->secrets.isEmpty());
    }

    void shouldPreferWhatWasEnteredLast()
    {
        m_choice.tokenFile = u"/nowhere/token"_s;
        keep(Credential("token"));
        QCOMPARE(kept(), Credential("token"));
    }

    void shouldSayThatTheTokenFileIsGone()
    {
        m_choice.tokenFile = u"/nowhere/token"_s;
        const auto signIn = keeper().credential(m_choice).result();
        QVERIFY(!signIn);
        QVERIFY(signIn.error().sentence.contains(u"/nowhere/token"_s));
    }
};

SALESBENCH_TEST(SignInKeeperTest)
#include "signinkeepertest.moc"
