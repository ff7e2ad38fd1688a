// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/writequeue.h"
#include "tests/support/fakedisk.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

WriteQueue::Work insert(const QString &id, int status = 201)
{
    return [id, status](Database &database) {
        const auto written =
            ServerDocuments(database, {}).insert(ResourceKind::SalesLead, QJsonObject{{u"id"_s, id}});
        return HttpResponse{.status = written ? status : 500, .headers = {}, .body = {}};
    };
}

} // namespace

class WriteQueueTest : public QObject {
    Q_OBJECT

    /// What @p works were answered, in the order of asking. All of them wait while the first one runs.
    QVector<int> run(const QVector<WriteQueue::Work> &works)
    {
        std::promise<void> begin;
        auto begun = begin.get_future().share();
        QVector<int> statuses;
        m_queue->add(
            [begun](Database &) {
                begun.wait();
                return HttpResponse();
            },
            [](const HttpResponse &) {});
        for (const WriteQueue::Work &work : works)
            m_queue->add(work,
                         [&statuses](const HttpResponse &response) { statuses.append(response.status); });
        begin.set_value();
        m_queue.reset(); // does all that was added
        return statuses;
    }

    QStringList kept()
    {
        const auto database = Database::open(file(), ServerDocuments::migrations());
        QSqlQuery query((*database)->connection());
        query.exec(u"SELECT id FROM document ORDER BY row"_s);
        QStringList ids;
        while (query.next())
            ids.append(query.value(0).toString());
        return ids;
    }

    QString file() const { return m_folder->filePath(u"server.sqlite"_s); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_queue = *WriteQueue::start(file());
    }

    void cleanup()
    {
        setDisk({});
        m_queue.reset();
    }

    void shouldAnswerOnlyWhatIsOnTheDisk()
    {
        std::promise<void> arrives;
        setDisk([arrived = arrives.get_future().share()] {
            arrived.wait();
            return 0;
        });
        std::promise<void> secondWritten;
        std::atomic<int> answered = 0;
        const auto count = [&](const HttpResponse &) {
            ++answered;
        };
        m_queue->add(insert(u"a"_s), count);
        m_queue->add(
            [&](Database &database) {
                secondWritten.set_value();
                return insert(u"b"_s)(database);
            },
            count);
        secondWritten.get_future().wait(); // though the disk has not taken the first one
        QTest::qWait(50);
        QCOMPARE(answered, 0);
        arrives.set_value();
        m_queue.reset();
        QCOMPARE(answered, 2);
    }

    void shouldSayThatTheDiskDoesNotTakeIt()
    {
        setDisk([] {
            errno = EIO;
            return -1;
        });
        std::promise<int> first;
        m_queue->add(insert(u"a"_s), [&](const HttpResponse &response) { first.set_value(response.status); });
        QCOMPARE(first.get_future().get(), 500);
        setDisk({}); // what it dropped does not come back
        QCOMPARE(run({insert(u"b"_s), insert(u"c"_s, 409)}), QVector<int>({500, 409}));
    }

    void shouldTellOnceWhereTheDatabasesLogStays()
    {
        std::atomic<int> told = 0;
        m_queue.reset(); // one at a time on a file
        m_queue = *WriteQueue::start(file(), [&told] { ++told; });
        setDisk([] {
            errno = EIO;
            return -1;
        });
        const WriteQueue::Work much = [](Database &database) {
            database.execute(u"CREATE TABLE IF NOT EXISTS much (a)"_s);
            database.execute(u"INSERT INTO much VALUES (zeroblob(32 * 1024 * 1024))"_s);
            return HttpResponse();
        };
        m_queue->add(much, [](const HttpResponse &) {});
        QTRY_COMPARE(told.load(), 1);
        m_queue->add(much, [](const HttpResponse &) {});
        m_queue.reset();
        QCOMPARE(told.load(), 1);
    }

    void shouldNotAskTheDiskAgainForWhatItHas()
    {
        QVERIFY(m_queue->makeDurable());
        std::promise<void> done;
        m_queue->add(insert(u"a"_s), [&](const HttpResponse &) { done.set_value(); });
        done.get_future().wait();
        std::atomic<int> asked = 0;
        setDisk([&] {
            ++asked;
            return 0;
        });
        QVERIFY(m_queue->makeDurable());
        QCOMPARE(asked, 0);
    }

    void shouldNeverGiveARevisionTwice()
    {
        const auto revision = [this] {
            qint64 found = 0;
            run({[&found](Database &database) {
                const auto written = ServerDocuments(database, {})
                                         .insert(ResourceKind::SalesLead, QJsonObject{{u"id"_s, u"r"_s}});
                found = written->revision;
                return HttpResponse{.status = 409, .headers = {}, .body = {}}; // as if it had been lost
            }});
            return found;
        };
        const qint64 first = revision();
        m_queue = *WriteQueue::start(file());
        QVERIFY(revision() > first);
    }

    void shouldAnswerAllInOrderEvenAtTheEnd()
    {
        QCOMPARE(run({insert(u"a"_s), insert(u"b"_s), insert(u"c"_s)}), QVector<int>({201, 201, 201}));
        QCOMPARE(kept(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    }

    void shouldLeaveNothingOfWhatIsRefusedAndKeepItsNeighbours()
    {
        QCOMPARE(run({insert(u"a"_s), insert(u"b"_s, 409), insert(u"c"_s)}), QVector<int>({201, 409, 201}));
        QCOMPARE(kept(), QStringList({u"a"_s, u"c"_s}));
    }

    void shouldShareOneCommit()
    {
        const auto inTransaction = [](Database &database) {
            // A transaction within this one would be refused.
            return HttpResponse{
                .status = database.execute(u"BEGIN"_s) ? 201 : 200, .headers = {}, .body = {}};
        };
        QCOMPARE(run({insert(u"a"_s), inTransaction}), QVector<int>({201, 200}));
    }

    void shouldTellEverybodyWhenTheCommitFails()
    {
        const auto spoil = [](Database &database) {
            // A row that refers to none is found out at the commit.
            const bool spoilt = database.execute(u"CREATE TABLE a (id INTEGER PRIMARY KEY)"_s)
                && database.execute(
                    u"CREATE TABLE b (a INTEGER REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED)"_s)
                && database.execute(u"INSERT INTO b VALUES (1)"_s);
            return HttpResponse{.status = spoilt ? 201 : 400, .headers = {}, .body = {}};
        };
        QCOMPARE(run({insert(u"a"_s), spoil, insert(u"b"_s)}), QVector<int>({500, 500, 500}));
        QCOMPARE(kept(), QStringList());
    }

    void shouldSayThatTheFileCannotBeOpened()
    {
        const auto second = WriteQueue::start(file());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Problem::Kind::Storage);
        const auto nowhere = WriteQueue::start(u"/proc/nowhere/server.sqlite"_s);
        QVERIFY(!nowhere);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WriteQueue> m_queue;
};

SALESBENCH_TEST(WriteQueueTest)
#include "writequeuetest.moc"
