// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storewriter.h"
#include "models/domain/session.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace salesbench;
using namespace Qt::StringLiterals;

namespace {

using Asker = StoreWriter::Asker;

Result<void> makeThings(Database &database)
{
    return database.execute(
        u"CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, other INTEGER REFERENCES thing)"_s);
}

} // namespace

class StoreWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_commits = 0;
        m_folder = std::make_unique<QTemporaryDir>();
        auto started = StoreWriter::start([this] {
            return Database::open(path(), {makeThings}).map([](std::unique_ptr<Database> database) {
                return std::make_unique<WriterTables>(std::move(database), Surroundings::real(),
                                                      DefaultOwnerRole, u"Mara"_s);
            });
        });
        QVERIFY(started);
        m_writer = std::move(*started);
        m_writer->committed = [this](WriterTables &) {
            ++m_commits;
        };
    }
    void cleanup() { m_writer.reset(); }

    void shouldShareACommitAmongWhatTheSynchronisationAsks()
    {
        const auto answers = besideOneAnother({u"'a'"_s, u"NULL"_s, u"'c'"_s});

        QVERIFY(answers.at(0));
        QCOMPARE(answers.at(1).error().kind, Problem::Kind::Storage);
        QVERIFY(answers.at(2));
        QCOMPARE(m_commits, 1);
        QCOMPARE(names(), u"first,a,c"_s);
    }

    void shouldTellNobodyThatItIsDoneWhereTheCommitFails()
    {
        const auto answers = besideOneAnother({u"'a'"_s, u"'b', 77"_s}, u"PRAGMA defer_foreign_keys = ON"_s);

        QVERIFY(!answers.at(0));
        QVERIFY(!answers.at(1));
        QCOMPARE(m_commits, 0);
        QCOMPARE(names(), QString());
        QVERIFY(write(Asker::Person, u"'later'"_s).result());
        QCOMPARE(names(), u"later"_s);
    }

    void shouldKeepNothingOfATransactionThatIsGivenUp()
    {
        // As SQLite does by itself where the disk is full.
        const auto answers = besideOneAnother({u"'a'"_s, {}, u"'c'"_s});

        QVERIFY(!answers.at(0));
        QVERIFY(!answers.at(1));
        QVERIFY(!answers.at(2));
        QCOMPARE(names(), QString());
        QVERIFY(write(Asker::Person, u"'later'"_s).result());
        QCOMPARE(names(), u"later"_s);
    }

    void shouldNotLetAPersonWaitForTheSynchronisation()
    {
        std::promise<void> go;
        const QFuture<Result<void>> first = hold(go);
        const QFuture<Result<void>> other = write(Asker::Synchronisation, u"'other'"_s);
        const QFuture<Result<void>> person = write(Asker::Person, u"'person'"_s);
        go.set_value();

        QVERIFY(person.result());
        QVERIFY(other.result());
        QVERIFY(first.result());
        QCOMPARE(m_commits, 3);
        QCOMPARE(names(), u"first,person,other"_s);
    }

private:
    QString path() const { return m_folder->filePath(u"workspace.sqlite"_s); }

    /// Inserts @p values, or ends the transaction where there are none.
    QFuture<Result<void>> write(Asker asker, const QString &values)
    {
        return m_writer->write<void>(asker, [values](WriterTables &tables) -> Result<void> {
            if (values.isEmpty()) {
                tables.database->execute(u"ROLLBACK"_s);
                return badInput(u"no more room"_s);
            }
            const QString columns = values.contains(u',') ? u"name, other"_s : u"name"_s;
            return tables.database->execute(u"INSERT INTO thing (%1) VALUES (%2)"_s.arg(columns, values));
        });
    }

    /// Keeps the writer busy until @p go.
    QFuture<Result<void>> hold(std::promise<void> &go, const QString &before = {})
    {
        auto begun = std::make_shared<std::promise<void>>();
        const QFuture<Result<void>> held =
            m_writer->write<void>(Asker::Synchronisation, [&go, begun, before](WriterTables &tables) {
                begun->set_value();
                go.get_future().wait();
                if (!before.isEmpty())
                    tables.database->execute(before);
                return tables.database->execute(u"INSERT INTO thing (name) VALUES ('first')"_s);
            });
        begun->get_future().wait();
        return held;
    }

    /// What became of each of @p inserts, asked for while another one is under way.
    QVector<Result<void>> besideOneAnother(const QStringList &inserts, const QString &before = {})
    {
        std::promise<void> go;
        const QFuture<Result<void>> first = hold(go, before);
        QVector<QFuture<Result<void>>> asked;
        for (const QString &insert : inserts)
            asked.append(write(Asker::Synchronisation, insert));
        go.set_value();
        QVector<Result<void>> answers;
        for (const QFuture<Result<void>> &future : std::as_const(asked))
            answers.append(future.result());
        first.result();
        return answers;
    }

    QString names()
    {
        return *m_writer
                    ->write<QString>(Asker::Person,
                                     [](WriterTables &tables) -> Result<QString> {
                                         return tables.database
                                             ->single(u"SELECT group_concat(name) FROM thing"_s)
                                             .toString();
                                     })
                    .result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
    std::atomic<int> m_commits = 0;
};

SALESBENCH_TEST(StoreWriterTest)

#include "storewritertest.moc"
