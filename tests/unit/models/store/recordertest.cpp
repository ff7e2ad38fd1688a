// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/models/store/storeroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class RecorderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_room = std::make_unique<StoreRoom>(); }
    void cleanup() { m_room.reset(); }

    void shouldCreateADocumentWithAllThatBelongsToIt()
    {
        QVERIFY(m_room->create(u"a"_s, "{'name': 'Müller Fibre', 'priority': 'high'}"));

        const Record made = m_room->find(u"a"_s);
        QCOMPARE(made.sync, SyncState::Waiting);
        QCOMPARE(made.local,
                 parse("{'id': 'a', 'name': 'Müller Fibre', 'priority': 'high', 'status': 'acknowledged'}"));
        QVERIFY(made.base.isEmpty());
        QCOMPARE(m_room->summary(u"a"_s, Field::Name), u"Müller Fibre"_s);
        QCOMPARE(m_room->searchHits(u"mul*"_s), 1);
        QCOMPARE(m_room->count(u"outbox"_s), 1);
        QCOMPARE(m_room->count(u"audit"_s), 1);
    }

    void shouldKeepAllOrNothing()
    {
        QVERIFY(m_room->create(u"a"_s, "{'name': 'One'}"));
        const Result<void> done = m_room->record(
            u"Both"_s,
            {{Edit::Op::Update, ResourceKind::SalesLead, u"a"_s, parse("{'name': 'Two'}")},
             {Edit::Op::Update, ResourceKind::SalesLead, u"a"_s, parse("{'status': 'accepted'}")}});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(m_room->find(u"a"_s).local.value("name"_L1).toString(), u"One"_s);
        QCOMPARE(m_room->count(u"outbox"_s), 1);
        QCOMPARE(m_room->count(u"step"_s), 1);
    }

    void shouldLeaveNothingWhereTheDiskIsFull()
    {
        QVERIFY(m_room->create(u"a"_s, "{'name': 'One'}"));
        const int pages = m_room->database().single(u"PRAGMA page_count"_s).toInt();
        QVERIFY(m_room->database().execute(u"PRAGMA max_page_count = %1"_s.arg(pages)));

        const QByteArray large = "{'description': '" + QByteArray(100'000, 'x') + "'}";
        const Result<void> done = m_room->update(u"a"_s, large.constData());

        QVERIFY(!done);
        QCOMPARE(done.error().kind, Problem::Kind::Storage);
        QVERIFY(done.error().sentence.contains("full"_L1));
        QVERIFY(!m_room->find(u"a"_s).local.contains("description"_L1));
        QVERIFY(m_room->update(u"a"_s, "{'name': 'Two'}"));
    }

    void shouldTakeTheSearchedTextAlong()
    {
        QVERIFY(m_room->create(u"a"_s, "{'name': 'Fibre'}"));
        QVERIFY(m_room->update(u"a"_s, "{'name': 'Satellite'}"));
        QCOMPARE(m_room->searchHits(u"fibre"_s), 0);
        QCOMPARE(m_room->searchHits(u"satellite"_s), 1);
        QVERIFY(m_room->remove(u"a"_s));
        QCOMPARE(m_room->searchHits(u"satellite"_s), 0);
        QCOMPARE(m_room->count(u"summary"_s), 0);
    }

    void shouldFindADocumentByTheServersId()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'status': 'acknowledged'}");
        QVERIFY(m_room->update(u"SL-1"_s, "{'name': 'Renamed'}"));
        QCOMPARE(m_room->find(u"id-1"_s).local.value("name"_L1).toString(), u"Renamed"_s);
        QCOMPARE(m_room->find(u"id-1"_s).base.value("name"_L1).toString(), u"Lead"_s);
    }

    void shouldNameWhatTheServerHasByItsIdThere()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        QVERIFY(m_room->create(u"o"_s, "{'name': 'Deal', 'salesLead': [{'id': 'id-1'}]}",
                               ResourceKind::SalesOpportunity));
        const Record made = m_room->find(u"o"_s, ResourceKind::SalesOpportunity);
        QCOMPARE(made.local.value("salesLead"_L1), parse("{'x': [{'id': 'SL-1'}]}").value("x"_L1));
    }

    void shouldRecordNothingWhereNothingChanges()
    {
        QVERIFY(m_room->create(u"a"_s, "{'name': 'One'}"));
        QVERIFY(m_room->update(u"a"_s, "{'name': 'One', 'rating': null}"));
        QCOMPARE(m_room->count(u"outbox"_s), 1);
        QCOMPARE(m_room->count(u"step"_s), 1);
    }

    void shouldLetADocumentVanishThatTheServerNeverHad()
    {
        QVERIFY(m_room->create(u"a"_s, "{'name': 'One'}"));
        QVERIFY(m_room->remove(u"a"_s));
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Synced);
        QVERIFY(m_room->due().isEmpty());
        QCOMPARE(m_room->update(u"a"_s, "{'name': 'Two'}").error().kind, Problem::Kind::NotFound);

        QVERIFY(m_room->undo());
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Waiting);
        QCOMPARE(m_room->searchHits(u"one"_s), 1);
        QCOMPARE(m_room->due().size(), 1);
    }

    void shouldLeaveWhatOthersAddedWhenAnEditOfAListIsUndone()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'note': [{'id': '1', 'text': 'old'}]}");
        QVERIFY(
            m_room->update(u"SL-1"_s, "{'note': [{'id': '1', 'text': 'old'}, {'id': '2', 'text': 'mine'}]}"));
        const auto theirs = "{'id': 'SL-1', 'name': 'Lead', 'note': [{'id': '1', 'text': 'old'}, {'id': '3', "
                            "'text': 'theirs'}]}";
        m_room->pull(u"SL-1"_s, theirs);
        QCOMPARE(m_room->find(u"SL-1"_s).local.value("note"_L1).toArray().size(), 3);

        QVERIFY(m_room->undo());
        QCOMPARE(m_room->find(u"SL-1"_s).local, parse(theirs));
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Synced);
        QVERIFY(m_room->redo());
        QCOMPARE(m_room->find(u"SL-1"_s).local.value("note"_L1).toArray().size(), 3);
    }

    void shouldLeaveTheFirstThatOthersAddedWhenTheFirstHereIsUndone()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        QVERIFY(m_room->update(u"SL-1"_s, "{'note': [{'id': '2', 'text': 'mine'}]}"));
        const auto theirs = "{'id': 'SL-1', 'name': 'Lead', 'note': [{'id': '3', 'text': 'theirs'}]}";
        m_room->pull(u"SL-1"_s, theirs);
        QCOMPARE(m_room->find(u"SL-1"_s).local.value("note"_L1).toArray().size(), 2);

        QVERIFY(m_room->undo());
        QCOMPARE(m_room->find(u"SL-1"_s).local, parse(theirs));
        QVERIFY(m_room->redo());
        QCOMPARE(m_room->find(u"SL-1"_s).local.value("note"_L1).toArray().size(), 2);
    }

    /// The edit names what it links as this workspace does, the document may name it as the server does.
    void shouldTakeBackALinkThoughItHasTheServersNameByNow()
    {
        m_room->pull(u"SO-1"_s, "{'id': 'SO-1', 'name': 'Deal', 'rating': 'cold'}", {},
                     ResourceKind::SalesOpportunity);
        m_room->create(u"q"_s, "{'description': 'Offer'}", ResourceKind::Quote);
        m_room->update(u"SO-1"_s, "{'quote': [{'id': 'q'}], 'rating': 'hot'}",
                       ResourceKind::SalesOpportunity);
        m_room->pull(u"SO-1"_s, "{'id': 'SO-1', 'name': 'Deal', 'rating': 'warm'}", {},
                     ResourceKind::SalesOpportunity);
        m_room->send(u"Q-1"_s);
        const auto theirs = "{'id': 'SO-1', 'name': 'Our deal', 'rating': 'warm'}";
        m_room->pull(u"SO-1"_s, theirs, {}, ResourceKind::SalesOpportunity);
        const auto deal = [&] {
            return m_room->find(u"SO-1"_s, ResourceKind::SalesOpportunity);
        };
        QCOMPARE(deal().local.value("quote"_L1)[0]["id"_L1].toString(), u"Q-1"_s);

        QVERIFY(m_room->undo());
        QCOMPARE(deal().local, parse(theirs));
        QCOMPARE(deal().sync, SyncState::Synced);
    }

    void shouldUndoAndRedoInTheSameRow()
    {
        QVERIFY(m_room->create(u"a"_s, "{'name': 'One'}"));
        const RowId row = m_room->find(u"a"_s).row;
        QVERIFY(m_room->update(u"a"_s, "{'name': 'Two', 'rating': 'hot'}"));

        QVERIFY(m_room->undo());
        QVERIFY(!m_room->find(u"a"_s).local.contains("rating"_L1));
        QVERIFY(m_room->undo());
        QVERIFY(m_room->find(u"a"_s).localId.isEmpty());
        QCOMPARE(m_room->undoState(), (UndoState{{}, u"Create"_s}));
        QVERIFY(!m_room->undo());

        QVERIFY(m_room->redo());
        QVERIFY(m_room->redo());
        QCOMPARE(m_room->find(u"a"_s).row, row);
        QCOMPARE(m_room->find(u"a"_s).local.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(m_room->undoState(), (UndoState{u"Edit"_s, {}}));
        QVERIFY(!m_room->redo());
        QCOMPARE(m_room->count(u"outbox"_s), 2);
    }

    void shouldKeepWhatTheServerChangedThroughUndo()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'rating': 'cold'}");
        QVERIFY(m_room->update(u"SL-1"_s, "{'name': 'Mine'}"));
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'rating': 'hot'}");

        QVERIFY(m_room->undo());

        const Record record = m_room->find(u"SL-1"_s);
        QCOMPARE(record.sync, SyncState::Synced);
        QCOMPARE(record.local, parse("{'id': 'SL-1', 'name': 'Lead', 'rating': 'hot'}"));
        QVERIFY(!record.edited.isValid());
    }

    void shouldTakeTheServersSideWhenTheConflictingEditIsUndone()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        QVERIFY(m_room->update(u"SL-1"_s, "{'name': 'Mine'}"));
        QVERIFY(m_room->update(u"SL-1"_s, "{'rating': 'hot'}"));
        QVERIFY(m_room->undo());
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Theirs'}");
        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Conflict);

        QVERIFY(m_room->undo());

        QCOMPARE(m_room->find(u"SL-1"_s).sync, SyncState::Synced);
        QCOMPARE(m_room->find(u"SL-1"_s).local.value("name"_L1).toString(), u"Theirs"_s);
    }

    void shouldKeepALinkThatTheServerHasNoPlaceForThroughUndo()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead'}");
        QVERIFY(m_room->update(u"SL-1"_s, "{'salesOpportunity': {'id': 'here'}}"));
        const OutboxWork work = m_room->due().first();
        QVERIFY(m_room->markSending(work));
        Outcome done;
        done.remote = {u"SL-1"_s, work.base, {}};
        done.sent = work.base;
        QVERIFY(m_room->settle(work, done));
        QVERIFY(m_room->update(u"SL-1"_s, "{'name': 'Mine'}"));

        QVERIFY(m_room->undo());
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Theirs'}");

        const Record record = m_room->find(u"SL-1"_s);
        QCOMPARE(record.sync, SyncState::Synced);
        QCOMPARE(record.local, parse("{'id': 'SL-1', 'name': 'Theirs', 'salesOpportunity': {'id': 'here'}}"));
    }

    void shouldForgetWhatCouldBeRedoneAfterANewEdit()
    {
        QVERIFY(m_room->create(u"a"_s, "{'name': 'One'}"));
        QVERIFY(m_room->update(u"a"_s, "{'name': 'Two'}"));
        QVERIFY(m_room->undo());
        QVERIFY(m_room->update(u"a"_s, "{'name': 'Three'}"));
        QCOMPARE(m_room->undoState(), (UndoState{u"Edit"_s, {}}));
        QCOMPARE(m_room->count(u"step"_s), 2);
    }

    void shouldNotUndoWhatHasBegunToBeSent()
    {
        QVERIFY(m_room->create(u"a"_s, "{'name': 'One'}"));
        QVERIFY(m_room->create(u"b"_s, "{'name': 'Two'}"));
        QVERIFY(m_room->markSending(m_room->due().last()));
        QVERIFY(m_room->undo());
        QVERIFY(m_room->find(u"a"_s).localId.isEmpty());
        QVERIFY(!m_room->find(u"b"_s).localId.isEmpty());
        QCOMPARE(m_room->undo().error().kind, Problem::Kind::NotAllowed);
    }

    void shouldLetALaterMoveStandWhenAnEarlierOneIsUndone()
    {
        m_room->pull(u"SL-1"_s, "{'id': 'SL-1', 'name': 'Lead', 'status': 'acknowledged'}");
        QVERIFY(m_room->update(u"SL-1"_s, "{'status': 'inProgress', 'statusChangeReason': 'asked'}"));
        QVERIFY(m_room->record(
            u"Accept"_s,
            {{Edit::Op::Create, ResourceKind::SalesOpportunity, u"o"_s, parse("{'name': 'Deal'}")},
             {Edit::Op::Update, ResourceKind::SalesLead, u"SL-1"_s, parse("{'status': 'accepted'}")}}));
        const QJsonObject accepted = m_room->find(u"SL-1"_s).local;
        QCOMPARE(m_room->due().last().localId, u"o"_s);
        QVERIFY(m_room->markSending(m_room->due().last()));

        QVERIFY(m_room->undo());
        QCOMPARE(m_room->undoState(), (UndoState{{}, u"Edit"_s}));
        QCOMPARE(m_room->find(u"SL-1"_s).local, accepted);
        QVERIFY(m_room->redo());
        QCOMPARE(m_room->find(u"SL-1"_s).local, accepted);
    }

    void shouldLetARefusedDocumentWaitAgainAfterAnEdit()
    {
        QVERIFY(m_room->create(u"a"_s, "{'name': 'One'}"));
        const OutboxWork work = m_room->due().first();
        QVERIFY(m_room->markSending(work));
        Outcome refused;
        refused.kind = Outcome::Kind::Refused;
        refused.reason = u"priority: not one of low, medium, high"_s;
        QVERIFY(m_room->settle(work, refused));
        QVERIFY(m_room->due().isEmpty());
        QCOMPARE(m_room->find(u"a"_s).reason, refused.reason);

        QVERIFY(m_room->update(u"a"_s, "{'priority': 'high'}"));

        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Waiting);
        QVERIFY(m_room->find(u"a"_s).reason.isEmpty());
        QCOMPARE(m_room->due().size(), 1);
        QCOMPARE(m_room->due().first().op, Edit::Op::Create);
    }

    void shouldDiscardARefusedCreationWhenItIsDeleted()
    {
        QVERIFY(m_room->create(u"a"_s, "{'name': 'One'}"));
        const OutboxWork work = m_room->due().first();
        QVERIFY(m_room->markSending(work));
        Outcome refused;
        refused.kind = Outcome::Kind::Refused;
        QVERIFY(m_room->settle(work, refused));
        QVERIFY(m_room->remove(u"a"_s));
        QCOMPARE(m_room->find(u"a"_s).sync, SyncState::Synced);
        QVERIFY(m_room->due().isEmpty());
    }

    void shouldAddUpAQuoteWhoseLinesChanged()
    {
        QVERIFY(m_room->create(
            u"q"_s,
            "{'quoteItem': [{'id': '1', 'quantity': 2, 'quoteItemPrice': [{'priceType': 'oneTime', "
            "'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 10}}}]}]}",
            ResourceKind::Quote));
        const QJsonArray totals =
            m_room->find(u"q"_s, ResourceKind::Quote).local.value("quoteTotalPrice"_L1).toArray();
        QCOMPARE(totals.size(), 1);
        QCOMPARE(totals.first()["price"_L1]["dutyFreeAmount"_L1]["value"_L1].toDouble(), 20.0);
    }

    void shouldShowNoTotalWhereOneCannotBeTold()
    {
        QVERIFY(m_room->create(
            u"q"_s,
            "{'quoteTotalPrice': [{'name': 'of yesterday'}], 'quoteItem': [{'id': '1', 'quoteItemPrice': [{"
            "'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 5}}, 'priceAlteration': [{'price': {"
            "'dutyFreeAmount': {'unit': 'USD', 'value': 1}}}]}]}]}",
            ResourceKind::Quote));
        const QJsonObject quote = m_room->find(u"q"_s, ResourceKind::Quote).local;
        QCOMPARE(quote.value("quoteItem"_L1).toArray().size(), 1);
        QVERIFY(quote.value("quoteTotalPrice"_L1).toArray().isEmpty());
    }

private:
    std::unique_ptr<StoreRoom> m_room;
};

SALESBENCH_TEST(RecorderTest)
#include "recordertest.moc"
