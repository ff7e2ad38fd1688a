// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"
#include "tests/support/testcase.h"
#include "tests/unit/app/server/program.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class ServerProgramTest : public QObject {
    Q_OBJECT

    QString file() const { return m_folder->filePath(u"server.sqlite"_s); }
    QStringList arguments(const QStringList &more = {}) const
    {
        return QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, file(), u"--no-auth"_s} + more;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shouldSayOnceWhereItListensAndEndCleanly_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }

    void shouldSayOnceWhereItListensAndEndCleanly()
    {
        QFETCH(int, signal);
        Program program(arguments());
        HttpClient client(program.origin());
        QCOMPARE(client.get(u"/health"_s).status, 200);
        QCOMPARE(program.end(signal), 0);
        QCOMPARE(program.output().count('\n'), 1);
        const QString log = program.complaint();
        QVERIFY2(log.count(u'\n') == 1, qPrintable(log));
        QCOMPARE(QJsonDocument::fromJson(log.toUtf8()).object().value("path"_L1).toString(), u"/health"_s);
    }

    void shouldHaveEveryAnsweredWriteAfterBeingKilled()
    {
        QStringList answered;
        {
            Program program(arguments());
            HttpClient client(program.origin());
            for (int i = 0; i < 20; ++i) {
                const HttpAnswer created = client.post(Leads, R"({"name":"a"})");
                QCOMPARE(created.status, 201);
                answered.append(QString::fromLatin1(created.headers.value("location")));
            }
            QCOMPARE(program.end(SIGKILL), -1);
        }
        Program again(arguments());
        HttpClient client(again.origin());
        for (const QString &path : answered)
            QCOMPARE(client.get(path).status, 200);
    }

    void shouldFillAnEmptyDatabaseWithTheDemoOnce()
    {
        for (const QString &leads : {u"30"_s, u"50"_s}) {
            Program program(arguments({u"--demo"_s, u"--leads"_s, leads}));
            QCOMPARE(HttpClient(program.origin()).get(Leads).headers.value("x-total-count"), "30");
            QCOMPARE(program.end(SIGTERM), 0);
        }
    }

    void shouldEndWhileItFills()
    {
        Program program(arguments({u"--demo"_s, u"--leads"_s, u"1000000"_s}));
        QString told;
        QTRY_VERIFY_WITH_TIMEOUT((told += program.complaint()).contains("documents written"_L1), 60'000);
        QCOMPARE(program.end(SIGTERM), 0);
        QVERIFY(program.hasEnded());
        QVERIFY(program.output().isEmpty());
        QVERIFY(!QFile::exists(file()));
    }

    void shouldRefuseBadUseWithASentence_data()
    {
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QString>("word");
        QTest::newRow("nothing") << QStringList() << u"--users"_s;
        QTest::newRow("unknown") << QStringList{u"--colour"_s} << u"colour"_s;
        QTest::newRow("users not there")
            << QStringList{u"--users"_s, u"/nowhere/users.json"_s} << u"/nowhere/users.json"_s;
        QTest::newRow("network without sign-in")
            << QStringList{u"--no-auth"_s, u"--listen"_s, u"0.0.0.0:0"_s} << u"loopback"_s;
        QTest::newRow("no address") << QStringList{u"--no-auth"_s, u"--listen"_s, u"here"_s} << u"here"_s;
        QTest::newRow("port too large")
            << QStringList{u"--no-auth"_s, u"--listen"_s, u"127.0.0.1:70000"_s} << u"70000"_s;
        QTest::newRow("no host") << QStringList{u"--no-auth"_s, u"--allow-callback"_s, u"a/b"_s} << u"a/b"_s;
        QTest::newRow("log nowhere") << QStringList{u"--no-auth"_s, u"--log"_s, u"/nowhere/log"_s}
                                     << u"/nowhere/log"_s;
        QTest::newRow("nothing to copy") << QStringList{u"--backup"_s, u"copy"_s} << u"server.sqlite"_s;
    }

    void shouldRefuseBadUseWithASentence()
    {
        QFETCH(QStringList, given);
        QFETCH(QString, word);
        Program program(given + QStringList{u"--database"_s, file()});
        QCOMPARE(program.exitCode(), 2);
        QCOMPARE(program.output(), QByteArray());
        const QString complaint = program.complaint();
        QVERIFY2(complaint.contains(word), qPrintable(complaint));
    }

    void shouldLetSignInWhomItWasToldTo()
    {
        const QStringList users{u"--users"_s, m_folder->filePath(u"users.json"_s)};
        Program add(users + QStringList{u"user"_s, u"add"_s, u"Sue"_s, u"--role"_s, u"supervisor"_s});
        QCOMPARE(add.exitCode(), 0);
        const QByteArray token = add.output().trimmed();
        Program list(users + QStringList{u"user"_s, u"list"_s});
        QCOMPARE(list.exitCode(), 0);
        QCOMPARE(list.output(), "Sue\tsupervisor\n");
        {
            Program server(users + QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, file()});
            const QString origin = server.origin();
            QCOMPARE(HttpClient(origin, token).get(Leads).status, 200);
            QCOMPARE(HttpClient(origin, token + 'a').get(Leads).status, 401);
        }
        Program remove(users + QStringList{u"user"_s, u"remove"_s, u"Sue"_s});
        QCOMPARE(remove.exitCode(), 0);
        Program again(users + QStringList{u"user"_s, u"remove"_s, u"Sue"_s});
        QCOMPARE(again.exitCode(), 2);
    }

    void shouldSayThatTheDatabaseIsInUse()
    {
        Program first(arguments());
        QVERIFY(!first.origin().isEmpty());
        Program second(arguments());
        QCOMPARE(second.exitCode(), 1);
        QVERIFY(second.complaint().contains(file()));
    }

    void shouldSayThatThePortIsTaken()
    {
        Program first(arguments());
        const QString place = first.origin().mid(7);
        Program second(
            {u"--no-auth"_s, u"--listen"_s, place, u"--database"_s, m_folder->filePath(u"other.sqlite"_s)});
        QVERIFY(second.exitCode() != 0);
        QVERIFY(second.complaint().contains(place));
    }

    void shouldPrintHelpAndVersion()
    {
        Program help({u"--help"_s});
        QCOMPARE(help.exitCode(), 0);
        QVERIFY(help.output().contains("--listen"));
        Program version({u"--version"_s});
        QCOMPARE(version.exitCode(), 0);
        QVERIFY(version.output().startsWith("salesbench-server "));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

SALESBENCH_TEST(ServerProgramTest)
#include "serverprogramtest.moc"
