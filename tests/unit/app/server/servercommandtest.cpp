// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace salesbench;
using namespace Qt::StringLiterals;

namespace {

Result<ServerCommand> read(const QString &line)
{
    return readServerCommand(QStringList{u"salesbench-server"_s} + line.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class ServerCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldReadEveryOption()
    {
        const auto command =
            read(u"--listen 127.0.0.1:0 --database d.sqlite --demo --leads 7 --seed 9 --users u.json "
                 "--allow-callback a --allow-callback b:1 --log l.jsonl"_s);
        QVERIFY(command);
        QCOMPARE(command->listen, u"127.0.0.1:0"_s);
        QCOMPARE(command->database, u"d.sqlite"_s);
        QCOMPARE(command->users, u"u.json"_s);
        QCOMPARE(command->leads, 7);
        QCOMPARE(command->seed, 9u);
        QCOMPARE(command->callbacks, QStringList({u"a"_s, u"b:1"_s}));
        QCOMPARE(command->log, u"l.jsonl"_s);
        QVERIFY(command->demo);
        QVERIFY(!command->noAuth);
    }

    void shouldReadWhatMakesItOpen()
    {
        const auto command =
            read(u"--users u.json --tls-certificate c.pem --tls-key k.pem --behind-proxy --cors a "
                 "--cors b --header-limit 2048 --body-limit 3 --request-timeout 4 --idle-timeout "
                 "5 --max-connections 6 --max-page 7 --rate-limit 8"_s);
        QVERIFY(command);
        QCOMPARE(command->tlsCertificate, u"c.pem"_s);
        QCOMPARE(command->tlsKey, u"k.pem"_s);
        QVERIFY(command->behindProxy);
        QCOMPARE(command->corsOrigins, QByteArrayList({"a", "b"}));
        QCOMPARE(command->limits.headerBytes, 2048u);
        QCOMPARE(command->limits.bodyBytes, 3u);
        QCOMPARE(command->limits.request, std::chrono::seconds(4));
        QCOMPARE(command->limits.idle, std::chrono::seconds(5));
        QCOMPARE(command->limits.connections, 6);
        QCOMPARE(command->maxPage, 7);
        QCOMPARE(command->rateLimit, 8);
    }

    void shouldHaveTheLimitsOfTheTransportByDefault()
    {
        const auto command = read(u"--no-auth"_s);
        const HttpLimits limits;
        QCOMPARE(command->limits.headerBytes, limits.headerBytes);
        QCOMPARE(command->limits.bodyBytes, limits.bodyBytes);
        QCOMPARE(command->limits.request, limits.request);
        QCOMPARE(command->limits.idle, limits.idle);
        QCOMPARE(command->limits.connections, limits.connections);
        QCOMPARE(command->maxPage, 1000);
        QCOMPARE(command->rateLimit, 0);
    }

    void shouldReadWhatToDoWithUsers()
    {
        const auto add = read(u"--users u.json user add Ann --role representative --party-id P-1"_s);
        QVERIFY(add && add->user);
        QCOMPARE(add->user->action, UserCommand::Action::Add);
        QCOMPARE(add->user->name, u"Ann"_s);
        QCOMPARE(add->user->role, Role::Representative);
        QCOMPARE(add->user->partyId, u"P-1"_s);
        QCOMPARE(read(u"--users u.json user list"_s)->user->action, UserCommand::Action::List);
        QCOMPARE(read(u"--users u.json user remove Ann"_s)->user->action, UserCommand::Action::Remove);
    }

    void shouldHaveDefaults()
    {
        const auto command = read(u"--no-auth"_s);
        QVERIFY(command);
        QCOMPARE(command->listen, u"127.0.0.1:8699"_s);
        QVERIFY(command->database.endsWith(u"/salesbench/server.sqlite"_s));
        QCOMPARE(command->leads, 500);
        QVERIFY(!command->demo);
        QVERIFY(command->callbacks.isEmpty());
        QCOMPARE(command->log, u"-"_s);
        QVERIFY(command->backup.isEmpty());
    }

    void shouldCopyWithoutAskingWhoMaySignIn()
    {
        const auto command = read(u"--database d.sqlite --backup c.sqlite"_s);
        QVERIFY(command);
        QCOMPARE(command->database, u"d.sqlite"_s);
        QCOMPARE(command->backup, u"c.sqlite"_s);
    }

    void shouldPrintHelpAndVersion()
    {
        for (const QString &option :
             {u"--listen"_s, u"--database"_s, u"--demo"_s, u"--leads"_s, u"--seed"_s, u"--users"_s,
              u"--no-auth"_s, u"--allow-callback"_s, u"--tls-key"_s, u"--max-page"_s, u"user add"_s,
              u"--log"_s, u"--backup"_s, u"--help"_s, u"--version"_s})
            QVERIFY2(read(u"--help"_s)->print.contains(option), qPrintable(option));
        QVERIFY(read(u"--version"_s)->print.contains(QCoreApplication::applicationVersion()));
    }

    void shouldRefuseBadUse_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("") << u"--no-auth"_s;
        QTest::newRow("--users u.json --no-auth") << u"either"_s;
        QTest::newRow("--no-auth --leads 5") << u"--demo"_s;
        QTest::newRow("--no-auth --seed 5") << u"--demo"_s;
        QTest::newRow("--no-auth --demo --leads many") << u"many"_s;
        QTest::newRow("--no-auth --demo --leads 0") << u"--leads"_s;
        QTest::newRow("--no-auth --demo --leads 1000001") << u"1000001"_s;
        QTest::newRow("--no-auth --demo --seed -1") << u"--seed"_s;
        QTest::newRow("--backup c.sqlite --no-auth") << u"--no-auth"_s;
        QTest::newRow("--backup c.sqlite --demo") << u"--demo"_s;
        QTest::newRow("--backup") << u"backup"_s;
        QTest::newRow("user list") << u"--users"_s;
        QTest::newRow("--users u.json user") << u"user add"_s;
        QTest::newRow("--users u.json user add") << u"user add"_s;
        QTest::newRow("--users u.json user add Ann") << u"--role"_s;
        QTest::newRow("--users u.json user add Ann --role queen") << u"--role"_s;
        QTest::newRow("--users u.json user list Ann") << u"user list"_s;
        QTest::newRow("--users u.json user rename Ann") << u"user remove"_s;
        QTest::newRow("--no-auth --max-page 0") << u"--max-page"_s;
        QTest::newRow("--no-auth --body-limit much") << u"much"_s;
        QTest::newRow("--no-auth --request-timeout 0") << u"--request-timeout"_s;
        QTest::newRow("--no-auth --rate-limit -1") << u"-1"_s;
        QTest::newRow("--no-auth file") << u"file"_s;
        QTest::newRow("--no-auth --colour") << u"colour"_s;
        QTest::newRow("--no-auth --database") << u"database"_s;
    }

    void shouldRefuseBadUse()
    {
        QFETCH(QString, word);
        const auto command = read(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!command);
        QCOMPARE(command.error().kind, Problem::Kind::BadInput);
        QVERIFY2(command.error().sentence.contains(word), qPrintable(command.error().sentence));
    }
};

SALESBENCH_TEST(ServerCommandTest)
#include "servercommandtest.moc"
