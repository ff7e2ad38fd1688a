// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connection.h"
#include "tests/support/testcase.h"
#include "ui/widgets/icons.h"

using namespace salesbench;
using namespace Qt::StringLiterals;

using Connection = WorkspaceStatus::Connection;

class ConnectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldSayTheConnectionInPlainWords_data()
    {
        QTest::addColumn<Connection>("connection");
        QTest::addColumn<int>("pending");
        QTest::addColumn<QString>("text");
        QTest::addColumn<State>("tone");
        QTest::newRow("local") << Connection::Local << 3 << u"On this computer"_s << State::Acknowledged;
        QTest::newRow("connecting") << Connection::Connecting << 3 << u"Connecting"_s << State::Acknowledged;
        QTest::newRow("online") << Connection::Online << 0 << u"Online"_s << State::Accepted;
        QTest::newRow("online, 8") << Connection::Online << 8 << u"Online, 8 changes pending"_s
                                   << State::Accepted;
        QTest::newRow("offline") << Connection::Offline << 0 << u"Offline"_s << State::Pending;
        QTest::newRow("offline, 1") << Connection::Offline << 1 << u"Offline – 1 change pending"_s
                                    << State::Pending;
        QTest::newRow("offline, 3") << Connection::Offline << 3 << u"Offline – 3 changes pending"_s
                                    << State::Pending;
        QTest::newRow("sign in") << Connection::SignIn << 3 << u"Sign in"_s << State::Rejected;
        QTest::newRow("unusable") << Connection::Unusable << 3 << u"Not a sales server"_s << State::Rejected;
    }
    void shouldSayTheConnectionInPlainWords()
    {
        QFETCH(Connection, connection);
        QFETCH(int, pending);
        WorkspaceStatus::Snapshot now;
        now.connection = connection;
        now.pending = pending;
        const ConnectionChip chip = connectionChip(now);

        QTEST(chip.text, "text");
        QTEST(chip.tone, "tone");
        QVERIFY(iconNames().contains(chip.icon));
        QVERIFY(!chip.tip.isEmpty());
    }

    void shouldSayHowOthersChangesAreGuarded()
    {
        WorkspaceStatus::Snapshot now;
        QVERIFY(guardText(now).startsWith("Not known"_L1));
        now.guard = WriteGuard::Versions;
        QVERIFY(guardText(now).startsWith("Safe. The server keeps versions"_L1));
        now.guard = WriteGuard::Tests;
        QVERIFY(guardText(now).startsWith("Safe. The server compares"_L1));
        now.guard = WriteGuard::None;
        QVERIFY(guardText(now).startsWith("Not quite safe"_L1));
    }

    void shouldSayWhatStaysHere()
    {
        WorkspaceStatus::Snapshot now;
        QCOMPARE(resourcesText(now), u"Leads, opportunities and quotes"_s);
        now.absent = {ResourceKind::Quote};
        QCOMPARE(resourcesText(now), u"Leads and opportunities. Quotes stay on this computer."_s);
        now.absent = {ResourceKind::SalesOpportunity};
        QCOMPARE(resourcesText(now), u"Leads and quotes. Opportunities stay on this computer."_s);
        now.absent = {ResourceKind::SalesOpportunity, ResourceKind::Quote};
        QCOMPARE(resourcesText(now), u"Leads. Opportunities and quotes stay on this computer."_s);
    }

    void shouldSayConflictsBeforeWhatMerelyWaits()
    {
        WorkspaceStatus::Snapshot now;
        now.connection = Connection::Online;
        now.pending = 8;
        now.conflicts = 2;
        QCOMPARE(connectionChip(now).text, u"Online, 2 conflicts"_s);
        now.conflicts = 1;
        now.connection = Connection::Offline;
        QCOMPARE(connectionChip(now).text, u"Offline – 1 conflict"_s);
        now.conflicts = 0;
        now.twins = 1;
        QCOMPARE(connectionChip(now).text, u"Offline – 1 on the server twice"_s);
    }

    void shouldSayWhyItIsOfflineAndWhenTheNextTryIs()
    {
        WorkspaceStatus::Snapshot now;
        now.connection = Connection::Offline;
        now.problem = Problem{Problem::Kind::Unreachable, u"The server did not answer."_s, {}};
        now.nextTry = QDateTime(QDate(2026, 10, 7), QTime(14, 33, 5));
        const QString tip = connectionChip(now).tip;

        QVERIFY(tip.startsWith(u"The server did not answer."));
        QVERIFY(tip.contains(u"14:33:05"));
    }

    void shouldCountWhatIsNotOnTheServer()
    {
        WorkspaceStatus::Snapshot now;
        QCOMPARE(pendingText(now), QString());
        now.pending = 2;
        QCOMPARE(pendingText(now), u"2 changes pending"_s);
        now.progress = WorkspaceStatus::Progress{u"Sending"_s, 0, 2};
        QCOMPARE(pendingText(now), u"2 changes sending"_s);
        now.pending = 4;
        now.refused = 1;
        now.conflicts = 1;
        QCOMPARE(pendingText(now), u"1 change refused, 1 conflict, 2 changes sending"_s);
        now.twins = 2;
        QCOMPARE(pendingText(now),
                 u"1 change refused, 1 conflict, 2 on the server twice, 2 changes sending"_s);
    }

    void shouldSayWhenItWasLastInStep()
    {
        WorkspaceStatus::Snapshot now;
        const QDate today(2026, 10, 7);
        QCOMPARE(lastSyncText(now, today), QString());
        now.connection = Connection::Offline;
        QCOMPARE(lastSyncText(now, today), u"Never synchronised"_s);
        now.lastSync = QDateTime(today, QTime(14, 32, 8));
        QCOMPARE(lastSyncText(now, today), u"Last sync 14:32:08"_s);
        QVERIFY(lastSyncText(now, today.addDays(1)).contains(u"Oct"));
    }

    void shouldSayHowFarTheSynchronisationIs()
    {
        WorkspaceStatus::Snapshot now;
        QVERIFY(progressText(now).isEmpty());
        now.progress = WorkspaceStatus::Progress{u"Reading leads"_s, 120, 412};
        QCOMPARE(progressText(now), u"Reading leads: 120 of 412"_s);
        now.progress->total = -1;
        QCOMPARE(progressText(now), u"Reading leads: 120"_s);
    }

    void shouldSayWhatTheServerHasNoPlaceFor()
    {
        WorkspaceStatus::Snapshot now;
        QVERIFY(absentText(now).startsWith(u"These changes stay"));
        now.absent = {ResourceKind::Quote};
        QVERIFY(absentText(now).startsWith(u"Quotes stay"));
        now.absent = {ResourceKind::SalesOpportunity};
        QVERIFY(absentText(now).startsWith(u"Opportunities stay"));
        now.absent = {ResourceKind::SalesOpportunity, ResourceKind::Quote};
        QVERIFY(absentText(now).startsWith(u"These changes stay"));
        QVERIFY(absentText(now).contains(u"no place for them"));
    }
};

SALESBENCH_TEST(ConnectionTest)
#include "connectiontest.moc"
