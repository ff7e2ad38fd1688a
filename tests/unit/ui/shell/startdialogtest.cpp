// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startdialog.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/shell/appearance.h"
#include "ui/shell/choicecard.h"

#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

using Workspace = StartChoice::Workspace;

class StartDialogTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<OwnSettings> settings;
    std::unique_ptr<Appearance> appearance;
    std::unique_ptr<StartDialog> dialog;

    static StartOffer offer()
    {
        StartOffer result;
        result.demoPeople = {
            {u"p1"_s, u"Mara Lindqvist"_s, Role::Representative, {}},
            {u"p2"_s, u"Devika Anand"_s, Role::Representative, u"Sales representative, India"_s},
            {u"p3"_s, u"Ingrid Solheim"_s, Role::Supervisor, {}}};
        result.demoText = u"500 sample leads, 120 opportunities and 80 quotes."_s;
        result.lastName = u"sales.fjordtel.example"_s;
        result.lastSync = QDateTime(QDate(2026, 10, 7), QTime(13, 58));
        result.lastPending = 3;
        return result;
    }
    void open(const StartOffer &what = offer(), const StartChoice &before = {})
    {
        dialog = std::make_unique<StartDialog>(what, before);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    }
    template<typename T>
    T *find(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1StringView(name));
    }
    ChoiceCard *card(const char *name) const { return find<ChoiceCard>(name); }
    void choosePerson(const QString &name)
    {
        for (auto *button : dialog->findChildren<QRadioButton *>()) {
            if (button->accessibleName() == name)
                button->click();
        }
    }
    QString allText() const
    {
        QString text;
        for (const auto *label : dialog->findChildren<QLabel *>())
            text += label->isVisible() ? label->text() + u'\n' : QString();
        return text;
    }

