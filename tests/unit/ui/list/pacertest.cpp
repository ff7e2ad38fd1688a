// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/pacer.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>

using namespace salesbench;

class PacerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldMakeOneReadingOfWhatIsAskedTogether()
    {
        Pacer pacer;
        QSignalSpy due(&pacer, &Pacer::due);
        for (int i = 0; i < 5; ++i)
            pacer.ask();
        QCOMPARE(due.size(), 0);
        QTRY_COMPARE(due.size(), 1);
    }

    void shouldReadOnceMoreForWhatIsAskedMeanwhile()
    {
        Pacer pacer;
        QSignalSpy due(&pacer, &Pacer::due);
        pacer.ask();
        QTRY_COMPARE(due.size(), 1);
        pacer.ask();
        pacer.askNow();
        QCoreApplication::processEvents();
        QCOMPARE(due.size(), 1); // one at a time
        pacer.done();
        QTRY_COMPARE(due.size(), 2);
        pacer.done();
        QCoreApplication::processEvents();
        QCOMPARE(due.size(), 2);
    }
};

SALESBENCH_TEST(PacerTest)
#include "pacertest.moc"
