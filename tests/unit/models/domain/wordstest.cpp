// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/words.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;

class WordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void shouldNameEveryStateAndMove()
    {
        for (const ResourceType &type : resourceTypes()) {
            for (State state : type.lifecycle.states())
                QVERIFY(!stateWord(type.kind, state).isEmpty());
            for (Move move : type.lifecycle.moves())
                QVERIFY(!moveWord(type.kind, move).isEmpty());
        }
        QCOMPARE(stateWord(ResourceKind::SalesOpportunity, State::Accepted), u"Won"_s);
    }

    void shouldShowUnknownChoicesAsTheyAre()
    {
        QCOMPARE(choiceText(u"hot"_s), u"Hot"_s);
        QCOMPARE(choiceText(u"tepid"_s), u"tepid"_s);
    }

    void shouldWriteDigitsOnlyWhereTheySaySomething()
    {
        QCOMPARE(moneyText(184000, u"EUR"_s), u"184,000 EUR"_s);
        QCOMPARE(moneyText(12.5, u"KWD"_s), u"12.500 KWD"_s);
        QCOMPARE(amountText(-3, u"EUR"_s), u"\u22123"_s);
    }

    void shouldTellAgesInTheLargestUnit()
    {
        const QDateTime now({2026, 10, 7}, {12, 0}, Qt::UTC);
        QCOMPARE(ageText(now, now), u"now"_s);
        QCOMPARE(ageText(now.addSecs(60), now), u"now"_s);
        QCOMPARE(ageText(now.addSecs(-59 * 60), now), u"59 min"_s);
        QCOMPARE(ageText(now.addSecs(-4 * 3600), now), u"4 h"_s);
        QCOMPARE(ageText(now.addDays(-3), now), u"3 d"_s);
    }
};

SALESBENCH_TEST(WordsTest)
#include "wordstest.moc"
