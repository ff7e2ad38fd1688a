// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/shell/windowroom.h"
#include "ui/shell/userbutton.h"
#include "ui/sync/conflictview.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What the window says of the workspace, its server, and what could not be done.
class WindowNewsTest : public WindowRoom {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { window.reset(); }

    void shouldOfferToStopWhatThePageWaitsFor()
    {
        auto *stop = find<QPushButton>("stopWaiting");
        QVERIFY(!stop->isVisible());
        leads->waits = u"Still loading 412 leads"_s;
        Q_EMIT leads->textsChanged();
        QCOMPARE(find<QLabel>("waitText")->text(), u"Still loading 412 leads"_s);

        stop->click();
        QCOMPARE(leads->stopped, 1);
        press(Qt::Key_3);
        QVERIFY(!stop->isVisible());
    }

    void shouldUndoAndRedo()
    {
        QVERIFY(!action(u"Undo"_s)->isEnabled());
        rename(u"Renamed"_s);
        QVERIFY(action(u"Undo: Rename to Renamed"_s));
        QVERIFY(action(u"Undo: Rename to Renamed"_s)->isEnabled());

        window->setFocus();
        press(Qt::Key_Z);
        QTRY_COMPARE(name(), u"SD-WAN for 14 depots"_s);
        QTRY_COMPARE(find<NoticeBar>("notice")->text(), u"Taken back: Rename to Renamed"_s);
        QVERIFY(!action(u"Undo"_s)->isEnabled());

        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(name(), u"Renamed"_s);
    }

    void shouldSayCalmlyWhyAnUndoFailed()
    {
        rename(u"Renamed"_s);
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        window->setFocus();
        press(Qt::Key_Z);

        QTRY_COMPARE(find<NoticeBar>("notice")->text(), u"The disk is full."_s);
        QVERIFY(desk->dialogs.told.isEmpty());
        press(Qt::Key_Escape, Qt::NoModifier);
        QVERIFY(find<NoticeBar>("notice")->text().isEmpty());
    }

    void shouldShowThePagesProblems()
    {
        Q_EMIT leads->failed({Problem::Kind::NotAllowed, u"Leads that are won cannot be changed."_s, {}});
        QCOMPARE(find<NoticeBar>("notice")->text(), u"Leads that are won cannot be changed."_s);
    }

    void shouldShowAConflictFromTheChipAndFromAPage()
    {
        desk->workspace.contradict(ResourceKind::SalesLead, lead, {{u"name"_s, u"Theirs"_s}});
        auto *conflict = window->findChild<ConflictView *>();
        QTRY_VERIFY(window->page(MainWindow::Sync)->isReady());
        QTRY_COMPARE(window->page(MainWindow::Sync)->countText(), u"1 change not yet on the server"_s);
        find<QToolButton>("connection")->click();
        QCOMPARE(window->currentPage(), int(MainWindow::Sync));
        QTRY_VERIFY(conflict->isVisible());

        window->showPage(MainWindow::Leads);
        Q_EMIT leads->compareRequested(ResourceKind::SalesLead, lead);
        QCOMPARE(window->currentPage(), int(MainWindow::Sync));
        QTRY_COMPARE(conflict->localId(), lead);
    }

    void shouldSyncByKeyAndStopByKey()
    {
        QSignalSpy sync(&desk->status, &WorkspaceStatus::syncRequested);
        QSignalSpy cancel(&desk->status, &WorkspaceStatus::cancelRequested);
        press(Qt::Key_F5, Qt::NoModifier);
        QCOMPARE(sync.size(), 1);

        WorkspaceStatus::Snapshot now = desk->status.now();
        now.progress = WorkspaceStatus::Progress{u"Reading leads"_s, 120, 412};
        desk->status.set(now);
        press(Qt::Key_F5, Qt::NoModifier);
        QCOMPARE(sync.size(), 1);
        press(Qt::Key_F5, Qt::ShiftModifier);
        QCOMPARE(cancel.size(), 1);
        QCOMPARE(find<QLabel>("progressText")->text(), u"Reading leads: 120 of 412"_s);
        find<QPushButton>("cancelSync")->click();
        QCOMPARE(cancel.size(), 2);
    }

