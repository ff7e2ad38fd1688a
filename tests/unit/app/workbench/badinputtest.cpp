// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workspace.h"
#include "tests/support/badserver.h"
#include "tests/support/smalldisk.h"
#include "tests/support/testcase.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

/// What the command line says of bad input, and how it ends.
class BadInputTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_said;
    int m_exitCode = -1;

    QString profile() const { return m_folder->filePath(u"profile"_s); }

    /// The servers live in this process, so that its events must run while the program does.
    void run(const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->path());
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(SALESBENCH_PROGRAM), arguments);
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 60'000);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        m_exitCode = program.exitCode();
        m_said = QString::fromUtf8(program.readAllStandardError());
    }

    Result<std::unique_ptr<Workspace>> open() const
    {
        return Workspace::open(profile(), {.surroundings = Surroundings::real(), .author = {}});
    }

    void checkThatLeadsAre(int count) const
    {
        const auto workspace = open();
        QVERIFY(workspace);
        const auto counts = (*workspace)->journal().counts().takeResult();
        QVERIFY(counts);
        QCOMPARE(counts->documents.value(ResourceKind::SalesLead), count);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shouldSayWhatIsWrongWithTheServer_data() { addBadServers(); }
    void shouldSayWhatIsWrongWithTheServer()
    {
        QFETCH(BadServer, server);
        FakeTmf tmf;
        for (int i = 0; i < BadServerLeads; ++i)
            tmf.put(u"salesLead"_s, {{u"id"_s, QString::number(i)}, {u"name"_s, u"lead"_s}});
        QString origin = tmf.origin();
        server.spoil(tmf);
        if (server.isSecure)
            origin.replace(u"http:"_s, u"https:"_s);

        run({u"--profile"_s, profile(), u"--server"_s, origin, u"sync"_s});

        QVERIFY2(m_said.startsWith(u"salesbench: "_s) && m_said.contains(server.sentence),
                 qPrintable(m_said));
        QCOMPARE(m_exitCode, server.exitCode);
        checkThatLeadsAre(server.leads);
    }

    void shouldSayThatTheAddressIsNone()
    {
        run({u"--profile"_s, profile(), u"--server"_s, u"nonsense"_s, u"sync"_s});
        QVERIFY2(m_said.contains(u"“nonsense” is no server address"_s), qPrintable(m_said));
        QCOMPARE(m_exitCode, 2);
    }

    void shouldSayThatAnotherWorkbenchHasTheProfile()
    {
        const auto other = open();
        QVERIFY(other);
        run({u"--profile"_s, profile(), u"export"_s, u"salesLead"_s, u"-"_s});
        QVERIFY2(m_said.contains(u"already open in another Salesbench"_s), qPrintable(m_said));
        QCOMPARE(m_exitCode, 1);
    }

    void shouldSayThatTheDiskIsFull()
    {
        const SmallDisk disk(profile());
        if (!disk.isThere())
            QSKIP("Only root may mount a small disk.");
        FakeTmf tmf;
        for (int i = 0; i < BadServerLeads; ++i)
            tmf.put(u"salesLead"_s, {{u"id"_s, QString::number(i)}, {u"name"_s, u"lead"_s}});
        run({u"--profile"_s, profile(), u"--server"_s, tmf.origin(), u"sync"_s});
        QVERIFY2(m_said.contains(u"The disk is full"_s), qPrintable(m_said));
        QCOMPARE(m_exitCode, 1);

        disk.fill();
        run({u"--profile"_s, profile(), u"export"_s, u"salesLead"_s, u"-"_s});
        QVERIFY2(m_said.contains(u"The disk is full"_s), qPrintable(m_said));
        QCOMPARE(m_exitCode, 1);
    }

    void shouldSayThatTheProfileIsReadOnly()
    {
        run({u"--profile"_s, u"/proc/self"_s, u"export"_s, u"salesLead"_s, u"-"_s}); // to root too
        QVERIFY2(m_said.contains(u"/proc/self is read-only"_s), qPrintable(m_said));
        QCOMPARE(m_exitCode, 1);
    }

    void shouldWriteNoPicturesOfAProfileThatCannotBeOpened()
    {
        run({u"--profile"_s, u"/proc/self"_s, u"--screenshots"_s, m_folder->filePath(u"pictures"_s)});
        QVERIFY2(m_said.contains(u"/proc/self is read-only"_s), qPrintable(m_said));
        QCOMPARE(m_exitCode, 1);
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"pictures"_s)));
    }
};

SALESBENCH_TEST(BadInputTest)
#include "badinputtest.moc"
