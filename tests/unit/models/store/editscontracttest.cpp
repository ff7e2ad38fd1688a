// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/changes.h"
#include "tests/support/testcase.h"
#include "tests/support/workspacecontract.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What WorkspaceEdits promises, of both makes of workspace.
class EditsContractTest : public QObject {
    Q_OBJECT

    void begin()
    {
        QFETCH(MakeContractWorkspace, make);
        m_workspace = make();
    }
    Result<void> record(const Change &change) { return await(m_workspace->edits().record(change)); }
    Result<void> undo() { return await(m_workspace->edits().undo()); }
    Result<void> redo() { return await(m_workspace->edits().redo()); }
    Result<Record> find(const QString &id, ResourceKind kind = Lead)
    {
        return await(m_workspace->queries().record(kind, id));
    }
    qint64 listed() { return await(m_workspace->queries().head({}, 10))->total; }
    QStringList history(const QString &localId)
    {
        QStringList lines;
        const auto entries = await(m_workspace->queries().history(Lead, localId, 10));
        for (const AuditEntry &entry : *entries)
            lines.append(entry.who + u'|' + entry.title + u'|' + entry.attribute);
        return lines;
    }

private Q_SLOTS:
    void cleanup() { m_workspace.reset(); }

    void shouldCreateADocument_data() { addContractWorkspaces(); }
    void shouldCreateADocument()
    {
        begin();
        QVERIFY(record(creation(u"a"_s, "{'name': 'One', 'rating': null}")));
        const Result<Record> made = find(u"a"_s);
        QVERIFY(made);
        QCOMPARE(made->localId, u"a"_s);
        QCOMPARE(made->serverId, QString());
        QCOMPARE(made->sync, SyncState::Waiting);
        QCOMPARE(made->local, parse("{'id': 'a', 'name': 'One', 'status': 'acknowledged'}"));
        QCOMPARE(made->unsent, QSet<QString>({u"id"_s, u"name"_s, u"status"_s}));
        QCOMPARE(made->edited.toMSecsSinceEpoch(), 1791374400000);
        QCOMPARE(listed(), 1);
    }

    void shouldRefuseAnIdThatIsTaken_data() { addContractWorkspaces(); }
    void shouldRefuseAnIdThatIsTaken()
    {
        begin();
        QVERIFY(record(creation(u"a"_s, "{'name': 'One'}")));
        QCOMPARE(record(creation(u"a"_s, "{'name': 'Two'}")).error().kind, Problem::Kind::BadInput);
        QCOMPARE(record(creation(QString(), "{'name': 'Two'}")).error().kind, Problem::Kind::BadInput);
        QCOMPARE(listed(), 1);
    }

    void shouldEditByLocalAndByServerId_data() { addContractWorkspaces(); }
    void shouldEditByLocalAndByServerId()
    {
        begin();
        const QString id = m_workspace->add(Lead, parse("{'id': 'SL-1', 'name': 'Lead', 'rating': 'cold'}"));
        QVERIFY(record(update(id, "{'name': 'Mine', 'id': 'other'}")));
        QVERIFY(record(update(u"SL-1"_s, "{'rating': null}")));
        const Result<Record> edited = find(u"SL-1"_s);
        QCOMPARE(edited->localId, id);
        QCOMPARE(edited->sync, SyncState::Waiting);
        QCOMPARE(edited->local, parse("{'id': 'SL-1', 'name': 'Mine'}"));
        QCOMPARE(edited->base, parse("{'id': 'SL-1', 'name': 'Lead', 'rating': 'cold'}"));
        QCOMPARE(edited->unsent, QSet<QString>({u"name"_s, u"rating"_s}));
    }

    void shouldKeepAllOfAChangeOrNothing_data() { addContractWorkspaces(); }
    void shouldKeepAllOfAChangeOrNothing()
    {
        begin();
        QVERIFY(record(creation(u"a"_s, "{'name': 'One'}")));
        Change both = update(u"a"_s, "{'name': 'Two'}");
        both.edits += update(u"nobody"_s, "{'name': 'Two'}").edits;
        QCOMPARE(record(both).error().kind, Problem::Kind::NotFound);
        QCOMPARE(find(u"a"_s)->local.value("name"_L1).toString(), u"One"_s);
        QCOMPARE(m_workspace->edits().undoState().undoTitle, u"Create"_s);
    }