    void shouldShowTheConnectionAndTheBadge()
    {
        auto *chip = find<QToolButton>("connection");
        auto *sync = find<Rail>("rail")->button(MainWindow::Sync);
        QCOMPARE(chip->text(), u"Online"_s);
        QCOMPARE(sync->badge(), 0);
        set(Connection::Offline, 3);
        QCOMPARE(chip->text(), u"Offline – 3 changes pending"_s);
        QCOMPARE(sync->badge(), 3);
        QVERIFY(!sync->accessibleDescription().isEmpty());
        QCOMPARE(find<QLabel>("server")->text(), u"sales.fjordtel.example"_s);
        QVERIFY(find<QLabel>("lastSync")->text().startsWith(u"Last sync"));
        chip->click();
        QCOMPARE(window->currentPage(), int(MainWindow::Sync));
    }

    void shouldLeadToTheSignIn()
    {
        set(Connection::SignIn);
        auto *state = find<NoticeBar>("state");
        QVERIFY(state->isVisible());
        QSignalSpy signIn(window.get(), &MainWindow::signInEntered);
        state->findChild<QPushButton *>()->click();
        QCOMPARE(window->currentPage(), int(MainWindow::Settings));

        auto *edit = find<QLineEdit>("token");
        QTest::keyClicks(edit, u"secret"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(signIn.size(), 1);
        QCOMPARE(signIn.first().first().value<SignInMethod>(), SignInMethod());
        QCOMPARE(signIn.first().last().toString(), u"secret"_s);
        QVERIFY(edit->text().isEmpty());

        set(Connection::Online);
        QVERIFY(!state->isVisible());
    }

    void shouldSignInAsTheServerWantsIt()
    {
        set(Connection::SignIn);
        const SignInMethod method{.kind = SignInMethod::Kind::Browser,
                                  .authorizationUrl = u"https://login.example/authorize"_s,
                                  .tokenUrl = u"https://login.example/token"_s,
                                  .clientId = u"bench"_s,
                                  .scope = {}};
        window->setSignIn(method);
        window->showPage(MainWindow::Settings);
        QSignalSpy signIn(window.get(), &MainWindow::signInEntered);
        auto *button = find<QPushButton>("signIn");
        QCOMPARE(button->text(), u"Open the Browser"_s);
        button->click();
        QCOMPARE(signIn.size(), 1);
        QCOMPARE(signIn.first().first().value<SignInMethod>(), method);

        auto *client = find<QLineEdit>("clientId");
        client->selectAll();
        QTest::keyClick(client, Qt::Key_Delete);
        QVERIFY(!button->isEnabled());
        QTest::keyClick(client, Qt::Key_Return);
        QCOMPARE(signIn.size(), 1);
    }

    void shouldOfferToSignOutWhereSomebodySignsIn()
    {
        QSignalSpy out(window.get(), &MainWindow::signOutRequested);
        window->setSignIn(SignInMethod());
        QVERIFY(find<UserButton>("user")->menu()->actions().contains(action(u"Sign Out…"_s)));
        action(u"Sign Out…"_s)->trigger();
        QCOMPARE(out.size(), 1);

        window->setSignIn({});
        QVERIFY(!action(u"Sign Out…"_s)->isEnabled());
        window->showPage(MainWindow::Settings);
        QVERIFY(!find<QLineEdit>("token")->isVisible());
    }

    void shouldNotRepeatAStateThatWasDismissed()
    {
        set(Connection::SignIn);
        auto *state = find<NoticeBar>("state");
        state->dismiss();
        set(Connection::SignIn, 2);
        QVERIFY(!state->isVisible());
    }
};

SALESBENCH_TEST(WindowNewsTest)
#include "windownewstest.moc"
