// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/twinsweep.h"
#include "models/store/settings.h"
#include "tests/support/kinds.h"
#include "tests/unit/models/store/twinroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// Which documents of the server are found to be one creation, and what becomes of them.
class TwinSweepTest : public QObject {
    Q_OBJECT

    int changesWritten() { return m_room->database().single(u"SELECT total_changes()"_s).toInt(); }

private Q_SLOTS:
    void init() { m_room = std::make_unique<TwinRoom>(); }
    void cleanup() { m_room.reset(); }

    void shouldOfferTheSecondForDeletion()
    {
        m_room->arriveAs(u"SL-1"_s);
        m_room->bring(u"SL-2"_s);
        QCOMPARE(m_room->asked().size(), 1);
        QCOMPARE(m_room->asked().first().localId, m_room->find(u"SL-2"_s).localId);
        QCOMPARE(m_room->asked().first().twinOf, u"a"_s);
        QCOMPARE(m_room->asked().first().name, u"Fibre"_s);
        QCOMPARE(m_room->asked().first().state, SyncState::Conflict);
        QCOMPARE(countDocuments(m_room->database())->twins, 1);
        QCOMPARE(countDocuments(m_room->database())->waiting, 0);
        QCOMPARE(m_room->find(u"a"_s).serverId, u"SL-1"_s);
        QVERIFY(m_room->due().isEmpty());
        QCOMPARE(m_room->undoState(), UndoState());
    }

