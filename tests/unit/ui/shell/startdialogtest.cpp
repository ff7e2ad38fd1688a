// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startdialog.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/shell/appearance.h"
#include "ui/shell/choicecard.h"

#include <QSignalSpy>
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
        result.today = QDate(2026, 10, 7);
        return result;
    }
    static KnownProfile profile(const QString &server, const Person &user, int day, int pending = 0)
    {
        KnownProfile result;
        result.folder = u"/profiles/"_s + server;
        result.server = server;
        result.user = user;
        result.signIn = SignInMethod::Kind::Browser;
        result.lastUsed = QDateTime(QDate(2026, 10, day), QTime(13, 58));
        result.lastSync = result.lastUsed;
        result.pending = pending;
        return result;
    }
    static StartOffer offerWith(int profiles)
    {
        StartOffer result = offer();
        const QVector<KnownProfile> all{
            profile(u"sales.fjordtel.example"_s, {u"p1"_s, u"Mara Lindqvist"_s, Role::Representative, {}}, 7,
                    3),
            profile(u"tmf.nordcom.example:8443"_s,
                    {u"p4"_s, u"Mara Lindqvist"_s, Role::Supervisor, u"Head of enterprise sales"_s}, 6),
            profile(u"sandbox.fjordtel.example"_s, {u"p9"_s, u"Tom Baker"_s, Role::Representative, {}}, 1,
                    1)};
        result.profiles = all.first(profiles);
        return result;
    }
    static StartChoice profileIn(const QString &folder)
    {
        StartChoice choice;
        choice.workspace = Workspace::Profile;
        choice.folder = folder;
        return choice;
    }
    void chooseProfile(const QString &server) const
    {
        for (auto *button : dialog->findChildren<QRadioButton *>()) {
            if (button->accessibleName() == server)
                button->click();
        }
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

    void shouldOfferNoProfileWhereThereIsNone()
    {
        open();
        QVERIFY(!find<QScrollArea>("profiles")->isVisible());
        QVERIFY(!allText().contains(u"Your profiles"));
        QVERIFY(find<QLineEdit>("address")->isVisible());
    }

    void shouldOpenTheProfileThatIsChosen()
    {
        StartChoice before;
        before.workspace = Workspace::Profile;
        before.folder = u"/profiles/tmf.nordcom.example:8443"_s;
        open(offerWith(3), before);
        QCOMPARE(dialog->choice().folder, before.folder);
        QVERIFY(allText().contains(u"3 changes pending."));
        QVERIFY(allText().contains(u"As a supervisor"));
        QVERIFY(allText().contains(u"In the browser"));
        QCOMPARE(find<QPushButton>("start")->text(), u"&Open"_s);
        QVERIFY(!find<QLineEdit>("address")->isVisible()); // until it is asked for

        chooseProfile(u"sandbox.fjordtel.example"_s);

        QCOMPARE(dialog->choice().workspace, Workspace::Profile);
        QCOMPARE(dialog->choice().folder, u"/profiles/sandbox.fjordtel.example"_s);
        QVERIFY(allText().contains(u"Tom Baker"));
        QVERIFY(allText().contains(u"As a sales representative"));
    }

    void shouldConnectToAnotherServerBesideTheProfiles()
    {
        open(offerWith(1));
        card("server")->choose();
        QVERIFY(find<QLineEdit>("address")->isVisible());
        QVERIFY(!find<QPushButton>("start")->isEnabled());
        QTest::keyClicks(find<QLineEdit>("address"), u"https://other.example"_s);
        QTest::keyClicks(find<QLineEdit>("userName"), u"Mara Lindqvist"_s);
        QCOMPARE(dialog->choice().workspace, Workspace::Server);
        QCOMPARE(dialog->choice().address, u"https://other.example"_s);
        QVERIFY(find<QPushButton>("start")->isEnabled());
    }

    void shouldTakeTheFirstProfileWhereTheLastOneIsGone()
    {
        StartChoice before;
        before.workspace = Workspace::Profile;
        before.folder = u"/profiles/gone"_s;
        open(offerWith(2), before);
        QCOMPARE(dialog->choice().folder, u"/profiles/sales.fjordtel.example"_s);
    }

    void shouldReachEveryProfileByKeys()
    {
        open(offerWith(3), profileIn({}));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Down);
        QCOMPARE(dialog->choice().folder, u"/profiles/tmf.nordcom.example:8443"_s);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Down);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Down);
        QVERIFY(card("demo")->isChosen());
    }

    void shouldForgetWhatItIsToldTo()
    {
        open(offerWith(2), profileIn({}));
        QSignalSpy forget(dialog.get(), &StartDialog::forgetRequested);
        find<QPushButton>("forgetProfile")->click();
        QCOMPARE(forget.size(), 1);
        QCOMPARE(forget.first().first().value<KnownProfile>(), offerWith(1).profiles.first());

        dialog->setProfiles({offerWith(2).profiles.last()});
        QCOMPARE(dialog->choice().folder, u"/profiles/tmf.nordcom.example:8443"_s);
        dialog->setProfiles({});
        QCOMPARE(dialog->choice().workspace, Workspace::Demo);
        QVERIFY(!allText().contains(u"Your profiles"));
    }

    void shouldNotForgetWhatIsOpen()
    {
        StartOffer offer = offerWith(2);
        offer.isSwitch = true;
        offer.profiles.first().isOpen = true;
        open(offer, profileIn({}));
        QVERIFY(!find<QPushButton>("forgetProfile")->isEnabled());
        QVERIFY(allText().contains(u"open now"));
        QVERIFY(allText().contains(u"Switch workspace"));
        chooseProfile(u"tmf.nordcom.example:8443"_s);
        QVERIFY(find<QPushButton>("forgetProfile")->isEnabled());
    }

    void shouldScrollWhereThereAreMany()
    {
        StartOffer many = offer();
        for (int i = 0; i < 40; ++i)
            many.profiles.append(profile(u"sales-%1.example"_s.arg(i), offer().demoPeople.first(), 7));
        open(many, profileIn(u"/profiles/sales-39.example"_s));
        auto *list = find<QScrollArea>("profiles");
        QVERIFY(list->height() < 300);
        const QWidget *chosen = dialog->focusWidget()->parentWidget();
        QTRY_VERIFY(
            list->viewport()->rect().contains(chosen->mapTo(list->viewport(), chosen->rect().center())));
    }

    void shouldShowWhatIsWrongWithTheList()
    {
        StartOffer what = offer();
        what.notice = u"The list of your profiles cannot be read."_s;
        open(what);
        QVERIFY(allText().contains(what.notice));
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

    void shouldFallBackToTheDemoWhenThereIsNoProfileAnyMore()
    {
        StartChoice before;
        before.workspace = Workspace::Profile;
        before.user.partyId = u"p2"_s;
        open(offer(), before);
        QVERIFY(card("demo")->isChosen());
        QCOMPARE(dialog->choice().user.partyId, u"p2"_s);
    }

    void shouldNameEverythingThatTakesTheFocus()
    {
        open(offerWith(3));
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
            for (int profiles : {0, 1, 3}) {
                open(offerWith(profiles), profileIn({}));
                QVERIFY(!dialog->grab().isNull());
                takePicture(dialog.get(), u"start%1-"_s.arg(profiles) + look);
            }
            using Kind = SignInMethod::Kind;
            for (const auto &[kind, name] :
                 {std::pair(Kind::Token, "token"), std::pair(Kind::Client, "client"),
                  std::pair(Kind::Browser, "browser")}) {
                StartChoice before;
                before.workspace = Workspace::Server;
                before.method.kind = kind;
                open(offerWith(kind == Kind::Token ? 0 : 3), before);
                QCoreApplication::processEvents();
                takePicture(dialog.get(), u"start%1-"_s.arg(QLatin1StringView(name)) + look);
            }
        }
    }
};

SALESBENCH_TEST(StartDialogTest)
#include "startdialogtest.moc"
