// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/saleslead.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "ui/leads/leaddraft.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class LeadDraftTest : public QObject {
    Q_OBJECT

private:
    FakeDesk desk;

    SalesLead lead(const QJsonObject &draft)
    {
        return SalesLead(leadFromDraft(draft, desk.session, desk.workspace.surroundings()));
    }

private Q_SLOTS:
    void shouldBeginItsLifecycle()
    {
        const SalesLead made = lead({{u"name"_s, u"Depots"_s}});

        QCOMPARE(made.name(), u"Depots"_s);
        QCOMPARE(made.status(), u"acknowledged"_s);
        QCOMPARE(made.atType(), u"SalesLead"_s);
        QCOMPARE(made.creationDate(), desk.workspace.surroundings().now());
        QVERIFY(made.prospectContact().isEmpty());
    }

    void shouldBelongToTheRepresentativeWhoMadeIt()
    {
        const QVector<RelatedParty> parties = lead({{u"name"_s, u"Depots"_s}}).relatedParty();

        QCOMPARE(parties.size(), 1);
        QCOMPARE(parties.first().id(), u"p1"_s);
        QCOMPARE(parties.first().role(), desk.session.ownerRole);
        QCOMPARE(parties.first().atReferredType(), u"Individual"_s);
    }

    void shouldBeNobodysWhenASupervisorMadeIt()
    {
        FakeDesk other;
        other.session.user.role = Role::Supervisor;

        const QJsonObject made = leadFromDraft({{u"name"_s, u"Depots"_s}}, other.session, other.workspace.surroundings());

        QVERIFY(!made.contains(u"relatedParty"_s));
    }

    void shouldTurnTheContactIntoPartiesAndMedia()
    {
        const SalesLead made = lead({{u"name"_s, u"Depots"_s},
                                     {u"company"_s, QJsonObject{{u"name"_s, u"Nordhavn"_s}}},
                                     {u"person"_s, u"Lena Overgaard"_s},
                                     {u"email"_s, u"lena@nordhavn.example"_s},
                                     {u"phone"_s, u"+45 1234"_s}});

        QCOMPARE(made.relatedParty().size(), 3);
        QCOMPARE(made.relatedParty()[0].role(), u"prospect"_s);
        QCOMPARE(made.relatedParty()[0].atReferredType(), u"Organization"_s);
        QVERIFY(!made.relatedParty()[0].id().isEmpty());
        QCOMPARE(made.relatedParty()[1].name(), u"Lena Overgaard"_s);
        QCOMPARE(made.prospectContact().size(), 2);
        QCOMPARE(made.prospectContact()[0].characteristic().emailAddress(), u"lena@nordhavn.example"_s);
        QCOMPARE(made.prospectContact()[0].preferred(), std::optional(true));
        QCOMPARE(made.prospectContact()[1].characteristic().phoneNumber(), u"+45 1234"_s);
        for (const char *own : {"company", "person", "email", "phone"})
            QVERIFY(!made.json().contains(QLatin1StringView(own)));
    }

    void shouldKeepKnownIdsAndInventMissingOnes()
    {
        const SalesLead made =
            lead({{u"name"_s, u"Depots"_s},
                  {u"channel"_s, QJsonObject{{u"id"_s, u"ch7"_s}, {u"name"_s, u"Web"_s}}},
                  {u"marketingCampaign"_s, QJsonObject{{u"name"_s, u"New one"_s}}}});

        QCOMPARE(made.channel().id(), u"ch7"_s);
        QVERIFY(!made.marketingCampaign().id().isEmpty());
    }
};

SALESBENCH_TEST(LeadDraftTest)
#include "leaddrafttest.moc"
