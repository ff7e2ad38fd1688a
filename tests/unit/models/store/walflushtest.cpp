// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/walflush.h"
#include "models/store/serverschema.h"
#include "tests/support/fakedisk.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

#include <cerrno>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class WalFlushTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(m_folder->filePath(u"server.sqlite"_s), serverMigrations());
        QVERIFY(opened);
        m_database = std::move(*opened);
        auto flush = WalFlush::takeOver(*m_database);
        QVERIFY(flush);
        m_flush = std::move(*flush);
        m_syncs = 0;
        m_meanwhile = [] {
            return 0;
        };
        setDisk([this] {
            ++m_syncs;
            return m_meanwhile();
        });
    }
    void cleanup()
    {
        setDisk({});
        m_flush.reset();
        m_database.reset();
    }

    void shouldTakeACommitToTheDiskOnce()
    {
        commit();
        QVERIFY(m_flush->flush());
        QVERIFY(m_flush->flush());
        QCOMPARE(m_syncs, 1);
        commit();
        QVERIFY(m_flush->flush());
        QCOMPARE(m_syncs, 2);
    }

    void shouldTakeWhatWasCommittedMeanwhileTheNextTime()
    {
        commit();
        m_meanwhile = [this] {
            commit();
            return 0;
        };
        QVERIFY(m_flush->flush());
        m_meanwhile = [] {
            return 0;
        };
        QVERIFY(m_flush->flush());
        QCOMPARE(m_syncs, 2);
    }

    void shouldNotTrustAFlushInTheMidstOfACommit()
    {
        m_flush->beginCommit();
        QVERIFY(m_flush->flush());
        QVERIFY(m_flush->flush()); // a reader may have seen it by now
        QCOMPARE(m_syncs, 2);
        m_flush->endCommit();
        QVERIFY(m_flush->flush());
        QCOMPARE(m_syncs, 3);
    }

    void shouldGoOnFailingOnceItHasFailed()
    {
        commit();
        m_meanwhile = [] {
            errno = EIO;
            return -1;
        };
        const Result<void> failed = m_flush->flush();
        QCOMPARE(failed.error().kind, Problem::Kind::Storage);
        QVERIFY2(failed.error().sentence.contains("server.sqlite"_L1), qPrintable(failed.error().sentence));
        m_meanwhile = [] {
            return 0;
        };
        QVERIFY(!m_flush->flush());
        commit();
        QVERIFY(!m_flush->flush());
    }

private:
    void commit()
    {
        m_flush->beginCommit();
        m_flush->endCommit();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<WalFlush> m_flush;
    int m_syncs = 0;
    std::function<int()> m_meanwhile; ///< what a sync ends with
};

SALESBENCH_TEST(WalFlushTest)
#include "walflushtest.moc"