    void shouldStandForTheElderOfTheTwo_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("elder");
        QTest::addColumn<QByteArray>("dates");
        QTest::newRow("answer of the elder") << u"SL-9"_s << u"SL-9"_s << QByteArray("{}");
        QTest::newRow("answer of the younger") << u"SL-10"_s << u"SL-9"_s << QByteArray("{}");
        QTest::newRow("by date") << u"SL-9"_s << u"SL-10"_s
                                 << QByteArray("{'creationDate': '2026-10-06T10:00:00Z'}");
        QTest::newRow("one without a date")
            << u"SL-10"_s << u"SL-9"_s << QByteArray("{'creationDate': 'today'}");
    }
    void shouldStandForTheElderOfTheTwo()
    {
        QFETCH(QString, first);
        QFETCH(QString, elder);
        QFETCH(QByteArray, dates);
        m_room->arriveAs(first);
        if (dates.contains("2026"))
            m_room->bring(first, "{'creationDate': '2026-10-06T10:00:01Z'}");
        m_room->bring(first == u"SL-9"_s ? u"SL-10"_s : u"SL-9"_s, dates.constData());
        QCOMPARE(m_room->find(u"a"_s).serverId, elder);
        QCOMPARE(m_room->find(u"a"_s).local.value("id"_L1).toString(), elder);
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Synced);
        QCOMPARE(m_room->asked().size(), 1);
        QVERIFY(m_room->find(m_room->asked().first().localId).serverId != elder);
        QVERIFY(m_room->due().isEmpty());
    }

    void shouldSendToTheElderWhatWaits()
    {
        m_room->arriveAs(u"SL-2"_s);
        m_room->update(u"a"_s, "{'rating': 'hot'}");
        m_room->bring(u"SL-1"_s, "{'priority': 'high'}");
        QCOMPARE(m_room->due().size(), 1);
        const OutboxWork work = m_room->due().first();
        QCOMPARE(work.serverId, u"SL-1"_s);
        QCOMPARE(work.base.value("rating"_L1).toString(), u"warm"_s);
        QCOMPARE(work.local.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(work.local.value("priority"_L1).toString(), u"high"_s);
        QCOMPARE(m_room->summary(u"a"_s, Field::Rating), u"hot"_s);
        QCOMPARE(m_room->rating(u"SL-2"_s).toString(), u"warm"_s);
        QCOMPARE(m_room->undoState().undoTitle, u"Edit"_s);
        QVERIFY(m_room->undo());
        QCOMPARE(m_room->rating(u"a"_s).toString(), u"warm"_s);
        QVERIFY(m_room->due().isEmpty());
    }

    void shouldSendToTheElderWhatTheYoungerHasGotAlready()
    {
        m_room->arriveAs(u"SL-2"_s);
        m_room->update(u"a"_s, "{'rating': 'hot', 'description': 'By the lake'}");
        m_room->send(u"SL-2"_s);
        QVERIFY(m_room->due().isEmpty());
        m_room->bring(u"SL-1"_s, "{'priority': 'high'}");
        const OutboxWork work = m_room->due().first();
        QCOMPARE(work.serverId, u"SL-1"_s);
        QCOMPARE(work.local.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(work.local.value("description"_L1).toString(), u"By the lake"_s);
        QCOMPARE(work.local.value("priority"_L1).toString(), u"high"_s);
        QCOMPARE(m_room->undoState().undoTitle, QString()); // nobody did it
        m_room->send(u"SL-1"_s);
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Synced);
        QCOMPARE(m_room->count(u"step"_s), 0);
        QCOMPARE(m_room->asked().size(), 1);
    }

    void shouldMergeListsElementByElement()
    {
        m_room->arriveAs(u"SL-2"_s);
        m_room->update(u"a"_s, "{'note': [{'id': 'a', 'text': 'Made here'}, {'id': 'm', 'text': 'Mine'}]}");
        m_room->send(u"SL-2"_s);
        m_room->update(u"a"_s,
                       "{'note': [{'id': 'a', 'text': 'Made here'}, {'id': 'm', 'text': 'Mine'}, "
                       "{'id': 'w', 'text': 'Waits'}]}");
        m_room->bring(u"SL-1"_s,
                      "{'note': [{'id': 'a', 'text': 'Made here'}, {'id': 't', 'text': 'Theirs'}]}");
        QStringList ids;
        for (const QJsonValue &note : m_room->due().first().local.value("note"_L1).toArray())
            ids.append(note["id"_L1].toString());
        QCOMPARE(ids, (QStringList{u"a"_s, u"t"_s, u"m"_s, u"w"_s}));
    }

    void shouldAskWhereSomebodyChangedTheElderOtherwise()
    {
        m_room->arriveAs(u"SL-2"_s);
        m_room->update(u"a"_s, "{'rating': 'hot'}");
        m_room->send(u"SL-2"_s);
        m_room->bring(u"SL-1"_s, "{'rating': 'cold'}");
        const Record record = m_room->find(u"a"_s);
        QCOMPARE(record.sync, SyncState::Conflict);
        QCOMPARE(record.serverId, u"SL-1"_s);
        QCOMPARE(record.base.value("rating"_L1).toString(), u"warm"_s);
        QCOMPARE(record.local.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(record.remote.value("rating"_L1).toString(), u"cold"_s);
        QVERIFY(m_room->due().isEmpty());
        QCOMPARE(m_room->asked().size(), 1);
    }

    void shouldKeepWhatWasDoneInTheHistory()
    {
        m_room->arriveAs(u"SL-2"_s);
        m_room->bring(u"SL-1"_s, "{'rating': 'cold'}");
        QCOMPARE(
            m_room->database()
                .single(
                    u"SELECT group_concat(title || ':' || attribute) FROM audit WHERE row = %1 AND title LIKE 'Joined%'"_s
                        .arg(m_room->find(u"a"_s).row))
                .toString(),
            u"Joined with its twin on the server:rating"_s);
    }

    void shouldWaitUntilNothingIsOnItsWay()
    {
        m_room->arriveAs(u"SL-1"_s);
        m_room->update(u"a"_s, "{'priority': 'high'}");
        const OutboxWork work = m_room->sending();
        m_room->bring(u"SL-2"_s);
        QVERIFY(m_room->asked().isEmpty());
        m_room->update(u"SL-2"_s, "{'rating': 'hot'}");
        Outcome outcome;
        outcome.remote = {u"SL-1"_s, work.local, {}};
        outcome.sent = work.local;
        m_room->settle(work, outcome);
        m_room->pull(u"SL-7"_s, "{'id': 'SL-7', 'name': 'Another'}");
        QCOMPARE(m_room->asked().size(), 1);
        QCOMPARE(m_room->due().size(), 1);
        QCOMPARE(m_room->due().first().serverId, u"SL-1"_s);
        QCOMPARE(m_room->due().first().local.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(m_room->find(u"SL-2"_s).sync, SyncState::Synced);
        QCOMPARE(m_room->rating(u"SL-2"_s).toString(), u"warm"_s);
    }

    void shouldLeaveAloneWhatMerelyLooksAlike_data()
    {
        QTest::addColumn<QByteArray>("notes");
        QTest::addColumn<ResourceKind>("kind");
        QTest::newRow("a later note") << QByteArray("[{'id': 'x'}, {'id': 'a'}]") << Lead;
        QTest::newRow("another resource") << QByteArray("[{'id': 'a'}]") << ResourceKind::SalesOpportunity;
        QTest::newRow("another's note") << QByteArray("[{'id': 'A'}]") << Lead;
        QTest::newRow("a number") << QByteArray("[{'id': 1}]") << Lead;
        QTest::newRow("no id") << QByteArray("[{'text': 'a'}]") << Lead;
        QTest::newRow("no note") << QByteArray("[]") << Lead;
    }
    void shouldLeaveAloneWhatMerelyLooksAlike()
    {
        QFETCH(QByteArray, notes);
        QFETCH(ResourceKind, kind);
        m_room->arriveAs(u"SL-1"_s);
        for (const QByteArray id : {"X-1", "X-2"}) {
            const QByteArray document = "{'id': '" + id + "', 'name': 'Fibre', 'note': " + notes + "}";
            m_room->pull(QString::fromLatin1(id), document.constData(), {}, kind);
        }
        QCOMPARE(m_room->count(u"twin"_s), 0);
        QCOMPARE(m_room->find(u"a"_s).serverId, u"SL-1"_s);
    }

    void shouldKnowATwinByAnAcceptedId()
    {
        m_room->arriveAs(u"SL-1"_s);
        m_room->pull(u"a"_s, "{'id': 'a', 'name': 'Fibre'}");
        QCOMPARE(m_room->count(u"twin"_s), 1);
    }

    void shouldOfferEachOfThree()
    {
        m_room->arriveAs(u"SL-2"_s);
        m_room->update(u"a"_s, "{'rating': 'hot'}");
        m_room->bring(u"SL-3"_s);
        m_room->bring(u"SL-1"_s);
        QCOMPARE(m_room->asked().size(), 2);
        QCOMPARE(m_room->find(u"a"_s).serverId, u"SL-1"_s);
        QCOMPARE(m_room->due().size(), 1);
        QCOMPARE(m_room->due().first().local.value("rating"_L1).toString(), u"hot"_s);
    }

    void shouldEndWhereSomebodyElseDeletesOne_data()
    {
        QTest::addColumn<QString>("gone");
        QTest::newRow("the second") << u"SL-2"_s;
        QTest::newRow("the first") << u"SL-1"_s;
    }
    void shouldEndWhereSomebodyElseDeletesOne()
    {
        QFETCH(QString, gone);
        m_room->arriveAs(u"SL-1"_s);
        m_room->bring(u"SL-2"_s);
        QVERIFY(m_room->gone(gone));
        QVERIFY(m_room->asked().isEmpty());
        QCOMPARE(m_room->count(u"twin"_s), 0);
        QCOMPARE(m_room->count(u"document"_s), 1);
    }

    void shouldNotOfferTheOnlyOneThatIsLeft()
    {
        m_room->arriveAs(u"SL-1"_s);
        m_room->bring(u"SL-2"_s);
        m_room->update(u"a"_s, "{'rating': 'hot'}");
        m_room->gone(u"SL-1"_s);
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Conflict);
        QVERIFY(m_room->asked().isEmpty());
        QCOMPARE(countDocuments(m_room->database())->twins, 0);
    }

    void shouldNameTheElderWhereTheYoungerWasNamed()
    {
        m_room->arriveAs(u"2"_s);
        m_room->create(u"q"_s, "{'description': 'Of the deal'}", ResourceKind::Quote);
        m_room->send(u"2"_s);
        m_room->create(u"o"_s, "{'name': 'Deal', 'salesLead': [{'id': 'a'}], 'quote': [{'id': 'q'}]}",
                       ResourceKind::SalesOpportunity);
        m_room->update(u"a"_s, "{'salesOpportunity': {'id': 'o'}}");
        m_room->send(u"7"_s);
        m_room->send(u"2"_s);
        QVERIFY(m_room->due().isEmpty());
        m_room->bring(u"1"_s);
        const Record deal = m_room->find(u"o"_s, ResourceKind::SalesOpportunity);
        QCOMPARE(deal.local.value("salesLead"_L1)[0]["id"_L1].toString(), u"1"_s);
        QCOMPARE(deal.local.value("quote"_L1)[0]["id"_L1].toString(), u"2"_s);
        QCOMPARE(deal.sync, SyncState::Waiting);
        QCOMPARE(m_room->find(u"a"_s).local.value("salesOpportunity"_L1)["id"_L1].toString(), u"7"_s);
        QCOMPARE(m_room->undoState().undoTitle, QString());
    }

    void shouldWriteNothingWhileTheQuestionStands()
    {
        m_room->arriveAs(u"SL-1"_s);
        m_room->bring(u"SL-2"_s);
        const int before = changesWritten();
        m_room->bring(u"SL-2"_s);
        QCOMPARE(changesWritten(), before);
    }

private:
    std::unique_ptr<TwinRoom> m_room;
};

SALESBENCH_TEST(TwinSweepTest)
#include "twinsweeptest.moc"
