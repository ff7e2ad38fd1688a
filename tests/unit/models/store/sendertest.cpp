// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/settings.h"
#include "tests/support/kinds.h"
#include "tests/unit/models/store/storeroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const QVector<OutboxWork> &work)
{
    QStringList ids;
    for (const OutboxWork &piece : work)
        ids.append(piece.localId);
    return ids;
}

Outcome outcome(Outcome::Kind kind)
{
    Outcome result;
    result.kind = kind;
    return result;
}

/// The server has @p document, and more waits here.
Outcome partlyDone(const QString &serverId, const char *document)
{
    Outcome result = outcome(Outcome::Kind::Done);
    result.sent = parse(document);
    result.remote = {serverId, result.sent, {}};
    result.partly = true;
    return result;
}

} // namespace

class SenderTest : public QObject {
    Q_OBJECT

    static QStringList names(const QVector<QJsonObject> &documents)
    {
        QStringList result;
        for (const QJsonObject &document : documents)
            result.append(document.value("name"_L1).toString());
        return result;
    }
    /// Sends the first piece that is due, which comes to @p outcome.
    void endFirst(const Outcome &outcome)
    {
        const OutboxWork work = m_room->due().first();
        m_room->markSending(work);
        QVERIFY(m_room->settle(work, outcome));
    }

private Q_SLOTS:
    void init() { m_room = std::make_unique<StoreRoom>(); }
    void cleanup() { m_room.reset(); }

    void shouldFoldTheEditsOfOneDocumentIntoOnePiece()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        m_room->update(u"a"_s, "{'name': 'Two'}");

        const QVector<OutboxWork> due = m_room->due();

