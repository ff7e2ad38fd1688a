// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/start.h"
#include "app/workbench/person.h"
#include "app/workbench/profilelist.h"
#include "resources/demo/demodata.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

namespace {

StartChoice atServer(const QString &address, const Person &user)
{
    StartChoice choice;
    choice.workspace = StartChoice::Workspace::Server;
    choice.address = address;
    choice.token = u"secret"_s;
    choice.user = user;
    return choice;
}

const Person Mara{u"p1"_s, u"Mara Lindqvist"_s, Role::Representative, {}};
const Person Anil{u"p2"_s, u"Anil Deshmukh"_s, Role::Representative, {}};

} // namespace

class StartTest : public QObject {
    Q_OBJECT

    OwnSettings m_settings;

    void makeProfile(const QString &folder) const
    {
        QFile workspace(folder + u"/workspace.sqlite"_s);
        QVERIFY(workspace.open(QIODevice::WriteOnly));
        rememberPerson(folder, Mara);
        KnownProfile profile;
        profile.folder = folder;
        profile.server = u"sales.example"_s;
        QVERIFY(keepProfile(profile));
    }

private Q_SLOTS:
    void cleanup() { QSettings().clear(); }

    void shouldAskWhereNothingSaysWhatToOpen()
    {
        QVERIFY(!givenPlan({}));
        QVERIFY(!keptPlan());
    }

    void shouldNotAskWhereTheCommandLineSays()
    {
        Options demo;
        demo.demo = true;
        Options server;
        server.server = u"http://sales.example"_s;
        Options profile;
        profile.profile = u"/tmp/p"_s;

        QVERIFY(givenPlan(demo)->options.demo);
        QCOMPARE(givenPlan(server)->options.server, server.server);
        QCOMPARE(givenPlan(profile)->options.profile, profile.profile);
    }

    void shouldNotAskWhoDoesNotWantToBeAsked()
    {
        StartChoice choice;
        choice.user = DemoData::team().last();
        choice.askAgain = false;
        QSettings settings;
        keepStartChoice(settings, choice);

        const std::optional<DeskPlan> plan = keptPlan();

        QVERIFY(plan && plan->options.demo);
        QCOMPARE(*plan->user, DemoData::team().last());
    }

    void shouldKeepTheWorkspacesOfServersAndPeopleApart()
    {
        const DeskPlan one = planFor(atServer(u"http://a.example"_s, Mara));
        const DeskPlan otherServer = planFor(atServer(u"http://b.example"_s, Mara));
        const DeskPlan otherPerson = planFor(atServer(u"http://a.example"_s, Anil));

        QVERIFY(one.options.profile != otherServer.options.profile);
        QVERIFY(one.options.profile != otherPerson.options.profile);
        QCOMPARE(planFor(atServer(u"http://a.example"_s, Mara)).options.profile, one.options.profile);
        QCOMPARE(one.signIn->secret, "secret");
        QCOMPARE(*one.user, Mara);
    }

    void shouldSignInAsChosen()
    {
        StartChoice choice = atServer(u"http://a.example"_s, Mara);
        choice.method = {.kind = SignInMethod::Kind::Browser,
                         .authorizationUrl = u"https://login.example/authorize"_s,
                         .tokenUrl = u"https://login.example/token"_s,
                         .clientId = u"bench"_s,
                         .scope = {}};
        QCOMPARE(planFor(choice).signIn->method, choice.method);
        choice.token.clear();
        QCOMPARE(planFor(choice).signIn->method, choice.method);
        choice.method = {};
        QVERIFY(!planFor(choice).signIn); // as the profile knows
    }

    void shouldOfferTheProfilesAndOpenTheOneThatIsChosen()
    {
        QVERIFY(startOffer().profiles.isEmpty());
        QTemporaryDir folder;
        makeProfile(folder.path());

        const StartOffer offer = startOffer();
        StartChoice choice;
        choice.workspace = StartChoice::Workspace::Profile;
        choice.folder = folder.path();

        QCOMPARE(offer.profiles.size(), 1);
        QCOMPARE(offer.profiles.first().user, Mara);
        QVERIFY(!offer.isSwitch);
        QVERIFY(!offer.profiles.first().isOpen);
        QCOMPARE(planFor(choice).options.profile, folder.path());
        QVERIFY(!planFor(choice).user); // as the profile knows
        QVERIFY(startOffer(folder.path()).isSwitch);
        QVERIFY(startOffer(folder.path()).profiles.first().isOpen);
        folder.remove();
        QVERIFY(startOffer().profiles.isEmpty());
    }

    void shouldAskWhereTheProfileThatWasChosenIsGone()
    {
        QTemporaryDir folder;
        makeProfile(folder.path());
        StartChoice choice;
        choice.workspace = StartChoice::Workspace::Profile;
        choice.folder = folder.path();
        choice.askAgain = false;
        QSettings settings;
        keepStartChoice(settings, choice);

        QCOMPARE(keptPlan()->options.profile, folder.path());
        folder.remove();
        QVERIFY(!keptPlan());
    }
};

SALESBENCH_TEST(StartTest)
#include "starttest.moc"
