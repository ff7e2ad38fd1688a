// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/deskrun.h"
#include "app/workbench/profilelist.h"
#include "tests/support/deskroom.h"
#include "tests/support/faketmf.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "tests/support/workspacecontract.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/startdialog.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

namespace {

constexpr int LongestWait = 1500; ///< turns of 10 ms, for one step

/// Does one step after the other, each as soon as it can be done, while the program runs. A step that cannot
/// be done ends the program.
class Driver : public QObject {
public:
    using Step = std::function<bool()>;

    explicit Driver(QList<Step> steps)
        : m_steps(std::move(steps))
    {
        m_timer.callOnTimeout(this, [this] { go(); });
        m_timer.start(10);
    }
    bool isDone() const { return m_steps.isEmpty(); }
    qsizetype left() const { return m_steps.size(); }

private:
    void go()
    {
        if (m_isBusy || m_steps.isEmpty())
            return;
        m_isBusy = true;
        if (const Step step = m_steps.first(); step()) {
            m_steps.removeFirst();
            m_waited = 0;
        } else if (++m_waited > LongestWait) {
            m_timer.stop();
            for (QWidget *widget : QApplication::topLevelWidgets())
                widget->close();
        }
        m_isBusy = false;
    }

    QList<Step> m_steps;
    QTimer m_timer;
    int m_waited = 0;
    bool m_isBusy = false;
};

template<typename T>
T *shown()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<T *>(widget); found && found->isVisible())
            return found;
    }
    return nullptr;
}

/// Later, because what it does may run an event loop of its own.
bool trigger(const QString &text)
{
    auto *window = shown<MainWindow>();
    if (!window)
        return false;
    for (const Command &command : window->commands()) {
        if (command.text() == text) {
            QTimer::singleShot(0, command.action, &QAction::trigger);
            return true;
        }
    }
    return false;
}

} // namespace

/// From one workspace to another without a restart.
class DeskRunTest : public QObject {
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;
    Appearance m_appearance{[] {
        return false;
    }};
    std::unique_ptr<DeskRoom> m_room;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<FakeTmf> m_one;
    std::unique_ptr<FakeTmf> m_two;

    /// A server with one lead, which knows its own token only.
    static std::unique_ptr<FakeTmf> makeServer(const QString &lead, const QByteArray &token)
    {
        auto server = std::make_unique<FakeTmf>();
        server->put(u"salesLead"_s, {{u"id"_s, lead}, {u"name"_s, lead}});
        server->instead = [token](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const bool known = request.headers.value("authorization") == "Bearer " + token;
            return known ? std::nullopt : std::optional(FakeAnswer{.status = 401, .body = "{}"});
        };
        return server;
    }
    QString folder(const QString &name) const { return m_place->filePath(name); }
    QString host(FakeTmf &server) const { return QUrl(server.origin()).authority(); }

    /// As somebody did before: a profile with its server and its token.
    void connectTo(FakeTmf &server, const QString &name, const QByteArray &token, const Person &person)
    {
        DeskPlan plan;
        plan.options.server = server.origin();
        plan.options.profile = folder(name);
        plan.user = person;
        plan.signIn = Credential(token);
        const auto desk = std::move(Desk::open(plan, m_room->tools()).value());
        QTRY_VERIFY(isSynced(*desk));
        desk->keepLast();
    }
    static bool isSynced(const Desk &desk)
    {
        const WorkspaceStatus::Snapshot &now = desk.status().now();
        return now.connection == WorkspaceStatus::Connection::Online && now.lastSync.isValid()
            && !now.progress;
    }
    static Options at(const QString &folder)
    {
        Options options;
        options.profile = folder;
        return options;
    }
    /// The window shows this server's host and is in step with it.
    static Driver::Step shows(const QString &host)
    {
        return [host] {
            auto *window = shown<MainWindow>();
            const auto *label = window ? window->findChild<QLabel *>(u"settingsConnection"_s) : nullptr;
            return label && label->text().startsWith(u"Online") && label->text().contains(host);
        };
    }
    static Driver::Step doTrigger(const QString &text)
    {
        return [text] {
            return trigger(text);
        };
    }
    static Driver::Step choose(const QString &host)
    {
        return [host] {
            auto *dialog = shown<StartDialog>();
            for (auto *button : dialog ? dialog->findChildren<QRadioButton *>() : QList<QRadioButton *>()) {
                if (button->accessibleName() == host) {
                    button->click();
                    dialog->findChild<QPushButton *>(u"start"_s)->click();
                    return true;
                }
            }
            return false;
        };
    }
    static bool cancel()
    {
        auto *dialog = shown<StartDialog>();
        if (dialog)
            dialog->reject();
        return dialog;
    }
    static QStringList tokensSeenBy(FakeTmf &server)
    {
        QSet<QString> tokens;
        for (const FakeRequest &request : server.server().requests())
            tokens.insert(QString::fromUtf8(request.headers.value("authorization")));
        return tokens.values();
    }

