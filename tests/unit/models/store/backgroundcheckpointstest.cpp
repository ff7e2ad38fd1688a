// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/backgroundcheckpoints.h"
#include "tests/support/fakedisk.h"
#include "tests/support/testcase.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace salesbench;
using namespace Qt::StringLiterals;

class BackgroundCheckpointsTest : public QObject {
    Q_OBJECT

    static constexpr int Most = 100; ///< pages, of 4 KiB each
    static constexpr qint64 Page = 4096;

    /// One commit of some @p pages.
    void write(int pages)
    {
        const QString blob = u"INSERT INTO a VALUES (zeroblob(%1))"_s.arg(pages * Page);
        QVERIFY(m_database->execute(blob));
    }

    QString file() const { return m_folder->filePath(u"a.sqlite"_s); }
    qint64 sizeOf(const QString &suffix) const { return QFileInfo(file() + suffix).size(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = *Database::open(file(), {});
        QVERIFY(m_database->execute(u"CREATE TABLE a (b)"_s));
        m_told = 0;
        m_checkpoints = std::make_unique<BackgroundCheckpoints>(*m_database, Most, [this] { ++m_told; });
    }

    void cleanup()
    {
        m_checkpoints.reset();
        m_database.reset();
    }

    void shouldMoveALongLogWhileNobodyCommits()
    {
        write(2 * Most);
        const qint64 before = sizeOf({});
        m_checkpoints->afterCommit();
        QTRY_VERIFY(sizeOf({}) >= before + 2 * Most * Page);
    }

    void shouldMovePartOfALogThatIsNotLongYet()
    {
        write(Most / 2);
        const qint64 before = sizeOf({});
        m_checkpoints->afterCommit();
        QTRY_VERIFY(sizeOf({}) >= before + Most / 2 * Page);
    }

    void shouldKeepTheLogThatDidNotReachTheDisk_data()
    {
        QTest::addColumn<int>("pages");
        QTest::newRow("part of it") << Most / 2;
        QTest::newRow("all of it") << 2 * Most;
    }

    void shouldKeepTheLogThatDidNotReachTheDisk()
    {
        QFETCH(int, pages);
        write(pages);
        std::atomic<int> failures = 0;
        testing::setDisk([&] {
            ++failures;
            errno = EIO;
            return -1;
        });
        m_checkpoints->afterCommit();
        QTRY_VERIFY(failures > 0);
        QTRY_COMPARE(m_told.load(), 1);
        testing::setDisk({});
        const qint64 before = sizeOf({});
        write(2 * Most);
        m_checkpoints->afterCommit();
        QTest::qWait(50);
        QCOMPARE(sizeOf({}), before);
        QVERIFY(sizeOf(u"-wal"_s) > 2 * Most * Page);
        QCOMPARE(m_told.load(), 1);

        m_checkpoints.reset();
        m_database.reset();
        QVERIFY(sizeOf(u"-wal"_s) > 2 * Most * Page);
    }

    void shouldLeaveAShortLogAlone()
    {
        write(Most / 25);
        const qint64 before = sizeOf({});
        m_checkpoints->afterCommit();
        QTest::qWait(50);
        QCOMPARE(sizeOf({}), before);
    }

    void shouldBeginTheLogAnewThoughTheWriterNeverRests()
    {
        for (int i = 0; i < 200; ++i) {
            write(Most / 2);
            m_checkpoints->afterCommit();
            QTest::qWait(1);
        }
        QVERIFY(sizeOf(u"-wal"_s) < 100 * Most / 2 * Page); // half of what was written
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<BackgroundCheckpoints> m_checkpoints;
    std::atomic<int> m_told = 0; ///< that the disk did not take the log
};

SALESBENCH_TEST(BackgroundCheckpointsTest)
#include "backgroundcheckpointstest.moc"
