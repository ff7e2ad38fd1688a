// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lifecycle.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using enum State;

class LifecycleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldAllowExactlyTheMovesOfTheDiagram_data()
    {
        QTest::addColumn<const Lifecycle *>("lifecycle");
        QTest::addColumn<QStringList>("legal");

        QTest::newRow("lead") << &leadLifecycle() << QStringList{QStringLiteral("acknowledged>inProgress"),
                                                                 QStringLiteral("acknowledged>cancelled"),
                                                                 QStringLiteral("inProgress>pending"),
                                                                 QStringLiteral("inProgress>accepted"),
                                                                 QStringLiteral("inProgress>rejected"),
                                                                 QStringLiteral("pending>inProgress"),
                                                                 QStringLiteral("pending>rejected")};
        QTest::newRow("opportunity") << &opportunityLifecycle()
                                     << QStringList{QStringLiteral("acknowledged>inProgress"),
                                                    QStringLiteral("acknowledged>cancelled"),
                                                    QStringLiteral("inProgress>pending"),
                                                    QStringLiteral("inProgress>accepted"),
                                                    QStringLiteral("inProgress>rejected"),
                                                    QStringLiteral("inProgress>cancelled"),
                                                    QStringLiteral("pending>inProgress"),
                                                    QStringLiteral("pending>rejected"),
                                                    QStringLiteral("pending>cancelled")};
        QTest::newRow("quote") << &quoteLifecycle() << QStringList{QStringLiteral("inProgress>pending"),
                                                                   QStringLiteral("inProgress>approved"),
                                                                   QStringLiteral("inProgress>cancelled"),
                                                                   QStringLiteral("pending>inProgress"),
                                                                   QStringLiteral("pending>cancelled"),
                                                                   QStringLiteral("approved>accepted"),
                                                                   QStringLiteral("approved>rejected")};
        QTest::newRow("quote item") << &quoteItemLifecycle()
                                    << QStringList{QStringLiteral("inProgress>pending"),
                                                   QStringLiteral("inProgress>approved"),
                                                   QStringLiteral("pending>inProgress"),
                                                   QStringLiteral("approved>rejected")};
    }

    void shouldAllowExactlyTheMovesOfTheDiagram()
    {
        QFETCH(const Lifecycle *, lifecycle);
        QFETCH(QStringList, legal);

        for (int from = 0; from < StateCount; ++from) {
            for (int to = 0; to < StateCount; ++to) {
                const QString move = toText(State(from)) + u'>' + toText(State(to));
                QVERIFY2(lifecycle->allows(State(from), State(to)) == legal.contains(move), qPrintable(move));
            }
        }
    }

    void shouldReadEveryStateThatItWrites()
    {
        for (int i = 0; i < StateCount; ++i)
            QCOMPARE(stateFromText(toText(State(i))), State(i));
        QCOMPARE(stateFromText(u"LEAD"), std::nullopt);
    }
};

SALESBENCH_TEST(LifecycleTest)
#include "lifecycletest.moc"