    const Person Mara{u"p1"_s, u"Mara Lindqvist"_s, Role::Representative, {}};
    const Person Ingrid{u"p3"_s, u"Ingrid Solheim"_s, Role::Supervisor, {}};
    const QString ToTwo = u"Switch to Ingrid Solheim at "_s;

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<OwnSettings>();
        m_room = std::make_unique<DeskRoom>(m_appearance);
        m_place = std::make_unique<QTemporaryDir>();
        m_one = makeServer(u"first"_s, "one");
        m_two = makeServer(u"second"_s, "two");
        connectTo(*m_one, u"one"_s, "one", Mara);
        connectTo(*m_two, u"two"_s, "two", Ingrid);
    }

    void shouldGoOverToAnotherProfile()
    {
        // GIVEN a workbench at one server
        // WHEN its user goes over to the other one by the menu, and back
        Driver driver({shows(host(*m_one)), doTrigger(ToTwo + host(*m_two)), shows(host(*m_two)),
                       doTrigger(u"Switch to Mara Lindqvist at "_s + host(*m_one)), shows(host(*m_one)),
                       doTrigger(u"Quit"_s)});
        const ExitCode code = DeskRun(m_room->tools()).run(at(folder(u"one"_s)));

        // THEN each server heard of its own token alone, out of the keychain
        QVERIFY2(driver.isDone(), qPrintable(QString::number(driver.left())));
        QCOMPARE(code, ExitCode::Done);
        QCOMPARE(tokensSeenBy(*m_one), QStringList{u"Bearer one"_s});
        QCOMPARE(tokensSeenBy(*m_two), QStringList{u"Bearer two"_s});
        QVERIFY(m_room->dialogs.told.isEmpty());
    }

    void shouldStopWhatRunsWhenItGoesOver()
    {
        // GIVEN a server that does not answer any more in the middle of a synchronisation
        bool isAsked = false;
        m_one->instead = [&](const FakeRequest &) -> std::optional<FakeAnswer> {
            isAsked = true;
            return FakeAnswer{.silent = true};
        };
        Driver driver({[&] { return isAsked; }, doTrigger(ToTwo + host(*m_two)), shows(host(*m_two)),
                       [&] {
                           m_one->server().forget();
                           return true;
                       },
                       doTrigger(u"Sync Now"_s), shows(host(*m_two)), doTrigger(u"Quit"_s)});
        DeskRun(m_room->tools()).run(at(folder(u"one"_s)));

        // THEN it is left alone from then on, and its workspace is free
        QVERIFY2(driver.isDone(), qPrintable(QString::number(driver.left())));
        QVERIFY(m_one->server().requests().isEmpty());
        QVERIFY(openProfile(at(folder(u"one"_s))));
    }

    void shouldKeepWhatWasNotSentWhereItIs()
    {
        // GIVEN an edit in one profile, whose server is away
        m_one->server().close();
        {
            const OpenProfile profile = std::move(openProfile(at(folder(u"one"_s))).value());
            const Change change{
                u"Create"_s,
                {{Edit::Op::Create, ResourceKind::SalesLead, u"mine"_s, {{u"name"_s, u"Mine"_s}}}}};
            QVERIFY(await(profile.workspace->edits().record(change)));
        }
        Driver driver({doTrigger(ToTwo + host(*m_two)), shows(host(*m_two)), doTrigger(u"Quit"_s)});
        DeskRun(m_room->tools()).run(at(folder(u"one"_s)));

        // THEN it waits there, the list says so, and the other server never sees it
        QVERIFY2(driver.isDone(), qPrintable(QString::number(driver.left())));
        QCOMPARE(m_two->count(u"salesLead"_s), 1);
        const OpenProfile profile = std::move(openProfile(at(folder(u"one"_s))).value());
        QCOMPARE(await(profile.workspace->journal().counts())->waiting, 1);
        for (const ProfileList list = knownProfiles(); const KnownProfile &known : list.profiles)
            QCOMPARE(known.pending, known.folder == folder(u"one"_s) ? 1 : 0);
    }

    void shouldChooseAmongAllAndStayWhereTheUserCancels()
    {
        Driver driver({shows(host(*m_one)), doTrigger(u"Switch Workspace…"_s), &DeskRunTest::cancel,
                       shows(host(*m_one)), doTrigger(u"Switch Workspace…"_s), choose(host(*m_two)),
                       shows(host(*m_two)), doTrigger(u"Quit"_s)});
        DeskRun(m_room->tools()).run(at(folder(u"one"_s)));
        QVERIFY2(driver.isDone(), qPrintable(QString::number(driver.left())));
    }

    void shouldComeBackWhereTheOtherCannotBeOpened()
    {
        const OpenProfile somebody = std::move(openProfile(at(folder(u"two"_s))).value());
        Driver driver({shows(host(*m_one)), doTrigger(ToTwo + host(*m_two)),
                       [&] { return !m_room->dialogs.told.isEmpty(); }, shows(host(*m_one)),
                       doTrigger(u"Quit"_s)});
        DeskRun(m_room->tools()).run(at(folder(u"one"_s)));
        QVERIFY2(driver.isDone(), qPrintable(QString::number(driver.left())));
        QVERIFY2(m_room->dialogs.told.first().contains(u"already open in another Salesbench"_s),
                 qPrintable(m_room->dialogs.told.first()));
    }

    void shouldAskWhereTheProfileOfTheLastTimeCannotBeOpened()
    {
        StartChoice choice;
        choice.workspace = StartChoice::Workspace::Profile;
        choice.folder = folder(u"two"_s);
        choice.askAgain = false;
        QSettings settings;
        keepStartChoice(settings, choice);
        const OpenProfile somebody = std::move(openProfile(at(folder(u"two"_s))).value());
        Driver driver({choose(host(*m_one)), shows(host(*m_one)), doTrigger(u"Quit"_s)});
        QCOMPARE(DeskRun(m_room->tools()).run({}), ExitCode::Done);
        QVERIFY2(driver.isDone(), qPrintable(QString::number(driver.left())));
        QCOMPARE(m_room->dialogs.told.size(), 1);
    }

    void shouldAskAfterASignOutAndNotListWhatWasRemoved()
    {
        Driver driver(
            {shows(host(*m_one)), doTrigger(u"Sign Out…"_s), [] { return shown<StartDialog>() != nullptr; },
             [&] {
                 for (const ProfileList list = knownProfiles(); const KnownProfile &known : list.profiles) {
                     if (known.folder == folder(u"one"_s))
                         return false;
                 }
                 return true;
             },
             &DeskRunTest::cancel});
        DeskRun(m_room->tools()).run(at(folder(u"one"_s)));
        QVERIFY2(driver.isDone(), qPrintable(QString::number(driver.left())));
        QVERIFY(!QDir(folder(u"one"_s)).exists());
    }

    void shouldForgetAProfileAtTheStart()
    {
        Driver driver({[&] {
                           auto *dialog = shown<StartDialog>();
                           for (auto *button :
                                dialog ? dialog->findChildren<QRadioButton *>() : QList<QRadioButton *>()) {
                               if (button->accessibleName() == host(*m_one)) {
                                   button->click();
                                   dialog->findChild<QPushButton *>(u"forgetProfile"_s)->click();
                                   return true;
                               }
                           }
                           return false;
                       },
                       [&] { return shown<StartDialog>()->choice().folder == folder(u"two"_s); },
                       &DeskRunTest::cancel});
        DeskRun(m_room->tools()).run({});
        QVERIFY2(driver.isDone(), qPrintable(QString::number(driver.left())));
        QCOMPARE(m_room->dialogs.asked.size(), 1);
        QVERIFY(!QDir(folder(u"one"_s)).exists());
        QCOMPARE(m_room->keychain->secrets.size(), 1);
    }

    void shouldSayThatTheListCannotBeWritten()
    {
        const QString list = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        QVERIFY(QDir(list).removeRecursively());
        QFile inTheWay(list);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Driver driver({shows(host(*m_one)),
                       [&] {
                           const auto *notice = shown<MainWindow>()->findChild<NoticeBar *>(u"notice"_s);
                           return notice->text().contains(u"cannot be written");
                       },
                       doTrigger(u"Quit"_s)});
        DeskRun(m_room->tools()).run(at(folder(u"one"_s)));
        QVERIFY2(driver.isDone(), qPrintable(QString::number(driver.left())));
    }
};

SALESBENCH_TEST(DeskRunTest)
#include "deskruntest.moc"
