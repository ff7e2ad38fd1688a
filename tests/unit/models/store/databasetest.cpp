// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QLockFile>
#include <QTemporaryDir>

#include <sys/file.h>

using namespace salesbench;
using namespace Qt::StringLiterals;

namespace {

Database::Migration statement(const QString &sql)
{
    return [sql](Database &database) {
        return database.execute(sql);
    };
}

const QString First = u"CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL)"_s;

} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void shouldOpenDurablyAndWithForeignKeys()
    {
        auto database = opened({statement(First)});
        QCOMPARE(database->single(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QCOMPARE(database->single(u"PRAGMA synchronous"_s).toInt(), 2);
        QCOMPARE(database->single(u"PRAGMA foreign_keys"_s).toInt(), 1);
        QCOMPARE(database->version(), 1);
    }

    /// Such as who was killed while taking it leaves behind.
    void shouldOpenBehindALockThatNobodySigned()
    {
        QVERIFY(QFile(path() + ".lock"_L1).open(QFile::WriteOnly));
        const auto database = Database::open(path(), {statement(First)});
        QVERIFY(database);
        QVERIFY(!Database::open(path(), {statement(First)}));
    }

    /// Such as somebody left behind who was killed while removing what another one left behind.
    void shouldOpenBehindTwoLocksOfTheDead()
    {
        QLockFile dead(path() + ".lock"_L1);
        QVERIFY(dead.tryLock(0));
        QFile lock(dead.fileName());
        QVERIFY(lock.open(QFile::ReadWrite));
        const QByteArray text = lock.readAll();
        dead.unlock();
        QFile left(path() + ".lock"_L1);
        QVERIFY(left.open(QFile::WriteOnly));
        left.write("999999999" + text.mid(text.indexOf('\n'))); // more than any process has
        left.close();
        QVERIFY(QFile(path() + ".lock.rmlock"_L1).open(QFile::WriteOnly));
        QVERIFY(Database::open(path(), {statement(First)}));
        QVERIFY(!QFile::exists(path() + ".lock.rmlock"_L1));
    }

    void shouldNotTakeALockThatIsHeldThoughNotSignedYet()
    {
        QFile taken(path() + ".lock"_L1);
        QVERIFY(taken.open(QFile::WriteOnly));
        QCOMPARE(::flock(taken.handle(), LOCK_EX | LOCK_NB), 0);
        QVERIFY(!Database::open(path(), {statement(First)}));
        QVERIFY(taken.exists());
    }

    void shouldKeepACopyOfAnOlderFileAndMigrateIt()
    {
        opened({statement(First)})->execute(u"INSERT INTO thing VALUES (1, 'kept')"_s);

        auto database = opened({statement(First), statement(u"ALTER TABLE thing ADD COLUMN size INTEGER"_s)});

        QCOMPARE(database->version(), 2);
        QCOMPARE(database->single(u"SELECT name FROM thing"_s).toString(), u"kept"_s);
        auto copy = Database::open(path() + ".version-1"_L1, {statement(First)});
        QVERIFY(copy);
        QCOMPARE((*copy)->single(u"SELECT name FROM thing"_s).toString(), u"kept"_s);
    }

    void shouldLeaveTheOlderFileAsItWasWhenAMigrationFails()
    {
        opened({statement(First)});
        const auto failed = Database::open(
            path(), {statement(First), statement(u"DROP TABLE thing"_s), statement(u"nonsense"_s)});
        QVERIFY(!failed);
        QCOMPARE(opened({statement(First)})->single(u"SELECT count(*) FROM thing"_s).toInt(), 0);
    }

    void shouldRefuseANewerFile()
    {
        opened({statement(First), statement(u"CREATE TABLE other (id)"_s)});
        const auto database = Database::open(path(), {statement(First)});
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Problem::Kind::Storage);
        QVERIFY(database.error().sentence.contains("newer"_L1));
        QVERIFY(database.error().sentence.contains(path()));
    }

    void shouldRollBackWhatFails()
    {
        auto database = opened({statement(First)});
        const auto result = database->transaction([&]() -> Result<void> {
            return database->execute(u"INSERT INTO thing VALUES (1, 'a')"_s).and_then([&] {
                return database->execute(u"INSERT INTO thing VALUES (2, NULL)"_s);
            });
        });
        QVERIFY(!result);
        QCOMPARE(database->single(u"SELECT count(*) FROM thing"_s).toInt(), 0);
        QVERIFY(
            database->transaction([&] { return database->execute(u"INSERT INTO thing VALUES (1, 'a')"_s); }));
        QCOMPARE(database->single(u"SELECT count(*) FROM thing"_s).toInt(), 1);
    }

    void shouldReusePreparedStatements()
    {
        auto database = opened({statement(First)});
        const QString insert = u"INSERT INTO thing (name) VALUES (?)"_s;
        for (int i = 0; i < 3; ++i) {
            QSqlQuery &query = database->prepared(insert);
            query.bindValue(0, u"name %1"_s.arg(i));
            QVERIFY(database->run(query));
        }
        QCOMPARE(&database->prepared(insert), &database->prepared(insert));
        QCOMPARE(database->single(u"SELECT group_concat(name) FROM thing"_s).toString(),
                 u"name 0,name 1,name 2"_s);
    }

    void shouldRefuseASecondOpener()
    {
        auto first = opened({statement(First)});
        const auto second = Database::open(path(), {statement(First)});
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Problem::Kind::Storage);
        QVERIFY(second.error().sentence.contains("another"_L1));
    }

    void shouldReadBesideTheWriterOnAFurtherConnection()
    {
        auto writer = opened({statement(First)});
        writer->execute(u"INSERT INTO thing VALUES (1, 'a')"_s);
        const auto reader = Database::open(path(), {}, {.readOnly = true, .lock = false, .rescue = {}});
        QVERIFY(reader);
        QCOMPARE((*reader)->single(u"SELECT count(*) FROM thing"_s).toInt(), 1);
        QVERIFY(!(*reader)->execute(u"DELETE FROM thing"_s));
    }

    void shouldSetADamagedFileAsideAndSaveWhatIsReadable()
    {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("this is no database, but it was somebody's work", 47);
        file.close();

        const auto database = Database::open(path(), {statement(First)}, {.rescue = [](QSqlDatabase &) {
                                                 return QByteArray("{\"saved\":1}\n");
                                             }});

        QVERIFY(database);
        QCOMPARE((*database)->setAsideAs(), path() + ".damaged-1"_L1);
        QVERIFY(contents(path() + ".damaged-1"_L1).startsWith("this is no database"));
        QCOMPARE(contents(path() + ".damaged-1.jsonl"_L1), "{\"saved\":1}\n");
    }

    void shouldNoticeDamagedPages()
    {
        {
            auto database = opened({statement(First)});
            QVERIFY(database->transaction([&]() -> Result<void> {
                for (int i = 0; i < 2000; ++i)
                    database->execute(u"INSERT INTO thing (name) VALUES ('some longer name %1')"_s.arg(i));
                return {};
            }));
        }
        QFile file(path());
        QVERIFY(file.open(QFile::ReadWrite));
        file.seek(2 * 4096);
        file.write(QByteArray(4096, 'x'));
        file.close();

        const auto database = Database::open(path(), {statement(First)});
        QVERIFY(database);
        QVERIFY(!(*database)->setAsideAs().isEmpty());
        QCOMPARE((*database)->single(u"SELECT count(*) FROM thing"_s).toInt(), 0);
    }

    void shouldSayThatThePlaceCannotBeWritten()
    {
        QFile file(m_directory->filePath(u"afile"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        const auto database =
            Database::open(m_directory->filePath(u"afile/workspace.sqlite"_s), {statement(First)});
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Problem::Kind::Storage);
        QVERIFY(database.error().sentence.contains("afile"_L1));
    }

    void shouldSayThatTheFileIsADirectory()
    {
        QVERIFY(QDir().mkpath(path()));
        const auto database = Database::open(path(), {statement(First)});
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Problem::Kind::Storage);
    }

    void shouldSayThatTheDiskIsFull()
    {
        auto database = opened({statement(First)});
        // Stands for the disk's end: SQLite answers with the same code.
        QVERIFY(database->execute(u"PRAGMA max_page_count=3"_s));
        const auto result = database->transaction([&]() -> Result<void> {
            return database->execute(u"INSERT INTO thing (name) VALUES (hex(randomblob(40000)))"_s);
        });
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Problem::Kind::Storage);
        QVERIFY2(result.error().sentence.contains("full"_L1), qPrintable(result.error().sentence));
        QCOMPARE(database->single(u"SELECT count(*) FROM thing"_s).toInt(), 0);
    }

private:
    QString path() const { return m_directory->filePath(u"workspace.sqlite"_s); }

    std::unique_ptr<Database> opened(const QVector<Database::Migration> &migrations)
    {
        auto database = Database::open(path(), migrations);
        if (!database)
            qFatal("%s", qPrintable(database.error().sentence + database.error().detail));
        return std::move(*database);
    }

    static QByteArray contents(const QString &name)
    {
        QFile file(name);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

SALESBENCH_TEST(DatabaseTest)
#include "databasetest.moc"
