// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/shell/appearance.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/rail.h"

#include <QSignalSpy>
#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

using Connection = WorkspaceStatus::Connection;

namespace {

/// A page that remembers what it was told.
class ToyPage : public Page {
public:
    ToyPage(const QString &title, const QString &iconName)
        : m_title(title)
        , m_icon(iconName)
        , m_edit(new QLineEdit(this))
        , m_new(new QAction(u"New lead"_s, this))
    {
        m_edit->setAccessibleName(u"Toy"_s);
        m_new->setShortcut(u"Ctrl+N"_s);
        connect(m_new, &QAction::triggered, this, [this] { ++created; });
    }
    QString title() const override { return m_title; }
    QString iconName() const override { return m_icon; }
    QString countText() const override { return count; }
    QStringList statusTexts() const override { return {u"38 of 412 leads"_s, u"1 selected"_s}; }
    QString waitText() const override { return waits; }
    void stopWaiting() override { ++stopped; }
    QString recordMenuTitle() const override { return u"&Lead"_s; }
    QList<QAction *> menuActions(Menu menu) const override
    {
        return menu == Menu::Record ? QList<QAction *>{m_new} : QList<QAction *>();
    }
    QList<QWidget *> parts() const override { return {m_edit}; }
    void openRecord(const QString &id) override { opened = id; }
    void showOwnedBy(const Person &person) override { owner = person; }
    void saveTo(QSettings &settings) const override { settings.setValue(u"kept"_s, 7); }
    void restoreFrom(const QSettings &settings) override { restored = settings.value(u"kept"_s).toInt(); }

    QString count = u"38 of 412"_s;
    QString waits;
    int stopped = 0;
    QString opened;
    Person owner;
    int created = 0;
    int restored = 0;
    QLineEdit *edit() const { return m_edit; }

private:
    QString m_title;
    QString m_icon;
    QLineEdit *m_edit;
    QAction *m_new;
};

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<OwnSettings> settings;
    std::unique_ptr<Appearance> appearance;
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<MainWindow> window;
    ToyPage *leads = nullptr;
    ToyPage *quotes = nullptr;
    QString lead;

    void open()
    {
        window.reset();
        window = std::make_unique<MainWindow>(*context, *appearance);
        leads = new ToyPage(u"Leads"_s, u"leads"_s);
        quotes = new ToyPage(u"Quotes"_s, u"quotes"_s);
        window->addPage(MainWindow::Leads, leads);
        window->addPage(MainWindow::Quotes, quotes);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(window.get(), Qt::Key(key), modifiers);
    }

    void set(Connection connection, int pending = 0)
    {
        WorkspaceStatus::Snapshot now;
        now.connection = connection;
        now.server = u"sales.fjordtel.example"_s;
        now.pending = pending;
        now.lastSync = desk->workspace.surroundings().now();
        desk->status.set(now);
    }

    QAction *action(const QString &text) const
    {
        for (const Command &command : window->commands()) {
            if (command.action->text().remove(u'&') == text)
                return command.action;
        }
        return nullptr;
    }

    template<typename T>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QLatin1StringView(name));
    }

    void rename(const QString &name)
    {
        Change change{u"Rename to %1"_s.arg(name),
                      {Edit{Edit::Op::Update, ResourceKind::SalesLead, lead, {{u"name"_s, name}}}}};
        desk->workspace.edits().record(change);
        QTRY_VERIFY(!desk->workspace.edits().undoState().undoTitle.isEmpty());
    }
    QString name() const
    {
        return desk->workspace.find(ResourceKind::SalesLead, lead).local.value(u"name").toString();
    }

private Q_SLOTS:
    void init()
    {
        settings = std::make_unique<OwnSettings>();
        appearance = std::make_unique<Appearance>([] { return false; });
        desk = std::make_unique<FakeDesk>();
        lead = desk->workspace.add(ResourceKind::SalesLead,
                                   {{u"name"_s, u"SD-WAN for 14 depots"_s}, {u"status"_s, u"inProgress"_s}});
        context = std::make_unique<Context>(desk->context());
        set(Connection::Online);
        open();
    }
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
        QSignalSpy token(window.get(), &MainWindow::tokenEntered);
        state->findChild<QPushButton *>()->click();
        QCOMPARE(window->currentPage(), int(MainWindow::Settings));

        auto *edit = find<QLineEdit>("token");
        QTest::keyClicks(edit, u"secret"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(token.size(), 1);
        QCOMPARE(token.first().first().toString(), u"secret"_s);
        QVERIFY(edit->text().isEmpty());

        set(Connection::Online);
        QVERIFY(!state->isVisible());
    }

    void shouldNotRepeatAStateThatWasDismissed()
    {
        set(Connection::SignIn);
        auto *state = find<NoticeBar>("state");
        state->dismiss();
        set(Connection::SignIn, 2);
        QVERIFY(!state->isVisible());
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
                window->closePalette();
            }
        }
    }
};

SALESBENCH_TEST(MainWindowTest)
#include "mainwindowtest.moc"
