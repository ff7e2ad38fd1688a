// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/start.h"
#include "app/workbench/lastworkspace.h"
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

private Q_SLOTS:
    void cleanup() { QSettings().clear(); }

    void shouldAskWhereNothingSaysWhatToOpen()
    {
        QVERIFY(!planWithoutAsking({}));
    }

    void shouldNotAskWhereTheCommandLineSays()
    {
        Options demo;
        demo.demo = true;
        Options server;
        server.server = u"http://sales.example"_s;
        Options profile;
        profile.profile = u"/tmp/p"_s;

        QVERIFY(planWithoutAsking(demo)->options.demo);
        QCOMPARE(planWithoutAsking(server)->options.server, server.server);
        QCOMPARE(planWithoutAsking(profile)->options.profile, profile.profile);
    }

    void shouldNotAskWhoDoesNotWantToBeAsked()
    {
        StartChoice choice;
        choice.user = DemoData::team().last();
        choice.askAgain = false;
        QSettings settings;
        keepStartChoice(settings, choice);

        const std::optional<DeskPlan> plan = planWithoutAsking({});

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

    void shouldOfferTheLastWorkspaceAsLongAsItIsThere()
    {
        QCOMPARE(startOffer().lastName, QString());
        QTemporaryDir folder;
        const LastWorkspace last{folder.path(), u"sales.example"_s, QDateTime({2026, 11, 20}, {8, 0}), 3};
        keepLastWorkspace(last);

        const StartOffer offer = startOffer();
        StartChoice choice;
        choice.workspace = StartChoice::Workspace::Last;

        QCOMPARE(offer.lastName, u"sales.example"_s);
        QCOMPARE(offer.lastSync, last.lastSync);
        QCOMPARE(offer.lastPending, 3);
        QCOMPARE(planFor(choice).options.profile, folder.path());
        folder.remove();
        QCOMPARE(startOffer().lastName, QString());
    }
};

SALESBENCH_TEST(StartTest)
#include "starttest.moc"
