// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/readers.h"

#include "net/server/apierror.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace salesbench;
using namespace Qt::StringLiterals;

class ReadersTest : public QObject {
    Q_OBJECT

    /// Would take for ever.
    static Result<void> readWithoutEnd(Database &database)
    {
        return database.execute(
            u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) "
            "FROM n"_s,
            {});
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString file = m_folder->filePath(u"server.sqlite"_s);
        QVERIFY(Database::open(file, {}));
        m_readers = std::make_unique<Readers>(file);
    }

    void shouldEndWhatTakesTooLong()
    {
        const Result<Database *> database =
            m_readers->here(Readers::Time::clock::now() + std::chrono::milliseconds(20));
        QVERIFY(database);
        const Result<void> read = readWithoutEnd(**database);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Problem::Kind::Cancelled);

        QVERIFY((*m_readers->here())->execute(u"SELECT 1"_s)); // as fit as before
    }

    void shouldNotBeginWhenTheTimeIsOver()
    {
        const Result<Database *> database = m_readers->here(Readers::Time::clock::now());
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Problem::Kind::Cancelled);
    }

    void shouldEndWhatIsReadWhenStopped()
    {
        std::atomic<bool> reading = false;
        Result<void> read;
        std::thread thread([&] {
            Database *database = *m_readers->here();
            reading = true;
            read = readWithoutEnd(*database);
        });
        while (!reading)
            std::this_thread::yield();
        m_readers->stop();
        thread.join();
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Problem::Kind::Cancelled);
        QVERIFY(!m_readers->here());
    }

    void shouldTellTheClientToAskForLess()
    {
        const ApiError error = toApiError({Problem::Kind::Cancelled, u"The time to read is over."_s, {}});
        QCOMPARE(error.status, 503);
        QVERIFY(error.message.contains(u"Ask for less"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Readers> m_readers;
};

SALESBENCH_TEST(ReadersTest)
#include "readerstest.moc"