    void shouldRefuseAMoveThatTheLifecycleDoesNotHave_data() { addContractWorkspaces(); }
    void shouldRefuseAMoveThatTheLifecycleDoesNotHave()
    {
        begin();
        QVERIFY(record(creation(u"a"_s, "{'name': 'One'}")));
        QCOMPARE(record(update(u"a"_s, "{'status': 'accepted'}")).error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(record(update(u"a"_s, "{'status': null}")).error().kind, Problem::Kind::NotAllowed);
        QVERIFY(record(update(u"a"_s, "{'status': 'inProgress'}")));
        QVERIFY(record(update(u"a"_s, "{'status': 'inProgress', 'rating': 'hot'}")));
    }

    void shouldLetAForeignStateBeLeft_data() { addContractWorkspaces(); }
    void shouldLetAForeignStateBeLeft()
    {
        begin();
        m_workspace->add(Lead, parse("{'id': 'SL-1', 'name': 'Lead', 'status': 'LEAD'}"));
        QVERIFY(record(update(u"SL-1"_s, "{'rating': 'hot'}")));
        QVERIFY(record(update(u"SL-1"_s, "{'status': 'inProgress'}")));
    }

    void shouldTakeADeletedDocumentOutOfLists_data() { addContractWorkspaces(); }
    void shouldTakeADeletedDocumentOutOfLists()
    {
        begin();
        m_workspace->add(Lead, parse("{'id': 'SL-1', 'name': 'Lead'}"));
        QVERIFY(record(deletion(u"SL-1"_s)));
        QCOMPARE(listed(), 0);
        QVERIFY(find(u"SL-1"_s)->deleted);
        QCOMPARE(await(m_workspace->queries().pending(10))->size(), 1);
        QCOMPARE(record(update(u"SL-1"_s, "{'rating': 'hot'}")).error().kind, Problem::Kind::NotFound);
        QVERIFY(undo());
        QCOMPARE(listed(), 1);
        QCOMPARE(find(u"SL-1"_s)->sync, SyncState::Synced);
    }

    void shouldSendNothingOfWhatWasDeletedBeforeItLeft_data() { addContractWorkspaces(); }
    void shouldSendNothingOfWhatWasDeletedBeforeItLeft()
    {
        begin();
        QVERIFY(record(creation(u"a"_s, "{'name': 'One'}")));
        QVERIFY(record(deletion(u"a"_s)));
        QCOMPARE(listed(), 0);
        QVERIFY(await(m_workspace->queries().pending(10))->isEmpty());
        QVERIFY(undo());
        QCOMPARE(listed(), 1);
        QCOMPARE(await(m_workspace->queries().pending(10))->size(), 1);
    }

    void shouldUndoAndRedoStepByStep_data() { addContractWorkspaces(); }
    void shouldUndoAndRedoStepByStep()
    {
        begin();
        WorkspaceEdits &edits = m_workspace->edits();
        QVERIFY(record(creation(u"a"_s, "{'name': 'One'}")));
        const RowId row = find(u"a"_s)->row;
        QVERIFY(record(update(u"a"_s, "{'name': 'Two'}", u"Rename"_s)));
        QCOMPARE(edits.undoState(), (UndoState{u"Rename"_s, {}}));

        QVERIFY(undo());
        QCOMPARE(find(u"a"_s)->local.value("name"_L1).toString(), u"One"_s);
        QCOMPARE(edits.undoState(), (UndoState{u"Create"_s, u"Rename"_s}));
        QVERIFY(undo());
        QCOMPARE(find(u"a"_s).error().kind, Problem::Kind::NotFound);
        QCOMPARE(undo().error().kind, Problem::Kind::NotAllowed);

        QVERIFY(redo());
        QVERIFY(redo());
        QCOMPARE(redo().error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(find(u"a"_s)->local.value("name"_L1).toString(), u"Two"_s);
        QCOMPARE(find(u"a"_s)->row, row);
    }

    void shouldForgetWhatCouldBeRedoneAfterANewEdit_data() { addContractWorkspaces(); }
    void shouldForgetWhatCouldBeRedoneAfterANewEdit()
    {
        begin();
        QVERIFY(record(creation(u"a"_s, "{'name': 'One'}")));
        QVERIFY(record(update(u"a"_s, "{'name': 'Two'}")));
        QVERIFY(undo());
        QVERIFY(record(update(u"a"_s, "{'name': 'Three'}", u"Other"_s)));
        QCOMPARE(m_workspace->edits().undoState(), (UndoState{u"Other"_s, {}}));
    }

    void shouldRecordNothingWhereNothingChanges_data() { addContractWorkspaces(); }
    void shouldRecordNothingWhereNothingChanges()
    {
        begin();
        m_workspace->add(Lead, parse("{'id': 'SL-1', 'name': 'Lead'}"));
        QVERIFY(record(update(u"SL-1"_s, "{'name': 'Lead'}")));
        QCOMPARE(find(u"SL-1"_s)->sync, SyncState::Synced);
        QCOMPARE(m_workspace->edits().undoState(), UndoState());
    }

    void shouldSayWhatChanged_data() { addContractWorkspaces(); }
    void shouldSayWhatChanged()
    {
        begin();
        m_workspace->add(Lead, parse("{'id': 'SL-1', 'name': 'Lead'}"));
        m_workspace->add(Lead, parse("{'id': 'SL-2', 'name': 'Other'}"));
        QTest::qWait(0);
        QSignalSpy changed(&m_workspace->queries(), &WorkspaceQueries::changed);
        QSignalSpy recorded(&m_workspace->edits(), &WorkspaceEdits::recorded);
        QSignalSpy undoable(&m_workspace->edits(), &WorkspaceEdits::undoStateChanged);

        QVERIFY(record(update(u"SL-2"_s, "{'name': 'Mine'}")));

        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).value<ResourceKind>(), Lead);
        QCOMPARE(changed.first().at(1).value<QVector<RowId>>(), QVector<RowId>({find(u"SL-2"_s)->row}));
        QTRY_COMPARE(recorded.size(), 1);
        QTRY_COMPARE(undoable.size(), 1);
        QVERIFY(!record(update(u"nobody"_s, "{'name': 'Mine'}")));
        QVERIFY(undo());
        QTRY_COMPARE(recorded.size(), 2);
        QCOMPARE(changed.size(), 2);
    }

