// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/profile.h"
#include "tests/support/fakejournal.h"
#include "tests/support/testcase.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace salesbench;

namespace {

const ServerChoice Nothing;
const ServerChoice Known{
    .server = u"http://known"_s, .quoteServer = {}, .tokenFile = u"/t/known"_s, .demo = false};
const ServerChoice Demo{.server = {}, .quoteServer = {}, .tokenFile = {}, .demo = true};

const SignInMethod ByClient{.kind = SignInMethod::Kind::Client,
                            .authorizationUrl = u"https://login/authorize"_s,
                            .tokenUrl = u"https://login/token"_s,
                            .clientId = u"bench"_s,
                            .scope = u"sales"_s};

Options withServer(const QString &server, const QString &tokenFile = {})
{
    Options options;
    options.server = server;
    options.tokenFile = tokenFile;
    return options;
}

Options asDemo()
{
    Options options;
    options.demo = true;
    return options;
}

} // namespace

class ProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldKeepTheDemoApartFromTheUsualProfile()
    {
        Options named = asDemo();
        named.profile = u"here/there"_s;

        QVERIFY(QDir::isAbsolutePath(profileFolder({})));
        QVERIFY(profileFolder({}) != profileFolder(asDemo()));
        QCOMPARE(profileFolder(named), QDir::current().absoluteFilePath(u"here/there"_s));
    }

    void shouldTakeTheServerThatIsGivenElseTheRememberedOne()
    {
        QVERIFY(chooseServer({}, Nothing).value().isEmpty());
        QCOMPARE(chooseServer({}, Known).value(), Known);
        QCOMPARE(chooseServer(withServer(u"http://new"_s), Nothing).value().server, u"http://new"_s);
        QCOMPARE(chooseServer(withServer(u"http://new"_s), Known).value().server, u"http://new"_s);
    }

    void shouldNotCarryATokenToAnotherServer()
    {
        QCOMPARE(chooseServer(withServer(u"http://new"_s), Known).value().tokenFile, QString());
        QCOMPARE(chooseServer(withServer(u"http://known"_s), Known).value().tokenFile, u"/t/known"_s);
    }

    void shouldTakeANewTokenFileAsAnAbsolutePath()
    {
        QCOMPARE(chooseServer(withServer({}, u"/t/new"_s), Known).value().tokenFile, u"/t/new"_s);
        QCOMPARE(chooseServer(withServer(u"http://new"_s, u"token"_s), Known).value().tokenFile,
                 QDir::current().absoluteFilePath(u"token"_s));
    }

    void shouldNotMixTheDemoWithRealDocuments()
    {
        // GIVEN a profile of a server, and one of the demo
        const auto demoInReal = chooseServer(asDemo(), Known);
        const auto realInDemo = chooseServer(withServer(u"http://new"_s), Demo);

        // THEN neither becomes the other
        QVERIFY(!demoInReal && !realInDemo);
        QVERIFY2(demoInReal.error().sentence.contains(u"http://known"_s),
                 qPrintable(demoInReal.error().sentence));
        QVERIFY2(realInDemo.error().sentence.contains(u"http://new"_s),
                 qPrintable(realInDemo.error().sentence));
        QVERIFY(chooseServer(asDemo(), Nothing).value().demo);
        QVERIFY(chooseServer({}, Demo).value().demo);
    }

    void shouldKeepHowToSignInWithItsServer()
    {
        ServerChoice known = Known;
        known.method = ByClient;
        known.keepsSecret = true;

        QCOMPARE(chooseServer(withServer(u"http://known"_s), known).value(), known);
        QCOMPARE(chooseServer(withServer(u"http://new"_s), known).value().method, SignInMethod());
        QVERIFY(!chooseServer(withServer(u"http://new"_s), known).value().keepsSecret);
    }

    void shouldUseNoSecretForAnotherWayToSignIn()
    {
        ServerChoice known = Known;
        known.keepsSecret = true;
        Options options;
        options.method = ByClient;

        const ServerChoice choice = chooseServer(options, known).value();

        QCOMPARE(choice.method, ByClient);
        QCOMPARE(choice.tokenFile, QString());
        QVERIFY(!choice.keepsSecret);
    }

    void shouldWantNoBrowserWhereATokenFileIsGiven()
    {
        ServerChoice known = Known;
        known.method = ByClient;
        known.method.kind = SignInMethod::Kind::Browser;
        QCOMPARE(chooseServer(withServer({}, u"/t/new"_s), known).value().method, SignInMethod());
    }

    void shouldRememberHowToSignIn()
    {
        FakeJournal journal;
        ServerChoice choice = Known;
        for (const auto kind :
             {SignInMethod::Kind::Token, SignInMethod::Kind::Client, SignInMethod::Kind::Browser}) {
            choice.method = ByClient;
            choice.method.kind = kind;
            choice.keepsSecret = kind == SignInMethod::Kind::Client;
            QVERIFY(rememberServer(journal, choice).result());
            QCOMPARE(rememberedServer(journal).result().value(), choice);
        }
    }
};

SALESBENCH_TEST(ProfileTest)
#include "profiletest.moc"