        QCOMPARE(due.size(), 1);
        QCOMPARE(due.first().op, Edit::Op::Create);
        QCOMPARE(due.first().local.value("name"_L1).toString(), u"Two"_s);
        QCOMPARE(due.first().lastSequence, 2);
        QVERIFY(due.first().base.isEmpty());
        QVERIFY(!due.first().unknown);
    }

    void shouldGiveTheOldestFirstAndNoMoreThanAsked()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        m_room->create(u"b"_s, "{'name': 'Two'}");
        m_room->create(u"c"_s, "{'name': 'Three'}");
        m_room->update(u"b"_s, "{'name': 'Four'}");
        QCOMPARE(idsOf(m_room->due()), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(idsOf(m_room->due(2)), QStringList({u"a"_s, u"b"_s}));
    }

    void shouldSendAnUpdateWithItsBaseAndEtag()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}", u"v7"_s);
        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        const OutboxWork work = m_room->due().first();
        QCOMPARE(work.op, Edit::Op::Update);
        QCOMPARE(work.serverId, u"SL-1"_s);
        QCOMPARE(work.base, parse("{'id': 'SL-1', 'name': 'Lead'}"));
        QCOMPARE(work.etag, u"v7"_s);
    }

    void shouldLetADeletionWinOverUpdates()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        m_room->remove(u"SL-1"_s);
        QCOMPARE(m_room->due().size(), 1);
        QCOMPARE(m_room->due().first().op, Edit::Op::Delete);
    }

    void shouldHoldBackWhatNamesADocumentThatTheServerDoesNotHave()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'status': 'inProgress'}");
        m_room->record(u"Accept"_s,
                       {{Edit::Op::Create, Opportunity, u"o"_s,
                         parse("{'name': 'Deal', 'salesLead': [{'id': 'SL-1'}]}")},
                        {Edit::Op::Update, ResourceKind::SalesLead, u"SL-1"_s,
                         parse("{'status': 'accepted', 'salesOpportunity': {'id': 'o'}}")}});
        QCOMPARE(idsOf(m_room->due()), QStringList({u"o"_s}));

        m_room->send(u"SO-9"_s);

        QCOMPARE(m_room->due().size(), 1);
        QCOMPARE(m_room->due().first().local["salesOpportunity"_L1]["id"_L1].toString(), u"SO-9"_s);
    }

    void shouldKeepACreationWaitingOnlyForWhatItCameFrom()
    {
        m_room->create(u"l"_s, "{'name': 'Lead', 'salesOpportunity': {'id': 'o'}}");
        m_room->create(u"o"_s, "{'name': 'Deal', 'salesLead': [{'id': 'l'}]}", Opportunity);
        QCOMPARE(idsOf(m_room->due()), QStringList({u"l"_s}));
    }

    void shouldSendTheRestOfAnUpdateBesideWhatWasStopped()
    {
        m_room->create(u"o"_s, "{'name': 'Deal'}", Opportunity);
        endFirst(outcome(Outcome::Kind::Refused));
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->update(u"SL-1"_s, "{'salesOpportunity': {'id': 'o'}}");
        QVERIFY(m_room->due().isEmpty());

        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        QCOMPARE(m_room->due().size(), 1);
        QVERIFY(m_room->due().first().partly);

        endFirst(partlyDone(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Mine'}"));
        QVERIFY(m_room->due().isEmpty());
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Waiting);
        QCOMPARE(m_room->find(u"SL-1"_s).local["salesOpportunity"_L1]["id"_L1].toString(), u"o"_s);
    }

    void shouldNotWaitForWhatComesFromWhatWasStopped()
    {
        m_room->create(u"l"_s, "{'name': 'Lead'}");
        endFirst(outcome(Outcome::Kind::Refused));
        m_room->create(u"o"_s, "{'name': 'Deal', 'salesLead': [{'id': 'l'}]}", Opportunity);
        QVERIFY(m_room->due().isEmpty());
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->update(u"SL-1"_s, "{'name': 'Mine', 'salesOpportunity': {'id': 'o'}}");
        QCOMPARE(m_room->due().size(), 1);
    }

    void shouldNotWaitForWhatStaysHere()
    {
        m_room->create(u"o"_s, "{'name': 'Deal'}", Opportunity);
        endFirst(outcome(Outcome::Kind::LocalOnly));
        QVERIFY(m_room->due().isEmpty());
        const SyncJournal::Counts counts = *countDocuments(*m_room->tables().database);
        QCOMPARE(counts.waiting, 0);
        QCOMPARE(counts.localOnly, 1);

        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        m_room->update(u"SL-1"_s, "{'salesOpportunity': {'id': 'o'}}");
        QCOMPARE(m_room->due().size(), 1);

        m_room->run([this] { return Sender(m_room->tables()).awaken(Opportunity); });
        QCOMPARE(idsOf(m_room->due()), QStringList({u"o"_s}));
    }

    void shouldNotWaitForWhatWasDeletedBeforeItLeft()
    {
        m_room->create(u"l"_s, "{'name': 'Lead'}");
        m_room->create(u"o"_s, "{'name': 'Deal', 'salesLead': [{'id': 'l'}]}", Opportunity);
        m_room->remove(u"l"_s);
        QCOMPARE(idsOf(m_room->due()), QStringList({u"o"_s}));
    }

    void shouldNotTryForWhatStaysHereBesideWhatWasStopped()
    {
        m_room->create(u"q"_s, "{'description': 'Offer'}", ResourceKind::Quote);
        endFirst(outcome(Outcome::Kind::Refused));
        m_room->create(u"gone"_s, "{'description': 'Another'}", ResourceKind::Quote);
        m_room->remove(u"gone"_s, ResourceKind::Quote);
        m_room->pull(u"SO-1"_s, "{'id': 'SO-1', 'name': 'Deal'}", {}, Opportunity);

        m_room->update(u"SO-1"_s, "{'quote': [{'id': 'gone'}, {'id': 'q'}]}", Opportunity);
        QVERIFY(m_room->due().isEmpty());
    }

    /// Until that is known, nothing that the server has for it is taken in.
    void shouldAskWhatBecameOfAnAttemptAlthoughTheRestWasStopped()
    {
        m_room->create(u"q"_s, "{'description': 'Offer'}", ResourceKind::Quote);
        endFirst(outcome(Outcome::Kind::Refused));
        m_room->pull(u"SO-1"_s, "{'id': 'SO-1', 'name': 'Deal'}", {}, Opportunity);
        m_room->update(u"SO-1"_s, "{'name': 'Another', 'quote': [{'id': 'q'}]}", Opportunity);
        endFirst(outcome(Outcome::Kind::Unknown));

        m_room->update(u"SO-1"_s, "{'name': 'Deal'}", Opportunity);

        QCOMPARE(m_room->due().size(), 1);
        QVERIFY(m_room->due().first().partly);
        endFirst(partlyDone(u"SO-1"_s, "{'id': 'SO-1', 'name': 'Deal'}"));
        QVERIFY(m_room->due().isEmpty());
        QCOMPARE(m_room->find(u"SO-1"_s, Opportunity).sync, SyncState::Waiting);
    }

    void shouldNotOfferWhatIsBeingSentOrPutOff()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        const OutboxWork work = m_room->due().first();
        m_room->markSending(work);
        QVERIFY(m_room->due().isEmpty());
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Sending);

        Outcome later = outcome(Outcome::Kind::Retry);
        later.notBefore = m_room->now.addSecs(60);
        m_room->settle(work, later);
        m_room->update(u"a"_s, "{'name': 'Two'}");
        QVERIFY(m_room->due().isEmpty());

        m_room->now = m_room->now.addSecs(61);
        QCOMPARE(m_room->due().size(), 1);
        QCOMPARE(m_room->due().first().attempts, 1);
    }

    void shouldNotCountAnAttemptWithoutANetwork()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        endFirst(outcome(Outcome::Kind::Pause));
        QCOMPARE(m_room->due().first().attempts, 0);
        QVERIFY(!m_room->due().first().unknown);
    }

    void shouldNotCountWhatBrokeOffWithTheNetwork()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        endFirst(outcome(Outcome::Kind::Unknown));
        QCOMPARE(m_room->due().first().attempts, 0);
        QVERIFY(m_room->due().first().unknown);
    }

    void shouldRememberWhatMayHaveArrived()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        QVERIFY(m_room->due().first().attempted.isEmpty());
        OutboxWork work = m_room->due().first();
        m_room->markSending(work);
        m_room->settle(work, outcome(Outcome::Kind::Unknown));
        m_room->update(u"a"_s, "{'name': 'Two'}");
        QCOMPARE(names(m_room->due().first().attempted), QStringList({u"One"_s}));
        work = m_room->due().first();
        m_room->markSending(work);
        m_room->settle(work, outcome(Outcome::Kind::Unknown));
        QCOMPARE(names(m_room->due().first().attempted), QStringList({u"One"_s, u"Two"_s}));
    }

    void shouldDoubtWhatWasBeingSentWhenTheProgramEnded()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        m_room->markSending(m_room->due().first());
        m_room->run([this] { return Sender(m_room->tables()).recover(); });
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Unknown);
        QVERIFY(m_room->due().first().unknown);
    }

    void shouldGoOnDoubtingThroughAPause()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        OutboxWork work = m_room->due().first();
        m_room->markSending(work);
        m_room->settle(work, outcome(Outcome::Kind::Unknown));
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Unknown);

        work = m_room->due().first();
        m_room->markSending(work);
        m_room->settle(work, outcome(Outcome::Kind::Pause));

        QVERIFY(m_room->due().first().unknown);
    }

    void shouldLookForADoubtedCreationBeforeItsDeletion()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        const OutboxWork work = m_room->due().first();
        m_room->markSending(work);
        m_room->settle(work, outcome(Outcome::Kind::Unknown));
        m_room->remove(u"a"_s);
        QCOMPARE(m_room->due().first().op, Edit::Op::Create);
        QCOMPARE(m_room->due().first().lastSequence, work.lastSequence);

        m_room->send(u"SL-1"_s);
        QCOMPARE(m_room->due().first().op, Edit::Op::Delete);
        QCOMPARE(m_room->due().first().serverId, u"SL-1"_s);
    }

    void shouldForgetACreationThatWasDeletedBeforeItArrived()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        const OutboxWork work = m_room->due().first();
        m_room->markSending(work);
        m_room->remove(u"a"_s);
        m_room->settle(work, outcome(Outcome::Kind::Refused));
        QVERIFY(m_room->due().isEmpty());
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Synced);
    }

    void shouldRefuseToSendWhatWasTakenBackMeanwhile()
    {
        m_room->create(u"a"_s, "{'name': 'One'}");
        const OutboxWork work = m_room->due().first();
        m_room->undo();
        QCOMPARE(m_room->markSending(work).error().kind, Problem::Kind::NotFound);

        m_room->redo();
        QCOMPARE(m_room->markSending(work).error().kind, Problem::Kind::NotFound);
        QVERIFY(m_room->markSending(m_room->due().first()));
    }

private:
    std::unique_ptr<StoreRoom> m_room;
};

SALESBENCH_TEST(SenderTest)
#include "sendertest.moc"
