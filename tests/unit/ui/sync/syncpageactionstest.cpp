// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedesk.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "ui/sync/conflictmodel.h"
#include "ui/sync/conflictview.h"
#include "ui/sync/syncpage.h"
#include "ui/sync/twinview.h"
#include "ui/widgets/emptystate.h"

#include <QSignalSpy>
#include <QTimeZone>
#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What can be done about a change that waits or was stopped.
class SyncPageActionsTest : public QObject {
    Q_OBJECT

    QTableView *table() const { return page->findChild<QTableView *>(u"pending"_s); }
    QAction *action(const QString &text) const
    {
        for (QAction *action : page->menuActions(Page::Menu::Record)) {
            if (action && action->text().remove(u'&') == text)
                return action;
        }
        return nullptr;
    }
    QString addEdited(const QString &name, SyncState state, const QString &reason = {})
    {
        const QString id = desk->workspace.add(
            Lead, {{u"name"_s, name}, {u"status"_s, u"inProgress"_s}, {u"rating"_s, u"warm"_s}});
        const qsizetype before = desk->workspace.changes().size();
        desk->workspace.edits().record({u"Rating"_s, {{Edit::Op::Update, Lead, id, {{u"rating"_s, u"hot"_s}}}}});
        while (desk->workspace.changes().size() == before)
            QCoreApplication::processEvents();
        desk->workspace.setSync(Lead, id, state, reason);
        return id;
    }
    QString addConflict(const QString &name)
    {
        const QString id = addEdited(name, SyncState::Waiting);
        QJsonObject theirs = desk->workspace.find(Lead, id).base;
        theirs.insert(u"rating"_s, u"cold"_s);
        theirs.insert(u"priority"_s, u"high"_s);
        desk->workspace.contradict(Lead, id, theirs);
        return id;
    }
    QPair<QString, QString> addTwins()
    {
        const auto add = [this](const QString &id, const QString &made) {
            return desk->workspace.add(
                Lead, {{u"id"_s, id}, {u"name"_s, u"Fibre for Ahorn"_s}, {u"creationDate"_s, made}});
        };
        const QString first = add(u"SL-17"_s, u"2026-10-07T09:26:11Z"_s);
        const QString second = add(u"SL-18"_s, u"2026-10-07T09:26:12Z"_s);
        desk->workspace.offerTwin(Lead, second, first);
        return {first, second};
    }
    QPushButton *button(const char *name) const
    {
        return page->findChild<QPushButton *>(QLatin1StringView(name));
    }
    void open()
    {
        page = std::make_unique<SyncPage>(*context);
        page->resize(1220, 780);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTRY_VERIFY(page->isReady());
    }
    void select(int row)
    {
        table()->setFocus();
        table()->selectRow(row);
    }

private Q_SLOTS:
    void init()
    {
        wear(Theme::light());
        desk = std::make_unique<FakeDesk>();
        context = std::make_unique<Context>(desk->context());
        WorkspaceStatus::Snapshot now;
        now.connection = WorkspaceStatus::Connection::Online;
        desk->status.set(now);
    }
    void cleanup() { page.reset(); }

    void shouldTryARefusedChangeAgain()
    {
        const QString id = addEdited(u"Depot"_s, SyncState::Refused, u"422 no"_s);
        open();
        QVERIFY(!action(u"Try Again"_s)->isEnabled());
        select(0);
        QVERIFY(!action(u"Compare Both Sides"_s)->isEnabled());
        auto *button = page->findChild<QPushButton *>(u"retryChange"_s);
        QVERIFY(button->isEnabled());
        button->click();
        QTRY_COMPARE(desk->workspace.find(Lead, id).sync, SyncState::Waiting);
        QTRY_VERIFY(!button->isEnabled());
    }

    void shouldDiscardByTheDeleteKey()
    {
        const QString id = addEdited(u"Depot"_s, SyncState::Waiting);
        open();
        select(0);
        desk->dialogs.yes = false;
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(desk->dialogs.asked.size(), 1);
        desk->dialogs.yes = true;
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(desk->workspace.find(Lead, id).sync, SyncState::Synced);
        QTRY_COMPARE(table()->model()->rowCount(), 0);
    }

    void shouldLeaveAloneWhatIsBeingSent()
    {
        addEdited(u"Depot"_s, SyncState::Sending);
        open();
        select(0);
        QVERIFY(!action(u"Try Again"_s)->isEnabled());
        QVERIFY(!action(u"Discard…"_s)->isEnabled());
        QVERIFY(action(u"Show the Record"_s)->isEnabled());
    }

    void shouldSayWhatCouldNotBeDone()
    {
        addEdited(u"Depot"_s, SyncState::Refused);
        open();
        select(0);
        QSignalSpy failed(page.get(), &Page::failed);
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        action(u"Try Again"_s)->trigger();
        QTRY_COMPARE(failed.size(), 1);
    }

    void shouldShowBothSidesOfTheCurrentConflict()
    {
        addEdited(u"Depot"_s, SyncState::Waiting);
        const QString id = addConflict(u"Warehouse"_s);
        open();
        QVERIFY(!page->conflict().isVisible());
        select(0);
        QTRY_VERIFY(page->conflict().isVisible());
        QCOMPARE(page->conflict().localId(), id);
        QCOMPARE(page->parts().size(), 3);
        action(u"Compare Both Sides"_s)->trigger();
        QCOMPARE(page->focusWidget(), page->conflict().focusPart());
        select(1);
        QTRY_VERIFY(!page->conflict().isVisible());
    }