    void shouldRememberWhoChangedWhat_data() { addContractWorkspaces(); }
    void shouldRememberWhoChangedWhat()
    {
        begin();
        QVERIFY(record(creation(u"a"_s, "{'name': 'One'}")));
        QVERIFY(record(update(u"a"_s, "{'name': 'Two'}", u"Rename"_s)));
        QCOMPARE(history(u"a"_s),
                 QStringList({u"Mara Lindqvist|Rename|name"_s, u"Mara Lindqvist|Create|"_s}));
        const AuditEntry newest = await(m_workspace->queries().history(Lead, u"a"_s, 1))->first();
        QCOMPARE(newest.before, QJsonValue(u"One"_s));
        QCOMPARE(newest.after, QJsonValue(u"Two"_s));
        QVERIFY(!newest.fromServer);
        QVERIFY(record(deletion(u"a"_s)));
        QCOMPARE(history(u"a"_s).first(), u"Mara Lindqvist|Delete|"_s);
    }

    void shouldAddUpAQuote_data() { addContractWorkspaces(); }
    void shouldAddUpAQuote()
    {
        begin();
        QVERIFY(record(
            creation(u"q"_s,
                     "{'quoteItem': [{'id': '1', 'quantity': 3, 'quoteItemPrice': [{'priceType': 'oneTime', "
                     "'price': {'taxRate': 20, 'dutyFreeAmount': {'unit': 'EUR', 'value': 10}}}]}]}",
                     ResourceKind::Quote)));
        const QJsonObject quote = find(u"q"_s, ResourceKind::Quote)->local;
        QCOMPARE(quote["quoteTotalPrice"_L1][0]["price"_L1]["taxIncludedAmount"_L1]["value"_L1].toDouble(),
                 36.0);
        QCOMPARE(quote.value("state"_L1).toString(), u"inProgress"_s);
    }

private:
    std::unique_ptr<ContractWorkspace> m_workspace;
};

SALESBENCH_TEST(EditsContractTest)
#include "editscontracttest.moc"
