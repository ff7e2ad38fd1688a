// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/models/store/storeroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

Outcome done(const OutboxWork &work, const char *document)
{
    Outcome outcome;
    outcome.remote = {u"SL-1"_s, parse(document), u"v1"_s};
    outcome.sent = work.local;
    return outcome;
}

} // namespace

class SettlementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_room = std::make_unique<StoreRoom>(); }
    void cleanup() { m_room.reset(); }

    void shouldKeepTheServersDocumentAndNameOnceItIsThere()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        const OutboxWork work = m_room->sending();
        QVERIFY(m_room->settle(
            work, done(work, "{'id': 'SL-1', 'name': 'One', 'status': 'acknowledged', 'href': 'x'}")));

        const Record record = m_room->find(u"a"_s);
        QCOMPARE(record.sync, SyncState::Synced);
        QCOMPARE(record.serverId, u"SL-1"_s);
        QCOMPARE(record.etag, u"v1"_s);
        QCOMPARE(record.local, parse("{'id': 'SL-1', 'name': 'One', 'status': 'acknowledged', 'href': 'x'}"));
        QCOMPARE(record.base, record.local);
        QVERIFY(!record.edited.isValid());
        QCOMPARE(m_room->count(u"outbox"_s), 0);
        QCOMPARE(m_room->count(u"step"_s), 0);
    }

    void shouldKeepWhatWasEditedWhileItWasOnItsWay()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        const OutboxWork work = m_room->sending();
        m_room->update(u"a"_s, "{'rating': 'hot'}");
        m_room->settle(work, done(work, "{'id': 'SL-1', 'name': 'One', 'status': 'acknowledged'}"));

        const Record record = m_room->find(u"a"_s);
        QCOMPARE(record.sync, SyncState::Waiting);
        QCOMPARE(record.local.value("rating"_L1).toString(), u"hot"_s);
        QVERIFY(!record.base.contains("rating"_L1));
        QCOMPARE(m_room->due().size(), 1);
        QCOMPARE(m_room->due().first().op, Edit::Op::Update);
        QVERIFY(m_room->undo());
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Synced);
    }

    void shouldSeeThatSomebodyElseChangedWhatWasEditedMeanwhile()
    {
        m_room->create(u"a"_s, "{'name': 'One', 'rating': 'cold'}");
        const OutboxWork work = m_room->sending();
        m_room->update(u"a"_s, "{'rating': 'hot'}");
        m_room->settle(work, done(work, "{'id': 'SL-1', 'name': 'One', 'rating': 'warm'}"));
        QCOMPARE(m_room->find(u"a"_s).local.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(m_room->find(u"a"_s).base.value("rating"_L1).toString(), u"cold"_s);
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'One', 'rating': 'warm'}");
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Conflict);
    }

    void shouldLetWhatWasNotSentWaitAsAnUpdate()
    {
        m_room->create(u"o"_s, "{'name': 'Deal'}", ResourceKind::SalesOpportunity);
        m_room->create(u"a"_s, "{'name': 'One', 'salesOpportunity': {'id': 'o'}}");
        const OutboxWork work = m_room->due().last();
        m_room->markSending(work);
        Outcome outcome = done(work, "{'id': 'SL-1', 'name': 'One', 'status': 'acknowledged'}");
        outcome.sent.remove(u"salesOpportunity"_s);
        outcome.partly = true;
        m_room->settle(work, outcome);

        const Record record = m_room->find(u"a"_s);
        QCOMPARE(record.sync, SyncState::Waiting);
        QCOMPARE(record.local["salesOpportunity"_L1]["id"_L1].toString(), u"o"_s);
        QCOMPARE(m_room->due().size(), 1);
        m_room->send(u"SO-1"_s);
        QCOMPARE(m_room->due().first().local["salesOpportunity"_L1]["id"_L1].toString(), u"SO-1"_s);
        m_room->send(u"SL-1"_s);
        QVERIFY(m_room->due().isEmpty());
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Synced);
    }

    void shouldSendALinkOnceTheOtherIsThereAfterAll()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'status': 'inProgress'}");
        m_room->record(u"Convert"_s,
                       {{Edit::Op::Create, ResourceKind::SalesOpportunity, u"o"_s,
                         parse("{'name': 'Deal', 'salesLead': [{'id': 'SL-1'}]}")},
                        {Edit::Op::Update, ResourceKind::SalesLead, u"SL-1"_s,
                         parse("{'status': 'accepted', 'salesOpportunity': {'id': 'o'}}")}});
        m_room->remove(u"o"_s, ResourceKind::SalesOpportunity);
        const OutboxWork work = m_room->sending();
        Outcome outcome = done(work, "{'id': 'SL-1', 'name': 'Lead', 'status': 'accepted'}");
        outcome.sent.remove(u"salesOpportunity"_s);
        QVERIFY(m_room->settle(work, outcome));
        QVERIFY(m_room->due().isEmpty());

        QVERIFY(m_room->undo());
        m_room->send(u"SO-1"_s);

        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Waiting);
        QCOMPARE(m_room->due().first().local["salesOpportunity"_L1]["id"_L1].toString(), u"SO-1"_s);
        m_room->send(u"SL-1"_s);
        QVERIFY(m_room->due().isEmpty());
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Synced);
        QCOMPARE(m_room->count(u"outbox"_s), 0);
    }

    void shouldNameWhatIsGoneByTheServersId()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'status': 'inProgress'}");
        m_room->create(u"o"_s, "{'name': 'Deal', 'salesLead': [{'id': 'SL-1'}]}",
                       ResourceKind::SalesOpportunity);
        m_room->update(u"SL-1"_s, "{'salesOpportunity': {'id': 'o'}}");
        m_room->send(u"SO-1"_s);
        m_room->remove(u"o"_s, ResourceKind::SalesOpportunity);
        const OutboxWork deletion = m_room->due().last();
        QCOMPARE(deletion.op, Edit::Op::Delete);
        m_room->markSending(deletion);
        QVERIFY(m_room->settle(deletion, {}));

        QVERIFY(m_room->find(u"o"_s, ResourceKind::SalesOpportunity).localId.isEmpty());
        const Record lead = m_room->find(u"SL-1"_s);
        QCOMPARE(lead.local["salesOpportunity"_L1]["id"_L1].toString(), u"SO-1"_s);
    }

    void shouldKeepWhatWasNotSentThoughALaterEditIsTakenBack()
    {
        m_room->create(u"o"_s, "{'name': 'Deal'}", ResourceKind::SalesOpportunity);
        m_room->create(u"a"_s, "{'name': 'One', 'salesOpportunity': {'id': 'o'}}");
        const OutboxWork work = m_room->due().last();
        m_room->markSending(work);
        m_room->update(u"a"_s, "{'rating': 'hot'}");
        Outcome outcome = done(work, "{'id': 'SL-1', 'name': 'One', 'status': 'acknowledged'}");
        outcome.sent.remove(u"salesOpportunity"_s);
        outcome.partly = true;
        m_room->settle(work, outcome);
        QVERIFY(m_room->undo());

        const Record record = m_room->find(u"a"_s);
        QVERIFY(!record.local.contains("rating"_L1));
        QCOMPARE(record.sync, SyncState::Waiting);
        m_room->send(u"SO-1"_s);
        QCOMPARE(m_room->due().first().local["salesOpportunity"_L1]["id"_L1].toString(), u"SO-1"_s);
    }

    void shouldRemoveADocumentWhoseDeletionTheServerConfirmed()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->remove(u"SL-1"_s);
        QVERIFY(m_room->settle(m_room->sending(), {}));
        QVERIFY(m_room->find(u"SL-1"_s).localId.isEmpty());
        QCOMPARE(m_room->count(u"document"_s), 0);
        QCOMPARE(m_room->count(u"outbox"_s), 0);
    }

    void shouldNotLoseADocumentToAnEmptyAnswer()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        QVERIFY(!m_room->settle(m_room->sending(), {}));
        QCOMPARE(m_room->find(u"SL-1"_s).local.value("name"_L1).toString(), u"Mine"_s);
    }

    void shouldKeepTheServersSideOfAConflict()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        const OutboxWork work = m_room->sending();
        Outcome outcome;
        outcome.kind = Outcome::Kind::Conflict;
        outcome.remote = {u"SL-1"_s, parse("{'id': 'SL-1', 'name': 'Theirs'}"), {}};
        m_room->settle(work, outcome);

        const Record record = m_room->find(u"SL-1"_s);
        QCOMPARE(record.sync, SyncState::Conflict);
        QCOMPARE(record.remote.value("name"_L1).toString(), u"Theirs"_s);
        QCOMPARE(record.local.value("name"_L1).toString(), u"Mine"_s);
        QVERIFY(m_room->due().isEmpty());
        QVERIFY(m_room->update(u"SL-1"_s, "{'rating': 'hot'}"));
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Conflict);
        QVERIFY(m_room->due().isEmpty());
    }

private:
    std::unique_ptr<StoreRoom> m_room;
};

SALESBENCH_TEST(SettlementTest)
#include "settlementtest.moc"
