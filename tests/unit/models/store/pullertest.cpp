// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/seenrows.h"
#include "tests/support/kinds.h"
#include "tests/unit/models/store/storeroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class PullerTest : public QObject {
    Q_OBJECT

    QStringList unseen(int limit = 100) { return *SeenRows(m_room->database()).unseen(Lead, limit); }
    int changesWritten() { return m_room->database().single(u"SELECT total_changes()"_s).toInt(); }

private Q_SLOTS:
    void init() { m_room = std::make_unique<StoreRoom>(); }
    void cleanup() { m_room.reset(); }

    void shouldTakeNewDocumentsIn()
    {
        const PullCounts counts = m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}", u"v1"_s);
        QCOMPARE(counts.changed, 1);
        const Record record = m_room->find(u"SL-1"_s);
        QCOMPARE(record.sync, SyncState::Synced);
        QCOMPARE(record.base, record.local);
        QCOMPARE(record.etag, u"v1"_s);
        QCOMPARE(m_room->summary(u"SL-1"_s, Field::Name), u"Lead"_s);
        QCOMPARE(m_room->searchHits(u"lead"_s), 1);
        QCOMPARE(m_room->count(u"audit"_s), 0);
    }

    void shouldWriteNothingForDocumentsThatAreAsBefore()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}", u"v1"_s);
        const int before = changesWritten();
        const PullCounts counts = m_room->pull(u"SL-1"_s, "{'name': 'Lead', 'id': 'SL-1'}");
        QCOMPARE(counts.changed, 0);
        QCOMPARE(changesWritten(), before);
        QCOMPARE(m_room->find(u"SL-1"_s).etag, u"v1"_s);
        QVERIFY(m_room->tables().changes.isEmpty());
    }

    void shouldForgetTheEtagOfADocumentThatChangedWithoutOne()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}", u"v1"_s);
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Changed'}");
        QVERIFY(m_room->find(u"SL-1"_s).etag.isEmpty());
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Changed'}", u"v2"_s);
        QCOMPARE(m_room->find(u"SL-1"_s).etag, u"v2"_s);
    }

    void shouldNoteInTheHistoryWhatTheServerChanged()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'rating': 'cold'}");
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'rating': 'hot'}");
        QCOMPARE(m_room->summary(u"SL-1"_s, Field::Rating), u"hot"_s);
        QCOMPARE(m_room->database()
                     .single(u"SELECT group_concat(attribute || before || after || fromServer) FROM audit"_s)
                     .toString(),
                 u"rating[\"cold\"][\"hot\"]1"_s);
    }

    void shouldMergeIntoWhatTheUserEdited()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'rating': 'cold'}", u"v1"_s);
        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        const PullCounts counts =
            m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'rating': 'hot'}", u"v2"_s);

        const Record record = m_room->find(u"SL-1"_s);
        QCOMPARE(counts.conflicts, 0);
        QCOMPARE(record.sync, SyncState::Waiting);
        QCOMPARE(record.local, parse("{'id': 'SL-1', 'name': 'Mine', 'rating': 'hot'}"));
        QCOMPARE(record.base.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(record.etag, u"v2"_s);
    }

    void shouldStopWhereBothSidesChangedTheSame()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        QCOMPARE(m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Theirs'}").conflicts, 1);
        QCOMPARE(m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Theirs'}").conflicts, 0);

        const Record record = m_room->find(u"SL-1"_s);
        QCOMPARE(record.sync, SyncState::Conflict);
        QCOMPARE(record.local.value("name"_L1).toString(), u"Mine"_s);
        QCOMPARE(record.base.value("name"_L1).toString(), u"Lead"_s);
        QCOMPARE(record.remote.value("name"_L1).toString(), u"Theirs"_s);
        QVERIFY(m_room->due().isEmpty());
    }

    void shouldGoOnWhenTheServersSideOfAConflictGoesAway()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Theirs'}");
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Waiting);
        QVERIFY(m_room->find(u"SL-1"_s).remote.isEmpty());
        QCOMPARE(m_room->due().size(), 1);
    }

    void shouldSeeAConflictInAMoveThatCanNoLongerFollow()
    {
        m_room->pull(u"Q-1"_s, "{'id': 'Q-1', 'state': 'inProgress', 'version': '1'}", {},
                     ResourceKind::Quote);
        m_room->update(u"Q-1"_s, "{'state': 'approved'}", ResourceKind::Quote);
        m_room->pull(u"Q-1"_s, "{'id': 'Q-1', 'state': 'cancelled', 'version': '1'}", {},
                     ResourceKind::Quote);
        QCOMPARE(m_room->find(u"Q-1"_s, ResourceKind::Quote).sync, SyncState::Conflict);
    }

    void shouldAskBeforeItDeletesWhatWasChangedThere()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->remove(u"SL-1"_s);
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Theirs'}");
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Conflict);
        QVERIFY(m_room->due().isEmpty());
    }

    void shouldDeleteAfterAllWhereTheChangeThereIsTakenBack()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->remove(u"SL-1"_s);
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Theirs'}");
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Conflict);
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Waiting);
        QCOMPARE(m_room->due().first().op, Edit::Op::Delete);
        QCOMPARE(m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}").changed, 0);
    }

    void shouldLeaveAloneWhatIsOnItsWay()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        m_room->markSending(m_room->due().first());
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Theirs'}");
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Sending);
        QCOMPARE(m_room->find(u"SL-1"_s).base.value("name"_L1).toString(), u"Lead"_s);
    }

    void shouldRecogniseACreationWhoseAnswerWasLost()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        const OutboxWork work = m_room->due().first();
        m_room->markSending(work);
        Outcome lost;
        lost.kind = Outcome::Kind::Unknown;
        m_room->settle(work, lost);
        m_room->update(u"a"_s, "{'rating': 'hot'}");

        m_room->pull(u"a"_s, "{'id': 'a', 'name': 'One', 'status': 'acknowledged', 'href': 'x'}");

        QCOMPARE(m_room->count(u"document"_s), 1);
        const OutboxWork rest = m_room->due().first();
        QCOMPARE(rest.op, Edit::Op::Update);
        QCOMPARE(rest.serverId, u"a"_s);
        QCOMPARE(rest.local.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(rest.local.value("href"_L1).toString(), u"x"_s);
    }

    void shouldNotTakeSomebodysChangeOfALostCreationForItsOwn()
    {
        m_room->create(u"a"_s, "{'name': 'One', 'rating': 'cold'}");
        doubt(m_room->due().first());
        m_room->update(u"a"_s, "{'rating': 'hot'}");

        m_room->pull(u"a"_s, "{'id': 'a', 'name': 'Theirs', 'rating': 'warm', 'status': 'acknowledged'}");

        const OutboxWork rest = m_room->due().first();
        QCOMPARE(rest.local.value("name"_L1).toString(), u"Theirs"_s);
        QCOMPARE(rest.local.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(rest.base.value("rating"_L1).toString(), u"cold"_s);
    }

    void shouldRecogniseALostCreationByItsMarker()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        doubt(m_room->due().first());
        m_room->pull(u"7"_s, "{'id': '7', 'name': 'One', 'note': [{'id': 'a', 'text': 'x'}]}");
        QCOMPARE(m_room->count(u"document"_s), 1);
        QCOMPARE(m_room->find(u"a"_s).serverId, u"7"_s);
        // Somebody else's note is no marker.
        m_room->pull(u"8"_s, "{'id': '8', 'name': 'Two', 'note': [{'id': 'a', 'text': 'x'}]}");
        QCOMPARE(m_room->count(u"document"_s), 2);
    }

    void shouldAskBeforeItDeletesALostCreationThatWasChangedThere()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        doubt(m_room->due().first());
        m_room->remove(u"a"_s);
        m_room->pull(u"a"_s, "{'id': 'a', 'name': 'One', 'rating': 'hot', 'status': 'acknowledged'}");
        QVERIFY(!m_room->find(u"a"_s).base.contains("rating"_L1));
    }

    void shouldWakeARefusedCreationThatIsThereAfterAll()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        const OutboxWork work = m_room->due().first();
        m_room->markSending(work);
        Outcome refused;
        refused.kind = Outcome::Kind::Refused;
        m_room->settle(work, refused);
        m_room->pull(u"a"_s, "{'id': 'a', 'name': 'One', 'status': 'acknowledged'}");
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Waiting);
        QCOMPARE(m_room->due().first().op, Edit::Op::Update);
    }

    void shouldNotAskAgainForWhatIsKnownToBeGone()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        QVERIFY(SeenRows(m_room->database()).clear(Lead));
        QCOMPARE(unseen().size(), 1);
        QVERIFY(m_room->gone(u"SL-1"_s));
        QVERIFY(unseen().isEmpty());
    }

    void shouldKnowWhatAPullHasNotMet()
    {
        for (const char *id : {"SL-1", "SL-2", "SL-3"})
            m_room->pull(QString::fromLatin1(id), "{'name': 'Lead'}");
        m_room->create(u"a"_s, "{'name': 'Mine'}");
        QVERIFY(unseen().isEmpty());

        QVERIFY(SeenRows(m_room->database()).clear(Lead));
        m_room->pull(u"SL-2"_s, "{'name': 'Lead'}");
        QCOMPARE(unseen(), QStringList({u"SL-1"_s, u"SL-3"_s}));
        QCOMPARE(unseen(1), QStringList({u"SL-1"_s}));
        m_room->send(u"SL-9"_s);
        QCOMPARE(unseen().size(), 2);
    }

    void shouldRemoveWhatIsGone()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        QVERIFY(m_room->gone(u"SL-1"_s));
        QVERIFY(m_room->gone(u"SL-1"_s));
        QCOMPARE(m_room->count(u"document"_s), 0);
        QCOMPARE(m_room->searchHits(u"lead"_s), 0);
    }

    void shouldNameByItsServerIdWhatIsGone()
    {
        m_room->pull(u"SO-1"_s, "{'id': 'SO-1', 'name': 'Deal'}", {}, Opportunity);
        m_room->create(u"l"_s, "{'name': 'Lead'}");
        m_room->update(u"SO-1"_s, "{'salesLead': [{'id': 'l'}]}", Opportunity);
        m_room->send(u"SL-9"_s);

        QVERIFY(m_room->gone(u"SL-9"_s));
        QCOMPARE(m_room->due().first().local["salesLead"_L1][0]["id"_L1].toString(), u"SL-9"_s);
    }

    void shouldKeepWhatTheUserEditedOfADocumentThatIsGone()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        QVERIFY(m_room->gone(u"SL-1"_s));
        const Record record = m_room->find(u"SL-1"_s);
        QCOMPARE(record.sync, SyncState::Conflict);
        QVERIFY(record.remote.isEmpty());
        QCOMPARE(record.local.value("name"_L1).toString(), u"Mine"_s);
    }

    void shouldConfirmADeletionOfWhatIsGone()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->remove(u"SL-1"_s);
        QVERIFY(m_room->gone(u"SL-1"_s));
        QCOMPARE(m_room->count(u"document"_s), 0);
        QCOMPARE(m_room->undoState(), UndoState());
    }

private:
    void doubt(const OutboxWork &work)
    {
        m_room->markSending(work);
        Outcome lost;
        lost.kind = Outcome::Kind::Unknown;
        m_room->settle(work, lost);
    }

    std::unique_ptr<StoreRoom> m_room;
};

SALESBENCH_TEST(PullerTest)
#include "pullertest.moc"
#include "tests/support/kinds.h"
