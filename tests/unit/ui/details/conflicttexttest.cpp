// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/conflicttext.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

class ConflictTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldNameWhatBothChangedAndNothingElse()
    {
        Record record;
        record.base = parse("{'id': 'a', 'rating': 'warm', 'priority': 'low', 'nextStep': 'x'}");
        record.local = parse("{'id': 'a', 'rating': 'hot', 'priority': 'high', 'nextStep': 'x'}");
        record.remote = parse("{'id': 'a', 'rating': 'cold', 'priority': 'low', 'nextStep': 'y'}");

        const QStringList lines = conflictText(record).split(u'\n');

        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines.at(1).contains(u"Hot → Cold"_s), qPrintable(lines.at(1)));
    }

    void shouldNameWhatNoLineCanShow()
    {
        Record record;
        record.base = parse("{'id': 'a', 'xGrade': {'level': 1}}");
        record.local = parse("{'id': 'a', 'xGrade': {'level': 2}}");
        record.remote = parse("{'id': 'a', 'xGrade': {'level': 3}}");

        QCOMPARE(conflictText(record).split(u'\n').last(), u"xGrade"_s);
    }

    void shouldSayThatTheServerNoLongerHasIt()
    {
        Record record;
        record.base = record.local = parse("{'id': 'a', 'rating': 'warm'}");

        QCOMPARE(conflictText(record), u"It was changed here, and the server no longer has it."_s);
    }
};

SALESBENCH_TEST(ConflictTextTest)
#include "conflicttexttest.moc"