private Q_SLOTS:
    void init()
    {
        settings = std::make_unique<OwnSettings>();
        appearance = std::make_unique<Appearance>([] { return false; });
    }
    void cleanup() { dialog.reset(); }

    void shouldStartTheDemoAsARepresentativeByDefault()
    {
        open();
        QTest::keyClick(dialog.get(), Qt::Key_Return);

        QCOMPARE(dialog->result(), int(QDialog::Accepted));
        const StartChoice choice = dialog->choice();
        QCOMPARE(choice.workspace, Workspace::Demo);
        QCOMPARE(choice.user.partyId, u"p1"_s);
        QVERIFY(choice.askAgain);
    }

    void shouldStartTheDemoAsASupervisor()
    {
        open();
        QVERIFY(allText().contains(u"As a sales representative"));
        choosePerson(u"Ingrid Solheim"_s);
        QVERIFY(allText().contains(u"As a supervisor"));
        find<QCheckBox>("")->setChecked(true);

        QCOMPARE(dialog->choice().user.role, Role::Supervisor);
        QVERIFY(!dialog->choice().askAgain);
    }

    void shouldConnectToAServerOnceItKnowsWhereAndWho()
    {
        open();
        QTest::keyClicks(find<QLineEdit>("address"), u"https://sales.fjordtel.example"_s);
        QVERIFY(card("server")->isChosen());
        QCOMPARE(find<QPushButton>("start")->text(), u"&Connect"_s);
        QVERIFY(!find<QPushButton>("start")->isEnabled());
        QTest::keyClicks(find<QLineEdit>("userName"), u"Mara Lindqvist"_s);
        QTest::keyClicks(find<QLineEdit>("userId"), u"p1"_s);
        QTest::keyClicks(find<QLineEdit>("token"), u" secret "_s);
        QVERIFY(find<QPushButton>("start")->isEnabled());
        find<QComboBox>("userRole")->setCurrentIndex(1);

        const StartChoice choice = dialog->choice();
        QCOMPARE(choice.workspace, Workspace::Server);
        QCOMPARE(choice.address, u"https://sales.fjordtel.example"_s);
        QCOMPARE(choice.token, u"secret"_s);
        QCOMPARE(choice.user, (Person{u"p1"_s, u"Mara Lindqvist"_s, Role::Supervisor, {}}));
        QCOMPARE(find<QLineEdit>("token")->echoMode(), QLineEdit::Password);
    }

    void shouldAskHowToSignIn()
    {
        open();
        QTest::keyClicks(find<QLineEdit>("address"), u"https://sales.fjordtel.example"_s);
        QTest::keyClicks(find<QLineEdit>("userName"), u"Mara Lindqvist"_s);
        auto *kind = find<QComboBox>("signInKind");
        kind->setCurrentIndex(kind->findData(int(SignInMethod::Kind::Client)));
        QTest::keyClicks(find<QLineEdit>("tokenUrl"), u"https://login.example/token"_s);
        QVERIFY(!find<QPushButton>("start")->isEnabled());
        QTest::keyClicks(find<QLineEdit>("clientId"), u"bench"_s);
        QVERIFY(find<QPushButton>("start")->isEnabled());
        QTest::keyClicks(find<QLineEdit>("token"), u"secret"_s);

        const SignInMethod method = dialog->choice().method;
        QCOMPARE(method.kind, SignInMethod::Kind::Client);
        QCOMPARE(method.tokenUrl, u"https://login.example/token"_s);
        QCOMPARE(method.clientId, u"bench"_s);
        QCOMPARE(dialog->choice().token, u"secret"_s);
    }

    void shouldHaveRoomForWhatASignInNeeds()
    {
        open();
        auto *kind = find<QComboBox>("signInKind");
        kind->setCurrentIndex(kind->findData(int(SignInMethod::Kind::Browser)));
        auto *secret = find<QLineEdit>("token");
        QTRY_VERIFY(secret->height() >= secret->sizeHint().height());
        QTRY_VERIFY(card("server")->rect().contains(QRect(secret->mapTo(card("server"), QPoint()), secret->size())));
    }

    void shouldOpenTheLastWorkspaceWhereThereIsOne()
    {
        open();
        QVERIFY(allText().contains(u"3 changes pending."));
        QTest::mouseClick(card("last"), Qt::LeftButton);
        QCOMPARE(dialog->choice().workspace, Workspace::Last);
        QCOMPARE(find<QPushButton>("start")->text(), u"&Open"_s);

        StartOffer none = offer();
        none.lastName.clear();
        open(none);
        QVERIFY(!card("last")->isVisible());
    }

    void shouldQuitOnEscape()
    {
        open();
        QTest::keyClick(dialog.get(), Qt::Key_Escape);
        QCOMPARE(dialog->result(), int(QDialog::Rejected));
        QVERIFY(!dialog->isVisible());
    }

    void shouldBeginWithTheLastChoiceAndKeepNoToken()
    {
        QSettings kept;
        StartChoice choice;
        choice.workspace = Workspace::Server;
        choice.address = u"https://sales.fjordtel.example"_s;
        choice.token = u"secret"_s;
        choice.method = {.kind = SignInMethod::Kind::Browser,
                         .authorizationUrl = u"https://login.example/authorize"_s,
                         .tokenUrl = u"https://login.example/token"_s,
                         .clientId = u"bench"_s,
                         .scope = u"sales"_s};
        choice.user = {u"p9"_s, u"Tom Baker"_s, Role::Supervisor, {}};
        choice.askAgain = false;
        keepStartChoice(kept, choice);
        for (const QString &key : kept.allKeys())
            QVERIFY(!kept.value(key).toString().contains(u"secret"));

        open(offer(), readStartChoice(kept));
        QVERIFY(card("server")->isChosen());
        const StartChoice again = dialog->choice();
        QCOMPARE(again.address, choice.address);
        QCOMPARE(again.user, choice.user);
        QCOMPARE(again.method, choice.method);
        QVERIFY(!again.askAgain);
    }

    void shouldFallBackToTheDemoWhenTheLastWorkspaceIsGone()
    {
        StartOffer none = offer();
        none.lastName.clear();
        StartChoice before;
        before.workspace = Workspace::Last;
        before.user.partyId = u"p2"_s;
        open(none, before);
        QVERIFY(card("demo")->isChosen());
        QCOMPARE(dialog->choice().user.partyId, u"p2"_s);
    }

    void shouldNameEverythingThatTakesTheFocus()
    {
        open();
        for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

    void shouldPaint()
    {
        for (const auto choice : {Appearance::Choice::Light, Appearance::Choice::Dark}) {
            appearance->setChoice(choice);
            const QString look = choice == Appearance::Choice::Dark ? u"dark"_s : u"light"_s;
            open();
            QVERIFY(!dialog->grab().isNull());
            takePicture(dialog.get(), u"start-"_s + look);
            card("server")->choose();
            takePicture(dialog.get(), u"startserver-"_s + look);
            auto *kind = find<QComboBox>("signInKind");
            kind->setCurrentIndex(kind->findData(int(SignInMethod::Kind::Browser)));
            QCoreApplication::processEvents();
            takePicture(dialog.get(), u"startbrowser-"_s + look);
        }
    }
};

SALESBENCH_TEST(StartDialogTest)
#include "startdialogtest.moc"
