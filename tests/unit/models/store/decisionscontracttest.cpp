// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/conflict.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"
#include "tests/support/workspacecontract.h"

#include <QTimeZone>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What WorkspaceEdits::decide() promises, of both makes of workspace.
class DecisionsContractTest : public QObject {
    Q_OBJECT

    using What = Decision::What;

    Result<void> record(const Edit &edit) { return await(m_workspace->edits().record({u"Edit"_s, {edit}})); }
    Result<void> undo() { return await(m_workspace->edits().undo()); }
    Result<void> redo() { return await(m_workspace->edits().redo()); }
    Result<Record> find(const QString &id, ResourceKind kind = Lead)
    {
        return await(m_workspace->queries().record(kind, id));
    }
    Result<void> decide(What what, const Record &seen, const QJsonObject &result = {})
    {
        return await(m_workspace->edits().decide({what, u"Decide"_s, seen, result}));
    }
    QVector<PendingChange> pending() { return *await(m_workspace->queries().pending(20)); }
    QString newest(const QString &id)
    {
        const auto entries = await(m_workspace->queries().history(Lead, id, 1));
        return entries->isEmpty() ? QString() : entries->first().title + u'|' + entries->first().attribute;
    }
    /// A lead from the server with a rating of its own here.
    Record edited()
    {
        const QString id = m_workspace->add(
            Lead, parse("{'id': 'SL-1', 'name': 'Lead', 'rating': 'warm', 'status': 'inProgress'}"));
        record({Edit::Op::Update, Lead, id, parse("{'rating': 'hot'}")});
        return *find(id);
    }
    Record conflict()
    {
        const Record lead = edited();
        m_workspace->contradict(
            lead.localId,
            parse("{'id': 'SL-1', 'name': 'Theirs', 'rating': 'cold', 'status': 'inProgress'}"));
        return *find(lead.localId);
    }
    Record gone()
    {
        const Record lead = edited();
        m_workspace->contradict(lead.localId, {});
        return *find(lead.localId);
    }
    static QJsonObject with(QJsonObject document, const QString &name, const QString &value)
    {
        document.insert(name, value);
        return document;
    }

private Q_SLOTS:
    void initTestCase_data() { addContractWorkspaces(); }
    void init()
    {
        QFETCH_GLOBAL(MakeContractWorkspace, make);
        m_workspace = make();
    }
    void cleanup() { m_workspace.reset(); }

    void shouldTryAgainWhatWasRefused()
    {
        const Record lead = edited();
        m_workspace->refuse(lead.localId, u"400 no"_s);
        QCOMPARE(pending().first().reason, u"400 no"_s);
        QTest::qWait(0);
        const UndoState before = m_workspace->edits().undoState();
        QSignalSpy recorded(&m_workspace->edits(), &WorkspaceEdits::recorded);

        QVERIFY(decide(What::Retry, *find(lead.localId)));

        QCOMPARE(find(lead.localId)->sync, SyncState::Waiting);
        QVERIFY(find(lead.localId)->reason.isEmpty());
        QCOMPARE(find(lead.localId)->local, lead.local);
        QCOMPARE(newest(lead.localId), u"Decide|"_s);
        QTRY_COMPARE(recorded.size(), 1);
        QCOMPARE(m_workspace->edits().undoState(), before);
    }

    void shouldTryAtOnceWhatWasPutOff()
    {
        const Record lead = edited();
        const QDateTime later({2026, 10, 7}, {12, 5}, QTimeZone::utc());
        m_workspace->putOff(lead.localId, later);
        QCOMPARE(pending().first().notBefore, later);
        QCOMPARE(pending().first().attempts, 1);

        QVERIFY(decide(What::Retry, *find(lead.localId)));

        QVERIFY(!pending().first().notBefore.isValid());
        QCOMPARE(pending().first().attempts, 0);
    }

