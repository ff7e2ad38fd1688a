// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statenotice.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;

using Connection = WorkspaceStatus::Connection;

class StateNoticeTest : public QObject {
    Q_OBJECT

private:
    static WorkspaceStatus::Snapshot with(Connection connection, std::optional<Problem> problem = {})
    {
        WorkspaceStatus::Snapshot now;
        now.connection = connection;
        now.problem = std::move(problem);
        return now;
    }
    const Problem timeout{Problem::Kind::Unreachable, u"The server did not answer."_s, {}};

private Q_SLOTS:
    void shouldBeSilentWhenAllIsAsUsual()
    {
        QVERIFY(stateNotice(with(Connection::Local)).text.isEmpty());
        QVERIFY(stateNotice(with(Connection::Connecting)).text.isEmpty());
        QVERIFY(stateNotice(with(Connection::Online)).text.isEmpty());
        const Problem stopped{Problem::Kind::Cancelled, u"Stopped."_s, {}};
        QVERIFY(stateNotice(with(Connection::Online, stopped)).text.isEmpty());
    }

    void shouldLeaveOfflineToTheChipOnceThereIsData()
    {
        WorkspaceStatus::Snapshot now = with(Connection::Offline, timeout);
        QVERIFY(stateNotice(now).text.startsWith(timeout.sentence));
        QCOMPARE(stateNotice(now).action, u"Try again"_s);
        now.lastSync = QDateTime(QDate(2026, 10, 7), QTime(14, 32, 8));
        QVERIFY(stateNotice(now).text.isEmpty());
    }

    void shouldSayWhatTheUserCanDo()
    {
        QCOMPARE(stateNotice(with(Connection::SignIn)).action, u"Sign in"_s);
        const StateNotice unusable = stateNotice(with(Connection::Unusable, timeout));
        QCOMPARE(unusable.action, u"Try again"_s);
        QCOMPARE(unusable.tone, NoticeBar::Tone::Problem);
        const Problem full{Problem::Kind::Storage, u"The disk is full."_s, {}};
        for (const Connection connection : {Connection::Online, Connection::Offline, Connection::Connecting})
            QCOMPARE(stateNotice(with(connection, full)).text, full.sentence);
    }
};

SALESBENCH_TEST(StateNoticeTest)
#include "statenoticetest.moc"
