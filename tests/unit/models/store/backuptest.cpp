// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/backup.h"
#include "models/store/serverdocuments.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QTemporaryDir>

using namespace salesbench;
using namespace Qt::StringLiterals;

class BackupTest : public QObject {
    Q_OBJECT

    QString file() const { return m_folder->filePath(u"server.sqlite"_s); }
    QString copy() const { return m_folder->filePath(u"it's a copy.sqlite"_s); }
    static std::unique_ptr<Database> open(const QString &path)
    {
        auto database = Database::open(path, ServerDocuments::migrations());
        return database ? std::move(*database) : nullptr;
    }
    static void insert(Database &database, int from, int to)
    {
        for (int i = from; i < to; ++i)
            QVERIFY(ServerDocuments(database, {})
                        .insert(ResourceKind::SalesLead, QJsonObject{{u"id"_s, QString::number(i)}}));
    }
    static int count(Database &database)
    {
        return database.single(u"SELECT count(*) FROM document"_s).toInt();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shouldCopyWhatIsNotServed()
    {
        insert(*open(file()), 0, 100);
        QVERIFY(backUp(file(), copy()));
        QCOMPARE(count(*open(copy())), 100);
        QCOMPARE(count(*open(file())), 100);
    }

    void shouldCopyOneMomentWhileItIsWritten()
    {
        const auto database = open(file());
        insert(*database, 0, 100);
        QVERIFY(database->execute(u"BEGIN IMMEDIATE"_s));
        insert(*database, 100, 150);

        QVERIFY(backUp(file(), copy()));

        QVERIFY(database->execute(u"COMMIT"_s));
        QCOMPARE(count(*database), 150);
        const auto copied = open(copy());
        QCOMPARE(count(*copied), 100);
        QCOMPARE(copied->single(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    }

    void shouldLeaveOneFile()
    {
        insert(*open(file()), 0, 1);
        const QString folder = m_folder->filePath(u"copies"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(backUp(file(), folder + u"/copy"_s));
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{u"copy"_s});
    }

    void shouldNotWriteOverACopy()
    {
        insert(*open(file()), 0, 1);
        QVERIFY(backUp(file(), copy()));
        const auto again = backUp(file(), copy());
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Problem::Kind::BadInput);
        QVERIFY(again.error().sentence.contains(copy()));
    }

    void shouldSayThatThereIsNothingToCopy()
    {
        const auto copied = backUp(file(), copy());
        QVERIFY(!copied);
        QVERIFY(copied.error().sentence.contains(file()));
        QVERIFY(!QFile::exists(copy()));
        QVERIFY(!QFile::exists(file()));
    }

    void shouldSayThatItIsNoDatabase()
    {
        QFile text(file());
        QVERIFY(text.open(QFile::WriteOnly));
        text.write(QByteArray(10'000, 'a'));
        text.close();
        QVERIFY(!backUp(file(), copy()));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"server.sqlite"_s});
    }

    void shouldSayThatThePlaceCannotBeWritten()
    {
        insert(*open(file()), 0, 1);
        const auto copied = backUp(file(), u"/nowhere/copy"_s);
        QVERIFY(!copied);
        QCOMPARE(copied.error().kind, Problem::Kind::Storage);
        QVERIFY(copied.error().sentence.contains(u"/nowhere/copy"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

SALESBENCH_TEST(BackupTest)
#include "backuptest.moc"
