// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverevents.h"
#include "models/store/serverdocuments.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace salesbench;
using namespace Qt::StringLiterals;

class ServerEventsTest : public QObject {
    Q_OBJECT

    EventSubscription subscribe(const QString &id)
    {
        const bool written = m_events
                                 ->subscribe({.id = id,
                                              .basePath = u"/base/"_s,
                                              .callback = u"http://localhost/"_s,
                                              .query = {},
                                              .user = {}})
                                 .has_value();
        return written ? find(id) : EventSubscription();
    }
    EventSubscription find(const QString &id)
    {
        const QVector<EventSubscription> all = *m_events->subscriptions();
        for (const EventSubscription &subscription : all) {
            if (subscription.id == id)
                return subscription;
        }
        return {};
    }
    void add(const QByteArray &json, const QVector<EventSubscription> &subscriptions, qint64 backlog = 100)
    {
        const ServerEvent event{.kind = ResourceKind::Quote, .document = u"1"_s, .owner = {}, .json = json};
        QVERIFY(m_events->add(event, subscriptions, backlog));
    }
    QByteArrayList waitingFor(const EventSubscription &subscription)
    {
        QByteArrayList found;
        qint64 row = 0;
        while (const auto event = *m_events->next(subscription, row)) {
            found.append(event->json);
            row = event->row;
        }
        return found;
    }
    qint64 kept() { return m_database->single(u"SELECT count(*) FROM event"_s).toLongLong(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = *Database::open(m_folder->filePath(u"server.sqlite"_s), ServerDocuments::migrations());
        m_events = std::make_unique<ServerEvents>(*m_database);
    }
    void cleanup() { m_database.reset(); }

    void shouldKeepASubscription()
    {
        const EventSubscription with = subscribe(u"a"_s);
        QCOMPARE(with.basePath, u"/base/"_s);
        QCOMPARE(with.callback, u"http://localhost/"_s);
        QVERIFY(with.query.isNull());
        QVERIFY(m_events->subscribe({.id = u"b"_s,
                                     .basePath = u"/base/"_s,
                                     .callback = u"http://localhost/"_s,
                                     .query = u"a=b"_s,
                                     .user = u"Ann"_s}));
        QCOMPARE(find(u"b"_s).query, u"a=b"_s);
        QCOMPARE(find(u"b"_s).user, u"Ann"_s);
        QVERIFY(subscribe(u"b"_s).row == 0); // the id is taken
    }

    void shouldKeepAnEventUntilTheLastHasIt()
    {
        const EventSubscription a = subscribe(u"a"_s);
        const EventSubscription b = subscribe(u"b"_s);
        add("1", {a, b});
        add("2", {b});
        QCOMPARE(waitingFor(a), QByteArrayList({"1"}));
        QCOMPARE(waitingFor(b), QByteArrayList({"1", "2"}));
        QCOMPARE(find(u"b"_s).pending, 2);
        const auto first = *m_events->next(b, 0);
        QCOMPARE(first->kind, ResourceKind::Quote);
        QCOMPARE(first->document, u"1"_s);

        QVERIFY(m_events->settle(b.row, first->row));
        QCOMPARE(kept(), 2);
        QCOMPARE(waitingFor(b), QByteArrayList({"2"}));
        QVERIFY(m_events->settle(a.row, first->row));
        QCOMPARE(kept(), 1);
        QCOMPARE(find(u"a"_s).pending, 0);
    }

    void shouldForgetWhatWaitsForOneThatIsGone()
    {
        const EventSubscription a = subscribe(u"a"_s);
        add("1", {a});
        QVERIFY(m_events->unsubscribe(a));
        QCOMPARE(kept(), 0);
        QVERIFY(m_events->subscriptions()->isEmpty());
        QVERIFY(subscribe(u"b"_s).row > a.row);
    }

    void shouldDropTheOldestAndCount()
    {
        const EventSubscription a = subscribe(u"a"_s);
        const EventSubscription b = subscribe(u"b"_s);
        add("1", {a, b});
        add("2", {a}, 2);
        add("3", {a}, 2);
        add("4", {a}, 2);
        QCOMPARE(waitingFor(a), QByteArrayList({"3", "4"}));
        QCOMPARE(waitingFor(b), QByteArrayList({"1"}));
        QCOMPARE(find(u"a"_s).dropped, 2);
        QCOMPARE(find(u"b"_s).dropped, 0);
        const EventTotals totals = *m_events->totals();
        QCOMPARE(totals.subscriptions, 2);
        QCOMPARE(totals.pending, 3);
        QCOMPARE(totals.dropped, 2);
        QVERIFY(m_events->unsubscribe(a));
        QCOMPARE(m_events->totals()->dropped, 2);
    }

    void shouldNeverUseARowAgain()
    {
        const EventSubscription a = subscribe(u"a"_s);
        add("1", {a});
        const qint64 row = (*m_events->next(a, 0))->row;
        QVERIFY(m_events->settle(a.row, row));
        add("2", {a});
        QVERIFY((*m_events->next(a, 0))->row > row);
    }

    void shouldBringAnOlderFileUpToDate()
    {
        const QString file = m_folder->filePath(u"older.sqlite"_s);
        QVERIFY(Database::open(file, ServerDocuments::migrations().mid(0, 1)));
        const auto database = Database::open(file, ServerDocuments::migrations());
        QVERIFY(database);
        QVERIFY(ServerEvents(**database).totals());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ServerEvents> m_events;
};

SALESBENCH_TEST(ServerEventsTest)
#include "servereventstest.moc"
