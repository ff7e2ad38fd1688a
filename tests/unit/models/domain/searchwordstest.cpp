// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/searchwords.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;

class SearchWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldCutATextIntoItsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("spaces") << u" two  words\n"_s << QStringList{u"two"_s, u"words"_s};
        QTest::newRow("signs") << u"SD-WAN, \"5G\"*"_s << QStringList{u"SD"_s, u"WAN"_s, u"5G"_s};
        QTest::newRow("accents") << u"Müller e\u0301tage"_s << QStringList{u"Müller"_s, u"\u00e9tage"_s};
        QTest::newRow("beyond the first plane")
            << u"a\U00010400b c"_s << QStringList{u"a\U00010400b"_s, u"c"_s};
        QTest::newRow("emoji") << u"a\U0001F600b"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("none") << u" -*\"' "_s << QStringList();
    }

    void shouldCutATextIntoItsWords()
    {
        QFETCH(QString, text);
        QTEST(searchWords(text), "words");
    }

    void shouldFindEveryWordByItsBeginning_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<bool>("held");
        QTest::newRow("one") << u"fib"_s << true;
        QTest::newRow("case and accent") << u"MULL"_s << true;
        QTest::newRow("accent wanted, none there") << u"fïbre"_s << true;
        QTest::newRow("any order") << u"upgr müll"_s << true;
        QTest::newRow("middle of a word") << u"grade"_s << false;
        QTest::newRow("one of two missing") << u"fibre radio"_s << false;
        QTest::newRow("nothing wanted") << u" - "_s << true;
    }

    void shouldFindEveryWordByItsBeginning()
    {
        QFETCH(QString, wanted);
        QTEST(holdsWords(u"Fibre upgrade\nfor Müller"_s, searchWords(wanted)), "held");
    }

    void shouldTakeTheExcerptFromTheLineThatHoldsMostWords()
    {
        const QString text = u"Fibre upgrade\nTalked about the fibre   offer at Müller\nfibre"_s;
        QCOMPARE(excerpt(text, {u"fibre"_s, u"mull"_s}), u"Talked about the fibre offer at Müller"_s);
        QCOMPARE(excerpt(text, {u"fibre"_s}), u"Fibre upgrade"_s);
        QCOMPARE(excerpt(text, {u"radio"_s}), QString());
    }

    void shouldCutALongLineAroundTheMatchBetweenWords_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("expected");
        QTest::newRow("at the start") << u"alpha"_s << u"alpha beta gamma …"_s;
        QTest::newRow("in the middle") << u"zeta"_s << u"… zeta eta theta …"_s;
        QTest::newRow("at the end") << u"lambda"_s << u"… iota kappa lambda"_s;
    }

    void shouldCutALongLineAroundTheMatchBetweenWords()
    {
        const QString text = u"alpha beta gamma delta epsilon zeta eta theta iota kappa lambda"_s;
        QFETCH(QString, word);
        QTEST(excerpt(text, {word}, 18), "expected");
    }

    void shouldCutAWordThatIsLongerThanTheExcerpt()
    {
        const QString found = excerpt(u"begin "_s + QString(300, u'x'), {u"xx"_s}, 20);
        QVERIFY2(found.size() <= 26 && found.contains(u"xxx"_s), qPrintable(found));
    }
};

SALESBENCH_TEST(SearchWordsTest)
#include "searchwordstest.moc"
