// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/shell/windowroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class MainWindowTest : public WindowRoom {
    Q_OBJECT

    /// The first of them is at work.
    static QVector<KnownProfile> profiles(int count)
    {
        QVector<KnownProfile> result;
        for (int i = 0; i < count; ++i) {
            KnownProfile profile;
            profile.folder = u"/profiles/%1"_s.arg(i);
            profile.server = u"s%1.example"_s.arg(i);
            profile.user.name = u"Mara & Co"_s;
            profile.isOpen = i == 0;
            result.append(profile);
        }
        return result;
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { window.reset(); }

    void shouldShowThePagesTexts()
    {
        QCOMPARE(find<QLabel>("pageTitle")->text(), u"Leads"_s);
        QCOMPARE(find<QLabel>("pageCount")->text(), u"38 of 412"_s);
        leads->count = u"1 of 412"_s;
        Q_EMIT leads->textsChanged();
        QCOMPARE(find<QLabel>("pageCount")->text(), u"1 of 412"_s);
        QCOMPARE(window->findChildren<QLabel *>(u"pageText"_s).size(), 2);
        QVERIFY(window->windowTitle().contains(u"Leads"));
    }

    void shouldGoToPagesByKeyAndByTheRail()
    {
        press(Qt::Key_3);
        QCOMPARE(window->currentPage(), int(MainWindow::Quotes));
        press(Qt::Key_6);
        QCOMPARE(window->currentPage(), int(MainWindow::Sync));
        press(Qt::Key_Comma);
        QCOMPARE(window->currentPage(), int(MainWindow::Settings));
        find<Rail>("rail")->button(MainWindow::Leads)->click();
        QCOMPARE(window->currentPage(), int(MainWindow::Leads));
        QVERIFY(leads->edit()->hasFocus());
        QVERIFY(!find<Rail>("rail")->button(MainWindow::Assign));
    }

    void shouldOfferOnlyTheShownPagesActions()
    {
        press(Qt::Key_N);
        QCOMPARE(leads->created, 1);
        press(Qt::Key_3);
        press(Qt::Key_N);
        QCOMPARE(leads->created, 1);
        QCOMPARE(quotes->created, 1);
    }

    void shouldReachEveryActionByAUniqueShortcutAndAMenu()
    {
        for (int number : window->pages().keys()) {
            window->showPage(number);
            QStringList keys;
            for (const Command &command : window->commands()) {
                QVERIFY2(!command.action->shortcut().isEmpty(), qPrintable(command.action->text()));
                for (const QKeySequence &sequence : command.action->shortcuts()) {
                    QVERIFY2(!keys.contains(sequence.toString()), qPrintable(sequence.toString()));
                    keys.append(sequence.toString());
                }
            }
            for (const QAction *own : window->actions())
                QVERIFY2(keys.contains(own->shortcut().toString()), qPrintable(own->text()));
        }
    }

    void shouldGoOverToAnotherProfile()
    {
        // GIVEN one profile at work, and more others than have a key
        window->setProfiles(profiles(8));
        QSignalSpy chosen(window.get(), &MainWindow::profileChosen);

        // THEN each that has one is reached by it, and by its name
        QVERIFY(!action(u"Switch to Mara & Co at s0.example"_s));
        QVERIFY(!action(u"Switch to Mara & Co at s6.example"_s));
        action(u"Switch to Mara & Co at s2.example"_s)->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"/profiles/2"_s);
        press(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(chosen.last().first().toString(), u"/profiles/1"_s);
        shouldReachEveryActionByAUniqueShortcutAndAMenu();
        window->setProfiles({});
        QVERIFY(!action(u"Switch to Mara & Co at s1.example"_s));
    }

    void shouldCycleThroughThePartsOfTheWindow()
    {
        QVERIFY(leads->edit()->hasFocus());
        QSet<QWidget *> seen;
        for (int i = 0; i < 3; ++i) {
            press(Qt::Key_F6, Qt::NoModifier);
            seen.insert(window->focusWidget());
        }
        QCOMPARE(seen.size(), 3);
        QVERIFY(leads->edit()->hasFocus());
        press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(find<Rail>("rail")->isAncestorOf(window->focusWidget()));
    }

    void shouldOpenARecordOnItsPage()
    {
        Q_EMIT leads->openRequested(ResourceKind::Quote, u"SQ-1"_s);
        QCOMPARE(window->currentPage(), int(MainWindow::Quotes));
        QCOMPARE(quotes->opened, u"SQ-1"_s);
        window->openRecord(ResourceKind::SalesOpportunity, u"SO-1"_s);
        QCOMPARE(window->currentPage(), int(MainWindow::Quotes));
    }

    void shouldShowTheShortcutsAndAbout()
    {
        press(Qt::Key_F1, Qt::NoModifier);
        auto *shortcuts = find<QDialog>("shortcuts");
        QVERIFY(shortcuts);
        QVERIFY(!shortcuts->findChild<QTreeWidget *>()
                     ->findItems(u"Sync Now"_s, Qt::MatchExactly | Qt::MatchRecursive)
                     .isEmpty());
        shortcuts->reject();
        window->activateWindow();
        press(Qt::Key_F1);
        QVERIFY(find<QDialog>("about"));
    }

    void shouldSwitchTheTheme()
    {
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(appearance->theme().isDark);
        QCOMPARE(window->palette().color(QPalette::Window), Theme::dark().window);
        window->showPage(MainWindow::Settings);
        QCOMPARE(window->page(MainWindow::Settings)->findChild<QButtonGroup *>()->checkedId(),
                 int(Appearance::Choice::Dark));
    }

    void shouldAskForAnotherWorkspaceAndQuit()
    {
        QSignalSpy other(window.get(), &MainWindow::switchWorkspaceRequested);
        press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(other.size(), 1);
        press(Qt::Key_Q);
        QVERIFY(!window->isVisible());
    }

    void shouldKeepWhatTheUserArranged()
    {
        window->resize(1110, 710);
        window->showPage(MainWindow::Quotes);
        press(Qt::Key_M);
        QVERIFY(!window->menuBar()->isVisible());
        window->close();
        open();

        QCOMPARE(window->size(), QSize(1110, 710));
        QCOMPARE(window->currentPage(), int(MainWindow::Quotes));
        QCOMPARE(quotes->restored, 7);
        QVERIFY(!window->menuBar()->isVisible());
        press(Qt::Key_1);
        QCOMPARE(window->currentPage(), int(MainWindow::Leads));
    }

    void shouldNameEverythingThatTakesTheFocus()
    {
        for (int number : window->pages().keys()) {
            window->showPage(number);
            for (const QWidget *widget : window->findChildren<QWidget *>()) {
                const bool own =
                    !widget->objectName().startsWith(u"qt_") && !qobject_cast<const QMenu *>(widget);
                if (own && widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus))
                    QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
            }
        }
    }

    void shouldPaint()
    {
        const QString directory = qEnvironmentVariable("SALESBENCH_PICTURES");
        if (directory.isEmpty())
            QSKIP("Set SALESBENCH_PICTURES to a directory to look at the window.");
        window->setProfiles(profiles(3));
        desk->workspace.addLeads(30);
        desk->workspace.setSync(ResourceKind::SalesLead, lead, SyncState::Conflict, {});
        const auto second = desk->workspace.add(
            ResourceKind::Quote, {{u"description"_s, u"Depot cameras"_s}, {u"state"_s, u"inProgress"_s}},
            SyncState::Waiting);
        desk->workspace.setSync(ResourceKind::Quote, second, SyncState::Refused,
                                u"400 validFor.endDateTime is before startDateTime"_s);
        desk->workspace.add(ResourceKind::SalesLead,
                            {{u"name"_s, u"Newsroom uplinks"_s}, {u"status"_s, u"inProgress"_s}},
                            SyncState::Waiting);
        for (const QSize size : {QSize(1440, 900), QSize(1100, 700)}) {
            window->resize(size);
            for (const auto choice : {Appearance::Choice::Light, Appearance::Choice::Dark}) {
                appearance->setChoice(choice);
                const QString look = QStringLiteral("-%1-%2")
                                         .arg(choice == Appearance::Choice::Dark ? u"dark"_s : u"light"_s)
                                         .arg(size.width());
                set(Connection::Online);
                window->showPage(MainWindow::Leads);
                takePicture(window.get(), u"leads"_s + look);
                set(Connection::Offline, 3);
                window->showPage(MainWindow::Sync);
                QTest::qWait(50);
                takePicture(window.get(), u"sync"_s + look);
                set(Connection::SignIn, 3);
                window->showPage(MainWindow::Settings);
                Q_EMIT leads->failed(
                    {Problem::Kind::NotAllowed, u"Leads that are won cannot be changed."_s, {}});
                takePicture(window.get(), u"settings"_s + look);
                find<NoticeBar>("notice")->dismiss();
                set(Connection::Online, 2);
                window->openPalette(u"dep"_s);
                QTest::qWait(50);
                takePicture(window.get(), u"palette"_s + look);
                window->openPalette(u">"_s);
                QTest::qWait(50);
                takePicture(window.get(), u"commands"_s + look);
                window->openPalette(u">switch"_s);
                QTest::qWait(50);
                takePicture(window.get(), u"switch"_s + look);
                window->closePalette();
                takePicture(window->menuBar()->actions().first()->menu(), u"filemenu"_s + look);
            }
        }
    }
};

SALESBENCH_TEST(MainWindowTest)
#include "mainwindowtest.moc"