    void shouldShowTheConflictThatWasAskedFor()
    {
        addConflict(u"Depot"_s);
        const QString second = addConflict(u"Warehouse"_s);
        open();
        page->compare(Lead, second);
        QTRY_VERIFY(page->conflict().isVisible());
        QCOMPARE(page->conflict().localId(), second);
        QTRY_COMPARE(table()->currentIndex().row(), 1);
        page->conflict().model().chooseAll(ConflictModel::Choice::Mine);
        page->findChild<QPushButton *>(u"saveConflict"_s)->click();
        QTRY_COMPARE(desk->workspace.find(Lead, second).sync, SyncState::Waiting);
        QTRY_COMPARE(table()->model()->index(1, 0).data().toString(), u"Waiting"_s);
    }

    void shouldShowTheFirstConflictFromTheTopBar()
    {
        addEdited(u"Depot"_s, SyncState::Waiting);
        open();
        page->compareFirst();
        QVERIFY(!page->conflict().isVisible());
        const QString id = addConflict(u"Warehouse"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        page->compareFirst();
        QTRY_VERIFY(page->conflict().isVisible());
        QCOMPARE(page->conflict().localId(), id);
    }

    void shouldAskWhetherTheSecondOfTwoIsToBeDeleted()
    {
        const auto [first, second] = addTwins();
        addEdited(u"Depot"_s, SyncState::Waiting);
        open();
        QCOMPARE(table()->model()->index(0, 0).data().toString(), u"Twice"_s);
        QCOMPARE(page->countText(), u"1 change not yet on the server"_s);
        select(0);
        QTRY_VERIFY(button("deleteTwin")->isVisible());
        QVERIFY(!page->conflict().isVisible());
        QVERIFY(!action(u"Discard…"_s)->isEnabled());
        QVERIFY(!action(u"Try Again"_s)->isEnabled());
        action(u"Compare Both Sides"_s)->trigger();
        QCOMPARE(page->focusWidget(), button("keepTwin"));
        QCOMPARE(page->findChild<TwinView *>()->findChild<EmptyState *>()->title(),
                 u"The server has “Fibre for Ahorn” twice"_s);
        button("deleteTwin")->click();
        QTRY_VERIFY(desk->workspace.find(Lead, second).deleted);
        QVERIFY(!desk->workspace.find(Lead, first).deleted);
        QCOMPARE(desk->workspace.decisions().last().title, u"Delete the second “Fibre for Ahorn”"_s);
        QTRY_VERIFY(!button("deleteTwin")->isVisible());
        desk->workspace.edits().undo();
        QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), u"Twice"_s);
    }

    void shouldKeepBothWhereTheUserWantsThem()
    {
        const auto [first, second] = addTwins();
        open();
        select(0);
        QTRY_VERIFY(button("keepTwin")->isVisible());
        button("keepTwin")->click();
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!button("keepTwin")->isVisible());
        QVERIFY(!desk->workspace.find(Lead, second).deleted);
        desk->workspace.edits().undo();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
    }

    void shouldAskNoLongerAboutATwinThatSomebodyDeleted()
    {
        const auto [first, second] = addTwins();
        open();
        select(0);
        QTRY_VERIFY(button("keepTwin")->isVisible());
        desk->workspace.remove(Lead, second);
        QTRY_VERIFY(!button("keepTwin")->isVisible());
        QTRY_COMPARE(table()->model()->rowCount(), 0);
    }

    void shouldPaintTheQuestionAboutTwins()
    {
        addTwins();
        addEdited(u"Newsroom uplinks"_s, SyncState::Waiting);
        open();
        select(0);
        QTRY_VERIFY(button("keepTwin")->isVisible());
        paintInBothThemes(page.get(), u"sync-twins"_s);
    }

    void shouldShowTheChangesOfOneState()
    {
        addEdited(u"Depot"_s, SyncState::Waiting);
        addEdited(u"Milk tanker SIMs"_s, SyncState::Refused, u"422 no"_s);
        open();
        for (QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->text().startsWith(u"Refused"_s))
                button->click();
        }
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(page->countText(), u"2 changes not yet on the server"_s);
    }

    void shouldPaintEveryState()
    {
        addConflict(u"SD-WAN for 14 depots"_s);
        addEdited(u"Milk tanker SIMs"_s, SyncState::Refused, u"422 Status cannot change from inProgress to cancelled"_s);
        addEdited(u"Depot cameras"_s, SyncState::Sending);
        addEdited(u"Newsroom uplinks"_s, SyncState::Waiting);
        const QString later = addEdited(u"Guest Wi-Fi, second wing"_s, SyncState::Waiting, u"503 Service Unavailable"_s);
        desk->workspace.putOff(Lead, later, QDateTime({2026, 10, 7}, {12, 4, 30}, QTimeZone::utc()));
        const QString gone = addEdited(u"Clinic backup links"_s, SyncState::Waiting);
        desk->workspace.contradict(Lead, gone, {});
        open();
        select(0);
        QTRY_VERIFY(page->conflict().isVisible());
        paintInBothThemes(page.get(), u"sync"_s);
        page->compare(Lead, gone);
        QTRY_COMPARE(page->conflict().localId(), gone);
        QTRY_VERIFY(page->findChild<QPushButton *>(u"keepMine"_s)->isVisible());
        paintInBothThemes(page.get(), u"sync-gone"_s);
    }

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<SyncPage> page;
};

SALESBENCH_TEST(SyncPageActionsTest)
#include "syncpageactionstest.moc"