    void shouldNotTryAgainWhatDoesNotWait()
    {
        const Record synced = *find(m_workspace->add(Lead, parse("{'id': 'SL-9', 'name': 'Lead'}")));
        QCOMPARE(decide(What::Retry, synced).error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(decide(What::Retry, conflict()).error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(decide(What::Retry, Record()).error().kind, Problem::Kind::NotFound);
    }

    void shouldDiscardUnsentChangesAndTakeThatBack()
    {
        const Record lead = edited();
        m_workspace->refuse(lead.localId, u"400 no"_s);
        const Record refused = *find(lead.localId);

        QVERIFY(decide(What::Discard, refused));

        QCOMPARE(find(lead.localId)->local, lead.base);
        QCOMPARE(find(lead.localId)->sync, SyncState::Synced);
        QVERIFY(pending().isEmpty());
        QCOMPARE(newest(lead.localId).section(u'|', 0, 0), u"Decide"_s);
        QCOMPARE(m_workspace->edits().undoState().undoTitle, u"Decide"_s);

        QVERIFY(undo());
        QCOMPARE(find(lead.localId)->local, lead.local);
        QCOMPARE(find(lead.localId)->sync, SyncState::Refused);
        QCOMPARE(find(lead.localId)->reason, u"400 no"_s);
        QCOMPARE(pending().size(), 1);

        QVERIFY(redo());
        QCOMPARE(find(lead.localId)->local, lead.base);
        QVERIFY(pending().isEmpty());
    }

    void shouldBringADocumentBackWhoseDeletionIsDiscarded()
    {
        const QString id = m_workspace->add(Lead, parse("{'id': 'SL-1', 'name': 'Lead'}"));
        record({Edit::Op::Delete, Lead, id, {}});
        QVERIFY(decide(What::Discard, *find(id)));
        QVERIFY(!find(id)->deleted);
        QCOMPARE(await(m_workspace->queries().head({}, 10))->total, 1);
        QVERIFY(undo());
        QCOMPARE(await(m_workspace->queries().head({}, 10))->total, 0);
    }

    void shouldDiscardACreationWithTheReferencesToIt()
    {
        const Record lead = edited();
        record({Edit::Op::Create, Opportunity, u"o"_s, parse("{'name': 'Deal'}")});
        record({Edit::Op::Update, Lead, lead.localId, parse("{'salesOpportunity': {'id': 'o'}}")});
        const auto referrers = await(m_workspace->queries().referrers(u"o"_s, 5));
        QCOMPARE(referrers->size(), 1);
        QCOMPARE(referrers->first().localId, lead.localId);
        QCOMPARE(referrers->first().name, u"Lead"_s);

        QVERIFY(decide(What::Discard, *find(u"o"_s, Opportunity)));

        QCOMPARE(find(u"o"_s, Opportunity).error().kind, Problem::Kind::NotFound);
        QVERIFY(!find(lead.localId)->local.contains("salesOpportunity"_L1));
        QCOMPARE(find(lead.localId)->local.value("rating"_L1).toString(), u"hot"_s);

        QVERIFY(undo());
        QVERIFY(find(u"o"_s, Opportunity));
        QCOMPARE(find(lead.localId)->local["salesOpportunity"_L1]["id"_L1].toString(), u"o"_s);
        QCOMPARE(await(m_workspace->queries().referrers(u"o"_s, 5))->size(), 1);
    }

    void shouldTakeTheServersWhereAConflictIsDiscarded()
    {
        const Record lead = conflict();
        QVERIFY(decide(What::Discard, lead));
        QCOMPARE(find(lead.localId)->local, lead.remote);
        QCOMPARE(find(lead.localId)->base, lead.remote);
        QCOMPARE(find(lead.localId)->sync, SyncState::Synced);
        QVERIFY(undo());
        QCOMPARE(find(lead.localId)->sync, SyncState::Conflict);
        QCOMPARE(find(lead.localId)->remote, lead.remote);
    }

    void shouldSettleAConflictByWhatWasChosen()
    {
        const Record lead = conflict();
        const QJsonObject result = with(lead.remote, u"rating"_s, u"hot"_s);
        QVERIFY(decide(What::Settle, lead, result));

        const Record after = *find(lead.localId);
        QCOMPARE(after.local, result);
        QCOMPARE(after.base, lead.remote);
        QVERIFY(after.remote.isEmpty());
        QCOMPARE(after.sync, SyncState::Waiting);
        QCOMPARE(after.unsent, QSet<QString>({u"rating"_s}));
        QCOMPARE(pending().size(), 1);
        QCOMPARE(pending().first().state, SyncState::Waiting);

        QVERIFY(undo());
        QCOMPARE(find(lead.localId)->sync, SyncState::Conflict);
        QCOMPARE(find(lead.localId)->local, lead.local);
        QVERIFY(redo());
        QCOMPARE(find(lead.localId)->local, result);
    }

    void shouldHaveNothingToSendWhereTheServersIsChosen()
    {
        const Record lead = conflict();
        QVERIFY(decide(What::Settle, lead, lead.remote));
        QCOMPARE(find(lead.localId)->sync, SyncState::Synced);
        QVERIFY(pending().isEmpty());
    }

    void shouldNotSettleByAStateThatCannotFollow()
    {
        const Record lead = edited();
        m_workspace->contradict(lead.localId, parse("{'id': 'SL-1', 'name': 'Lead', 'rating': 'cold', 'status': 'rejected'}"));
        const Record seen = *find(lead.localId);
        QCOMPARE(decide(What::Settle, seen, with(seen.remote, u"status"_s, u"inProgress"_s)).error().kind,
                 Problem::Kind::NotAllowed);
        QCOMPARE(find(lead.localId)->sync, SyncState::Conflict);
    }

    void shouldNotDecideAboutWhatNobodySaw()
    {
        const Record lead = conflict();
        QVERIFY(record({Edit::Op::Update, Lead, lead.localId, parse("{'nextStep': 'Call'}")}));
        QCOMPARE(find(lead.localId)->sync, SyncState::Conflict);
        for (const What what : {What::Settle, What::Discard})
            QCOMPARE(decide(what, lead, lead.remote).error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(find(lead.localId)->local.value("nextStep"_L1).toString(), u"Call"_s);
    }

    void shouldLetADeletionGoOn()
    {
        const QString id = m_workspace->add(Lead, parse("{'id': 'SL-1', 'name': 'Lead', 'rating': 'warm'}"));
        record({Edit::Op::Delete, Lead, id, {}});
        m_workspace->contradict(id, parse("{'id': 'SL-1', 'name': 'Lead', 'rating': 'hot'}"));
        QVERIFY(!pending().first().goneThere);

        QVERIFY(decide(What::Settle, *find(id)));

        QVERIFY(find(id)->deleted);
        QCOMPARE(find(id)->sync, SyncState::Waiting);
        QCOMPARE(find(id)->base.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(pending().size(), 1);
        QCOMPARE(pending().first().op, Edit::Op::Delete);
    }

    void shouldMakeAnewWhatTheServerDeleted()
    {
        const Record lead = gone();
        QVERIFY(isGoneThere(lead));
        QVERIFY(pending().first().goneThere);

        QVERIFY(decide(What::Recreate, lead));

        const Record after = *find(lead.localId);
        QVERIFY(after.serverId.isEmpty());
        QVERIFY(after.base.isEmpty());
        QCOMPARE(after.local, with(lead.local, u"id"_s, lead.localId));
        QCOMPARE(after.sync, SyncState::Waiting);
        QCOMPARE(pending().size(), 1);
        QCOMPARE(pending().first().op, Edit::Op::Create);

        QVERIFY(undo());
        QVERIFY(isGoneThere(*find(u"SL-1"_s)));
        QCOMPARE(find(u"SL-1"_s)->local, lead.local);
    }

    void shouldLetGoOfWhatTheServerDeleted()
    {
        const Record lead = gone();
        QVERIFY(decide(What::Discard, lead));
        QCOMPARE(find(lead.localId).error().kind, Problem::Kind::NotFound);
        QVERIFY(pending().isEmpty());
        QVERIFY(undo());
        QVERIFY(isGoneThere(*find(lead.localId)));
        QCOMPARE(await(m_workspace->queries().head({}, 10))->total, 1);
    }

    void shouldKeepBothOfTwoOrDeleteTheSecond()
    {
        const QString first = m_workspace->add(Lead, parse("{'id': 'SL-1', 'name': 'Lead'}"));
        const QString second = m_workspace->addTwin(first, parse("{'id': 'SL-2', 'name': 'Lead'}"));
        QCOMPARE(pending().size(), 1);
        QCOMPARE(pending().first().localId, second);
        QCOMPARE(pending().first().twinOf, first);
        QVERIFY(decide(What::KeepTwin, *find(second)));
        QVERIFY(pending().isEmpty());
        QCOMPARE(find(second)->sync, SyncState::Synced);
        QVERIFY(undo());
        QCOMPARE(pending().size(), 1);
        QVERIFY(decide(What::DeleteTwin, *find(second)));
        QVERIFY(find(second)->deleted);
        QCOMPARE(pending().size(), 1);
        QCOMPARE(pending().first().op, Edit::Op::Delete);
        QVERIFY(pending().first().twinOf.isEmpty());
        QVERIFY(undo());
        QCOMPARE(pending().first().twinOf, first);
    }

    void shouldNotDeleteATwinThatStandsOtherwise()
    {
        const Record lead = edited();
        QCOMPARE(decide(What::DeleteTwin, lead).error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(decide(What::KeepTwin, lead).error().kind, Problem::Kind::NotAllowed);
        const Record second =
            *find(m_workspace->addTwin(lead.localId, parse("{'id': 'SL-2', 'name': 'Lead'}")));
        record({Edit::Op::Update, Lead, second.localId, parse("{'rating': 'hot'}")});
        QCOMPARE(decide(What::DeleteTwin, second).error().kind, Problem::Kind::NotAllowed);
        m_workspace->send(second.localId);
        QCOMPARE(decide(What::DeleteTwin, *find(second.localId)).error().kind, Problem::Kind::NotAllowed);
    }

    void shouldDecideOnlyWhereThereIsSomethingToDecide()
    {
        const Record lead = edited();
        QCOMPARE(decide(What::Recreate, lead).error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(decide(What::Settle, lead, lead.local).error().kind, Problem::Kind::NotAllowed);
        const Record synced = *find(m_workspace->add(Lead, parse("{'id': 'SL-9', 'name': 'Lead'}")));
        QCOMPARE(decide(What::Discard, synced).error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(m_workspace->edits().undoState().undoTitle, u"Edit"_s);
    }

    void shouldNotTouchWhatIsBeingSent()
    {
        const Record lead = edited();
        m_workspace->send(lead.localId);
        for (const What what : {What::Retry, What::Discard})
            QCOMPARE(decide(what, *find(lead.localId)).error().kind, Problem::Kind::NotAllowed);
    }

private:
    std::unique_ptr<ContractWorkspace> m_workspace;
};

SALESBENCH_TEST(DecisionsContractTest)
#include "decisionscontracttest.moc"
