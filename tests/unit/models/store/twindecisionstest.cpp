// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/models/store/twinroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What a person decides about two documents of one creation.
class TwinDecisionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_room = std::make_unique<TwinRoom>(); }
    void cleanup() { m_room.reset(); }

    void shouldNeverAskAgainAboutTwoThatAreKept()
    {
        m_room->arriveAs(u"SL-1"_s);
        m_room->bring(u"SL-2"_s);
        QVERIFY(m_room->decide(Decision::What::KeepTwin, u"SL-2"_s));
        QVERIFY(m_room->asked().isEmpty());
        m_room->bring(u"SL-2"_s);
        m_room->bring(u"SL-2"_s, "{'rating': 'cold'}");
        QVERIFY(m_room->asked().isEmpty());
        QCOMPARE(m_room->rating(u"a"_s).toString(), u"warm"_s);
        QCOMPARE(m_room->decide(Decision::What::KeepTwin, u"SL-2"_s).error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(m_room->decide(Decision::What::DeleteTwin, u"SL-2"_s).error().kind,
                 Problem::Kind::NotAllowed);
        QVERIFY(m_room->due().isEmpty());
    }

    void shouldAskAgainWhereThatIsTakenBack()
    {
        m_room->arriveAs(u"SL-1"_s);
        m_room->bring(u"SL-2"_s);
        m_room->decide(Decision::What::KeepTwin, u"SL-2"_s);
        QVERIFY(m_room->undo());
        QCOMPARE(m_room->asked().size(), 1);
        QVERIFY(m_room->redo());
        QVERIFY(m_room->asked().isEmpty());
    }

    void shouldDeleteTheSecond()
    {
        m_room->arriveAs(u"SL-1"_s);
        m_room->bring(u"SL-2"_s);
        QVERIFY(m_room->decide(Decision::What::DeleteTwin, u"SL-2"_s));
        QVERIFY(m_room->asked().isEmpty());
        QCOMPARE(m_room->due().size(), 1);
        QCOMPARE(m_room->due().first().op, Edit::Op::Delete);
        QCOMPARE(m_room->due().first().serverId, u"SL-2"_s);
        QVERIFY(m_room->undo());
        QCOMPARE(m_room->asked().size(), 1);
        QVERIFY(m_room->due().isEmpty());
        QVERIFY(m_room->redo());
        m_room->settle(m_room->sending(), {});
        QCOMPARE(m_room->count(u"document"_s), 1);
        QCOMPARE(m_room->count(u"twin"_s), 0);
        QCOMPARE(m_room->find(u"SL-1"_s).localId, u"a"_s);
    }

    void shouldTakeOverWhatWasDoneToTheSecondBeforeItGoes()
    {
        m_room->arriveAs(u"SL-1"_s);
        m_room->bring(u"SL-2"_s);
        m_room->bring(u"SL-2"_s, "{'priority': 'high'}");
        m_room->update(u"SL-2"_s, "{'rating': 'hot'}");
        const QString second = m_room->find(u"SL-2"_s).localId;
        QVERIFY(m_room->decide(Decision::What::DeleteTwin, u"SL-2"_s));
        QCOMPARE(m_room->due().size(), 2);
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Waiting);
        QCOMPARE(m_room->rating(u"a"_s).toString(), u"hot"_s);
        QCOMPARE(m_room->find(u"a"_s).local.value("priority"_L1).toString(), u"high"_s);

        QVERIFY(m_room->undo());
        QCOMPARE(m_room->rating(u"a"_s).toString(), u"warm"_s);
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Synced);
        QCOMPARE(m_room->find(second).sync, SyncState::Waiting);
        QCOMPARE(m_room->rating(second).toString(), u"hot"_s);
        QVERIFY(m_room->redo());
        QCOMPARE(m_room->rating(u"a"_s).toString(), u"hot"_s);
    }

    void shouldNotTakeOverWhileTheFirstIsOnItsWay()
    {
        m_room->arriveAs(u"SL-1"_s);
        m_room->bring(u"SL-2"_s);
        m_room->update(u"a"_s, "{'priority': 'high'}");
        m_room->sending();
        QVERIFY(m_room->decide(Decision::What::DeleteTwin, u"SL-2"_s)); // there is nothing to take over
        m_room->undo();
        m_room->update(u"SL-2"_s, "{'rating': 'hot'}");
        QCOMPARE(m_room->decide(Decision::What::DeleteTwin, u"SL-2"_s).error().kind,
                 Problem::Kind::NotAllowed);
        QCOMPARE(m_room->rating(u"SL-2"_s).toString(), u"hot"_s);
        QCOMPARE(m_room->asked().size(), 1);
    }

    void shouldNameTheFirstWhereTheOneThatGoesWasNamed()
    {
        m_room->arriveAs(u"SL-1"_s);
        m_room->bring(u"SL-2"_s);
        m_room->create(u"o"_s, "{'name': 'Deal', 'salesLead': [{'id': 'SL-2'}]}",
                       ResourceKind::SalesOpportunity);
        m_room->send(u"SO-1"_s);
        m_room->update(u"SL-2"_s, "{'salesOpportunity': {'id': 'o'}}");
        QVERIFY(m_room->decide(Decision::What::DeleteTwin, u"SL-2"_s));
        const Record deal = m_room->find(u"o"_s, ResourceKind::SalesOpportunity);
        QCOMPARE(deal.local.value("salesLead"_L1)[0]["id"_L1].toString(), u"SL-1"_s);
        QCOMPARE(deal.sync, SyncState::Waiting);
        QCOMPARE(m_room->find(u"a"_s).local.value("salesOpportunity"_L1)["id"_L1].toString(), u"SO-1"_s);
        QVERIFY(m_room->undo());
        QCOMPARE(m_room->find(u"o"_s, ResourceKind::SalesOpportunity).sync, SyncState::Synced);
        QCOMPARE(m_room->asked().size(), 1);
    }

private:
    std::unique_ptr<TwinRoom> m_room;
};

SALESBENCH_TEST(TwinDecisionsTest)
#include "twindecisionstest.moc"
