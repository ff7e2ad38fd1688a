// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/pagewalk.h"
#include "tests/support/testcase.h"

using namespace salesbench;

using Verdict = PageWalk::Verdict;

class PageWalkTest : public QObject {
    Q_OBJECT

    static ListPage page(int first, int count, std::optional<qint64> total)
    {
        ListPage page{.documents = {}, .total = total, .whole = false};
        for (int i = first; i < first + count; ++i)
            page.documents.append({.serverId = QString::number(i), .document = {}, .etag = {}});
        return page;
    }

private Q_SLOTS:
    void shouldOverlapPages()
    {
        PageWalk walk;
        QCOMPARE(walk.take(page(0, 1000, 1500)), Verdict::More);
        QCOMPARE(walk.offset(), 980);
        QCOMPARE(walk.read(), 1000);
        QCOMPARE(walk.take(page(980, 520, 1500)), Verdict::End);
    }

    void shouldTakeWhateverSizeComes()
    {
        PageWalk walk;
        QCOMPARE(walk.take(page(0, 1, 3)), Verdict::More);
        QCOMPARE(walk.take(page(1, 1, 3)), Verdict::More);
        QCOMPARE(walk.take(page(2, 1, 3)), Verdict::End);
    }

    void shouldFindTheEndWithoutATotal()
    {
        PageWalk walk;
        QCOMPARE(walk.take(page(0, 50, {})), Verdict::More);
        QCOMPARE(walk.take(page(45, 5, {})), Verdict::End);
    }

    void shouldStopAtAServerThatKnowsNoOffset()
    {
        PageWalk walk;
        QCOMPARE(walk.take(page(0, 50, {})), Verdict::More);
        QCOMPARE(walk.take(page(0, 50, {})), Verdict::End);
    }

    void shouldTellAListThatEndsEarly()
    {
        PageWalk walk;
        QCOMPARE(walk.take(page(0, 50, 100)), Verdict::More);
        QCOMPARE(walk.take(page(0, 0, 100)), Verdict::More); // asks whether the server counts pages
        QCOMPARE(walk.take(page(1, 50, 100)), Verdict::Short);
    }

    void shouldSeeThatAServerCountsPages_data()
    {
        QTest::addColumn<std::optional<qint64>>("total");
        QTest::newRow("with a total") << std::optional<qint64>(120);
        QTest::newRow("without") << std::optional<qint64>();
    }
    void shouldSeeThatAServerCountsPages()
    {
        QFETCH(std::optional<qint64>, total);
        PageWalk walk;
        QCOMPARE(walk.take(page(0, 50, total)), Verdict::More);
        QCOMPARE(walk.offset(), 45);
        QCOMPARE(walk.take(page(0, 0, total)), Verdict::More);
        QCOMPARE(walk.offset(), 1);
        QCOMPARE(walk.take(page(50, 50, total)), Verdict::More);
        QVERIFY(walk.countsPages());
        QCOMPARE(walk.offset(), 2);
        const bool isKnown = total.has_value();
        QCOMPARE(walk.take(page(100, 20, total)), isKnown ? Verdict::End : Verdict::More);
        if (!isKnown)
            QCOMPARE(walk.take(page(0, 0, total)), Verdict::End);
        QCOMPARE(walk.read(), 120);
    }

    void shouldNotTakeAListThatBecameEmptyForPages()
    {
        PageWalk walk;
        QCOMPARE(walk.take(page(0, 50, {})), Verdict::More);
        QCOMPARE(walk.take(page(0, 0, {})), Verdict::More);
        QCOMPARE(walk.take(page(0, 0, {})), Verdict::End);
        QCOMPARE(walk.read(), 50);
    }

    void shouldEndAtAnEmptyList()
    {
        QCOMPARE(PageWalk().take(page(0, 0, 0)), Verdict::End);
        QCOMPARE(PageWalk().take(page(0, 0, {})), Verdict::End);
    }

    void shouldBeginAgainWhereTheListShrank()
    {
        PageWalk walk;
        QCOMPARE(walk.take(page(0, 1000, 3000)), Verdict::More);
        QCOMPARE(walk.take(page(980, 1000, 2990)), Verdict::More);
        QCOMPARE(walk.take(page(1960, 900, 2860)), Verdict::Restart);
    }

    void shouldGoOnWhereItWas()
    {
        PageWalk walk(980, 1500);
        QCOMPARE(walk.query().queryItemValue(QStringLiteral("offset")), QStringLiteral("980"));
        QCOMPARE(walk.take(page(980, 520, 1500)), Verdict::End);
    }
};

SALESBENCH_TEST(PageWalkTest)
#include "pagewalktest.moc"
