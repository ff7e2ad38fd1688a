// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/readerthreads.h"
#include "models/store/rawquery.h"
#include "tests/support/testcase.h"

#include <QSemaphore>
#include <QTemporaryDir>

using namespace salesbench;
using namespace Qt::StringLiterals;
using Pace = ReaderThreads::Pace;

namespace {

/// Does not end by itself.
Result<qint64> count(Reader &reader)
{
    RawQuery query(*reader.database,
                   u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"_s);
    const qint64 result = query.next() ? query.number(0) : 0;
    return query.result().map([&] { return result; });
}

Result<qint64> answer(Reader &reader)
{
    return reader.database->single(u"SELECT value FROM numbers"_s).toLongLong();
}

} // namespace

class ReaderThreadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_folder.filePath(u"numbers.sqlite"_s);
        m_writer =
            *Database::open(m_path, {[](Database &database) {
                                return database.execute(u"CREATE TABLE numbers AS SELECT 42 AS value"_s);
                            }});
    }
    void cleanupTestCase() { m_writer.reset(); }

    void shouldAnswerFromThreadsOfItsOwn()
    {
        ReaderThreads threads(m_path);
        const auto here = std::this_thread::get_id();
        QFuture<Result<bool>> elsewhere = threads.ask<bool>(
            Pace::Quick, [here](Reader &) -> Result<bool> { return std::this_thread::get_id() != here; });
        QCOMPARE(elsewhere.result(), true);
        QCOMPARE(threads.ask<qint64>(Pace::Slow, answer).result(), 42);
    }

    void shouldNotLetTheQuickWaitForTheSlow()
    {
        ReaderThreads threads(m_path);
        QSemaphore begun;
        for (int i = 0; i < 3; ++i) {
            threads.ask<qint64>(Pace::Slow, [&begun](Reader &reader) {
                begun.release();
                return count(reader);
            });
        }
        begun.acquire();
        QCOMPARE(threads.ask<qint64>(Pace::Quick, answer).result(), 42);
    }

    void shouldInterruptWhatIsCancelled()
    {
        ReaderThreads threads(m_path);
        QSemaphore begun;
        QFuture<Result<qint64>> endless = threads.ask<qint64>(Pace::Slow, [&begun](Reader &reader) {
            begun.release();
            return count(reader);
        });
        begun.acquire();
        endless.cancel();
        QCOMPARE(threads.ask<qint64>(Pace::Slow, answer).result(), 42);
        endless.waitForFinished();
        QCOMPARE(endless.resultCount(), 0);
    }

    void shouldNotBeginWhatWasCancelledBefore()
    {
        ReaderThreads threads(m_path);
        QSemaphore hold;
        QAtomicInt begun = 0;
        threads.ask<int>(Pace::Slow, [&hold](Reader &) -> Result<int> {
            hold.acquire();
            return 1;
        });
        QFuture<Result<int>> cancelled =
            threads.ask<int>(Pace::Slow, [&begun](Reader &) -> Result<int> { return ++begun; });
        cancelled.cancel();
        hold.release();
        QCOMPARE(threads.ask<qint64>(Pace::Slow, answer).result(), 42);
        QCOMPARE(begun.loadRelaxed(), 0);
        QVERIFY(cancelled.isFinished());
    }

    void shouldEndWhileReading()
    {
        QFuture<Result<qint64>> endless;
        QFuture<Result<qint64>> behind;
        {
            ReaderThreads threads(m_path);
            QSemaphore begun;
            endless = threads.ask<qint64>(Pace::Slow, [&begun](Reader &reader) {
                begun.release();
                return count(reader);
            });
            behind = threads.ask<qint64>(Pace::Slow, answer);
            begun.acquire();
        }
        QVERIFY(endless.isCanceled() && endless.isFinished());
        QVERIFY(behind.isCanceled() && behind.isFinished());
    }

    void shouldSayWhatIsWrongWithTheFile()
    {
        ReaderThreads threads(m_folder.filePath(u"missing.sqlite"_s));
        const Result<qint64> read = threads.ask<qint64>(Pace::Quick, answer).result();
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Problem::Kind::Storage);
        QVERIFY(read.error().sentence.contains("missing.sqlite"_L1));
    }

    void shouldSayWhatIsWrongWithAStatement()
    {
        ReaderThreads threads(m_path);
        const auto wrong = [](Reader &reader) -> Result<bool> {
            RawQuery query(*reader.database, u"SELECT missing FROM numbers"_s);
            const bool found = query.next();
            return query.result().map([found] { return found; });
        };
        const Result<bool> read = threads.ask<bool>(Pace::Quick, wrong).result();
        QVERIFY(!read);
        QVERIFY2(read.error().detail.contains("no such column"_L1), qPrintable(read.error().detail));
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Database> m_writer;
};

SALESBENCH_TEST(ReaderThreadsTest)
#include "readerthreadstest.moc"
