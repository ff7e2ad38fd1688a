// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/synccommand.h"
#include "tests/support/testcase.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace salesbench;

class SyncCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldTellOneSynchronisationInOneLine()
    {
        SyncSummary summary;
        summary.pulled = 7;
        summary.pushed = 3;
        summary.conflicts = 1;
        summary.refused = 2;
        summary.waiting = 4;
        summary.documents = {{ResourceKind::SalesLead, 500}, {ResourceKind::Quote, 80}};

        const QByteArray line = toLine(summary);

        QVERIFY(!line.contains('\n'));
        const QJsonObject told = QJsonDocument::fromJson(line).object();
        QCOMPARE(told.value("pulled"_L1).toInt(), 7);
        QCOMPARE(told.value("pushed"_L1).toInt(), 3);
        QCOMPARE(told.value("conflicts"_L1).toInt(), 1);
        QCOMPARE(told.value("refused"_L1).toInt(), 2);
        QCOMPARE(told.value("waiting"_L1).toInt(), 4);
        const QJsonObject documents = told.value("documents"_L1).toObject();
        QCOMPARE(documents,
                 (QJsonObject{{u"salesLead"_s, 500}, {u"salesOpportunity"_s, 0}, {u"quote"_s, 80}}));
    }

    void shouldSayWhatIsLeftAndNothingWhereNothingIs()
    {
        SyncSummary summary;
        QVERIFY(leftSentence(summary).isEmpty());

        summary.refused = 2;
        summary.waiting = 1;

        QCOMPARE(leftSentence(summary), u"Something is left (refused by the server: 2, not sent yet: 1)."_s);
    }
};

SALESBENCH_TEST(SyncCommandTest)
#include "synccommandtest.moc"
