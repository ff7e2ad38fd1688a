// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/commandline.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace salesbench;

namespace {

Result<Options> parsed(const QString &words)
{
    return parseCommandLine(QStringList{u"salesbench"_s} + words.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldOpenTheWindowWithoutArguments()
    {
        const auto options = parsed({});

        QVERIFY(options);
        QCOMPARE(options->command, Options::Command::Window);
        QVERIFY(!options->demo && !options->leads && !options->role);
        QVERIFY(options->server.isEmpty() && options->profile.isEmpty() && options->screenshots.isEmpty());
    }

    void shouldReadTheDemosOptions()
    {
        const auto options =
            parsed(u"--demo --leads 1000000 --role supervisor --profile /p --screenshots /s"_s);

        QVERIFY(options);
        QCOMPARE(options->command, Options::Command::Window);
        QVERIFY(options->demo);
        QCOMPARE(options->leads, 1'000'000);
        QCOMPARE(options->role, Role::Supervisor);
        QCOMPARE(options->profile, u"/p"_s);
        QCOMPARE(options->screenshots, u"/s"_s);
    }

    void shouldReadTheServersOptions()
    {
        const auto options =
            parsed(u"--profile p --server http://a:1 --quote-server=https://b/q --token-file t sync"_s);

        QVERIFY(options);
        QCOMPARE(options->command, Options::Command::Sync);
        QCOMPARE(options->server, u"http://a:1"_s);
        QCOMPARE(options->quoteServer, u"https://b/q"_s);
        QCOMPARE(options->tokenFile, u"t"_s);
    }

    void shouldReadTheClientsOptions()
    {
        const auto options = parsed(
            u"--server https://a --client-id bench --token-url https://b/token --scope sales --token-file t sync"_s);

        QVERIFY(options);
        const SignInMethod expected{.kind = SignInMethod::Kind::Client,
                                    .authorizationUrl = {},
                                    .tokenUrl = u"https://b/token"_s,
                                    .clientId = u"bench"_s,
                                    .scope = u"sales"_s};
        QCOMPARE(options->method.value(), expected);
        QVERIFY(!parsed(u"--server https://a sync"_s)->method);
    }

    void shouldReadApplyAndExport()
    {
        // GIVEN both ways to name a file, the second one being the standard streams
        const auto apply = parsed(u"--profile p apply edits.jsonl"_s);
        const auto fromInput = parsed(u"apply - --profile p"_s);
        const auto exported = parsed(u"--profile p export salesOpportunity -"_s);

        // THEN
        QVERIFY(apply && fromInput && exported);
        QCOMPARE(apply->command, Options::Command::Apply);
        QCOMPARE(apply->file, u"edits.jsonl"_s);
        QCOMPARE(fromInput->file, u"-"_s);
        QCOMPARE(fromInput->profile, u"p"_s);
        QCOMPARE(exported->command, Options::Command::Export);
        QCOMPARE(exported->resource, ResourceKind::SalesOpportunity);
        QCOMPARE(exported->file, u"-"_s);
    }

    void shouldHelpWhateverElseIsAsked()
    {
        QCOMPARE(parsed(u"--help sync sync"_s).value().command, Options::Command::Help);
        QCOMPARE(parsed(u"--version"_s).value().command, Options::Command::Version);
        for (const QString &word :
             {u"--demo"_s, u"--leads"_s, u"--role"_s, u"--server"_s, u"--quote-server"_s, u"--token-file"_s,
              u"--profile"_s, u"--screenshots"_s, u"apply FILE"_s, u"export RESOURCE FILE"_s,
              u"salesOpportunity"_s})
            QVERIFY2(commandLineHelp().contains(word), qPrintable(word));
    }

    void shouldRefuseBadUseNamingIt_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("named");
        const auto row = [](const QString &words, const QString &named) {
            QTest::newRow(qPrintable(words)) << words << named;
        };
        row(u"--colour"_s, u"colour"_s);
        row(u"--server"_s, u"server"_s);
        row(u"--demo=yes"_s, u"demo"_s);
        row(u"--profile= sync"_s, u"profile"_s);
        row(u"--profile a --profile b sync"_s, u"profile"_s);
        row(u"--leads 5"_s, u"--leads is for the demo"_s);
        row(u"--role supervisor"_s, u"--role is for the demo"_s);
        row(u"--demo --leads many"_s, u"many"_s);
        row(u"--demo --leads 0"_s, u"“0”"_s);
        row(u"--demo --leads 1000001"_s, u"1000001"_s);
        row(u"--demo --role boss"_s, u"boss"_s);
        row(u"--demo --server http://a"_s, u"--server"_s);
        row(u"--demo --token-file t"_s, u"--token-file"_s);
        row(u"--demo --client-id b"_s, u"--client-id"_s);
        row(u"--token-url https://a sync"_s, u"--client-id"_s);
        row(u"--scope a sync"_s, u"--client-id"_s);
        row(u"--client-id b sync"_s, u"no address to sign in at"_s);
        row(u"--client-id b --token-url http://a/token sync"_s, u"http://a/token"_s);
        row(u"--quote-server http://a sync"_s, u"--server"_s);
        row(u"--server ftp://a sync"_s, u"ftp://a"_s);
        row(u"--server host:8699 sync"_s, u"host:8699"_s);
        row(u"--server http://a --quote-server b sync"_s, u"“b”"_s);
        row(u"--screenshots d sync"_s, u"--screenshots"_s);
        row(u"frobnicate"_s, u"frobnicate"_s);
        row(u"sync now"_s, u"now"_s);
        row(u"apply"_s, u"apply FILE"_s);
        row(u"apply a b"_s, u"“b”"_s);
        row(u"export salesLead"_s, u"export RESOURCE FILE"_s);
        row(u"export lead -"_s, u"salesOpportunity"_s);
    }

    void shouldRefuseBadUseNamingIt()
    {
        QFETCH(QString, words);
        QFETCH(QString, named);

        const auto options = parsed(words);

        QVERIFY(!options);
        QCOMPARE(options.error().kind, Problem::Kind::BadInput);
        QVERIFY2(options.error().sentence.contains(named), qPrintable(options.error().sentence));
        QVERIFY2(options.error().sentence.endsWith(u'.'), qPrintable(options.error().sentence));
    }
};

SALESBENCH_TEST(CommandLineTest)
#include "commandlinetest.moc"
