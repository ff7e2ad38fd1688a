// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/profile.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace salesbench;

namespace {

const ServerChoice Nothing;
const ServerChoice Known{
    .server = u"http://known"_s, .quoteServer = {}, .tokenFile = u"/t/known"_s, .demo = false};
const ServerChoice Demo{.server = {}, .quoteServer = {}, .tokenFile = {}, .demo = true};

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

    void shouldReadTheTokenEachTime()
    {
        QTemporaryDir folder;
        ServerChoice choice = Known;
        choice.tokenFile = folder.filePath(u"token"_s);
        for (const QByteArray token : {"first", "second"}) {
            QFile file(choice.tokenFile);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(token) == token.size() && file.flush());

            const auto signIn = signInAt(choice);

            QCOMPARE(signIn.value().token, token);
            QCOMPARE(signIn.value().address.host(), u"known"_s);
        }
    }

    void shouldSendNoTokenWithoutAFile()
    {
        QVERIFY(signInAt({.server = u"http://a"_s, .quoteServer = {}, .tokenFile = {}, .demo = false})
                    .value()
                    .token.isEmpty());
    }

    void shouldSayThatTheTokenFileIsGone()
    {
        ServerChoice choice = Known;
        choice.tokenFile = u"/nowhere/token"_s;

        const auto signIn = signInAt(choice);

        QVERIFY(!signIn);
        QVERIFY(signIn.error().sentence.contains(u"/nowhere/token"_s));
    }
};

SALESBENCH_TEST(ProfileTest)
#include "profiletest.moc"
