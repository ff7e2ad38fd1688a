// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/decisions.h"
#include "models/domain/decision.h"
#include "models/store/settings.h"
#include "tests/unit/models/store/storeroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What the store's tables come to by decisions; what everybody may rely on, DecisionsContractTest shows.
class DecisionsTest : public QObject {
    Q_OBJECT

    using What = Decision::What;

    Result<void> decide(What what, const QString &id, const QJsonObject &result = {})
    {
        const Record seen = m_room->find(id);
        return m_room->run([&] {
            return Decisions(m_room->tables()).decide({what, u"Decide"_s, seen, result});
        });
    }
    void end(Outcome::Kind kind, const char *remote = "{}")
    {
        Outcome outcome;
        outcome.kind = kind;
        outcome.remote.document = parse(remote);
        m_room->settle(m_room->sending(), outcome);
    }

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<StoreRoom>();
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'rating': 'warm'}", u"v1"_s);
        m_room->update(u"SL-1"_s, "{'rating': 'hot'}");
    }
    void cleanup() { m_room.reset(); }

    void shouldLeaveNothingInTheOutbox()
    {
        m_room->update(u"SL-1"_s, "{'name': 'Mine'}");
        QVERIFY(decide(What::Discard, u"SL-1"_s));
        QCOMPARE(m_room->count(u"outbox"_s), 0);
        QCOMPARE(m_room->count(u"step"_s), 1); // the decision's own
        QCOMPARE(m_room->summary(u"SL-1"_s, Field::Rating), u"warm"_s);
        QVERIFY(m_room->undo());
        QCOMPARE(m_room->count(u"outbox"_s), 2);
        QCOMPARE(m_room->undoState().undoTitle, u"Edit"_s);
        QVERIFY(m_room->undo());
        QCOMPARE(m_room->find(u"SL-1"_s).local.value("name"_L1).toString(), u"Lead"_s);
        QCOMPARE(m_room->find(u"SL-1"_s).local.value("rating"_L1).toString(), u"hot"_s);
    }

    void shouldKeepADoubtThroughATryAgain()
    {
        end(Outcome::Kind::Unknown);
        QVERIFY(decide(What::Retry, u"SL-1"_s));
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Unknown);
        QVERIFY(m_room->due().first().unknown);
        QVERIFY(decide(What::Discard, u"SL-1"_s));
        QVERIFY(m_room->due().isEmpty());
        QVERIFY(m_room->undo());
        QVERIFY(m_room->due().first().unknown);
    }

    void shouldSendWhatWasChosenInOnePiece()
    {
        end(Outcome::Kind::Conflict, "{'id': 'SL-1', 'name': 'Theirs', 'rating': 'cold'}");
        QVERIFY(m_room->due().isEmpty());
        QVERIFY(decide(What::Settle, u"SL-1"_s, parse("{'id': 'SL-1', 'name': 'Theirs', 'rating': 'hot'}")));
        const OutboxWork work = m_room->due().first();
        QCOMPARE(work.op, Edit::Op::Update);
        QCOMPARE(work.base.value("rating"_L1).toString(), u"cold"_s);
        QCOMPARE(m_room->count(u"outbox"_s), 1);
        m_room->send(u"SL-1"_s);
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Synced);
        QCOMPARE(m_room->count(u"step"_s), 0);
        QCOMPARE(m_room->undoState(), UndoState());
    }

    void shouldNotTakeADecisionBackThatHasLeft()
    {
        end(Outcome::Kind::Conflict, "{'id': 'SL-1', 'name': 'Lead', 'rating': 'cold'}");
        QVERIFY(decide(What::Settle, u"SL-1"_s, parse("{'id': 'SL-1', 'name': 'Lead', 'rating': 'hot'}")));
        m_room->sending();
        QCOMPARE(m_room->undo().error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Sending);
    }

    void shouldNotTakeBackWhatWasEditedSince()
    {
        QVERIFY(decide(What::Discard, u"SL-1"_s));
        m_room->update(u"SL-1"_s, "{'rating': 'cold'}");
        end(Outcome::Kind::Retry); // it has left once, so that it is no step to take back
        QCOMPARE(m_room->undo().error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(m_room->find(u"SL-1"_s).local.value("rating"_L1).toString(), u"cold"_s);
    }

    void shouldNotPutADocumentBesideTheServersNewOne()
    {
        end(Outcome::Kind::Conflict);
        QVERIFY(decide(What::Discard, u"SL-1"_s));
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Back again'}");
        QCOMPARE(m_room->undo().error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(m_room->find(u"SL-1"_s).local.value("name"_L1).toString(), u"Back again"_s);
    }

    void shouldCountHowOftenADocumentIsMadeAnew()
    {
        end(Outcome::Kind::Conflict);
        const QString id = m_room->find(u"SL-1"_s).localId;
        QVERIFY(decide(What::Recreate, u"SL-1"_s));
        QCOMPARE(readSetting(m_room->database(), recreationsKey(id))->toInt(), 1);
        const OutboxWork work = m_room->due().first();
        QCOMPARE(work.op, Edit::Op::Create);
        QVERIFY(work.serverId.isEmpty());
        m_room->send(u"SL-2"_s);
        QCOMPARE(m_room->find(u"SL-2"_s).localId, id);
        QCOMPARE(m_room->find(u"SL-2"_s).sync, SyncState::Synced);
    }

    void shouldNotDiscardWhatADocumentOnItsWayNames()
    {
        m_room->create(u"o"_s, "{'name': 'Deal'}", ResourceKind::SalesOpportunity);
        m_room->update(u"SL-1"_s, "{'salesOpportunity': {'id': 'o'}}");
        const Record opportunity = m_room->find(u"o"_s, ResourceKind::SalesOpportunity);
        m_room->run([&] {
            return m_room->database().execute(u"UPDATE document SET sync = 2 WHERE serverId = 'SL-1'"_s);
        });
        const auto done = m_room->run([&] {
            return Decisions(m_room->tables()).decide({What::Discard, u"Decide"_s, opportunity, {}});
        });
        QCOMPARE(done.error().kind, Problem::Kind::NotAllowed);
        QVERIFY(!m_room->find(u"o"_s, ResourceKind::SalesOpportunity).localId.isEmpty());
    }

private:
    std::unique_ptr<StoreRoom> m_room;
};

SALESBENCH_TEST(DecisionsTest)
#include "decisionstest.moc"
