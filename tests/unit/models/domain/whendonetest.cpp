// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/whendone.h"
#include "tests/support/testcase.h"

#include <QPromise>

using namespace salesbench;

class WhenDoneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldHandOverTheAnswer()
    {
        QPromise<int> promise;
        promise.start();
        int taken = 0;
        whenDone(promise.future(), this, [&](int answer) { taken = answer; });

        promise.addResult(7);
        promise.finish();
        QCOMPARE(taken, 0); // from the event loop, never from within the call
        QTRY_COMPARE(taken, 7);
    }

    void shouldDropTheAnswerWhenTheAskerHasGone()
    {
        QPromise<int> promise;
        promise.start();
        int taken = 0;
        auto asker = std::make_unique<QObject>();
        whenDone(promise.future(), asker.get(), [&](int answer) { taken = answer; });

        asker.reset();
        promise.addResult(7);
        promise.finish();
        QCoreApplication::processEvents();
        QCOMPARE(taken, 0);
    }

    void shouldDropACancelledQuestion()
    {
        int calls = 0;
        {
            QPromise<int> promise;
            promise.start();
            whenDone(promise.future(), this, [&](int) { ++calls; });
        }
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
        QTRY_VERIFY(findChildren<QFutureWatcherBase *>().isEmpty());
    }
};

SALESBENCH_TEST(WhenDoneTest)
#include "whendonetest.moc"
