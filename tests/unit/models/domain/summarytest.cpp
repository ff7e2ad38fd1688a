// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/summary.h"
#include "models/domain/session.h"
#include "models/domain/surroundings.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::parse;

class SummaryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldProjectALead()
    {
        const Summary summary = summarize(ResourceKind::SalesLead, parse(R"({
            'name': 'Fibre', 'status': 'inProgress', 'rating': 'hot', 'priority': 'high', 'type': 'web',
            'nextStep': 'Call', 'creationDate': '2026-01-01T00:00:00Z', 'statusChangeDate': '2026-01-02T00:00:00Z',
            'validFor': {'endDateTime': '2026-02-01T00:00:00Z'}, 'estimatedRevenue': {'unit': 'EUR', 'value': '12.5'},
            'productOffering': {'name': 'Gold'}, 'marketingCampaign': {'name': 'Spring'}, 'channel': {'name': 'Web'},
            'marketSegment': {'name': 'SME'}, 'category': {'name': 'Internet'},
            'relatedParty': [{'id': 7, 'name': 'Mara', 'role': 'salesRepresentative'}, {'name': 'Acme', 'role': 'prospect'}]
            })"),
                                          u"salesRepresentative"_s);

        QCOMPARE(summary.text(Field::Name), u"Fibre"_s);
        QCOMPARE(summary.text(Field::Prospect), u"Acme"_s);
        QCOMPARE(summary.text(Field::Status), u"inProgress"_s);
        QCOMPARE(summary.text(Field::Rating), u"hot"_s);
        QCOMPARE(summary.text(Field::Priority), u"high"_s);
        QCOMPARE(summary.text(Field::Offering), u"Gold"_s);
        QCOMPARE(summary.value(Field::Amount), QVariant(12.5));
        QCOMPARE(summary.text(Field::Currency), u"EUR"_s);
        QCOMPARE(summary.text(Field::OwnerId), u"7"_s);
        QCOMPARE(summary.text(Field::OwnerName), u"Mara"_s);
        QCOMPARE(summary.text(Field::Campaign), u"Spring"_s);
        QCOMPARE(summary.text(Field::Channel), u"Web"_s);
        QCOMPARE(summary.text(Field::Segment), u"SME"_s);
        QCOMPARE(summary.text(Field::Category), u"Internet"_s);
        QCOMPARE(summary.text(Field::Type), u"web"_s);
        QCOMPARE(summary.text(Field::NextStep), u"Call"_s);
        QCOMPARE(summary.value(Field::Created), QVariant(qint64(1767225600000)));
        QCOMPARE(summary.value(Field::StatusChanged), QVariant(qint64(1767312000000)));
        QCOMPARE(summary.value(Field::ValidUntil), QVariant(qint64(1769904000000)));
    }

    void shouldProjectAnOpportunity()
    {
        const Summary summary = summarize(ResourceKind::SalesOpportunity, parse(R"({
            'name': 'Fibre', 'salesOpportunityType': 'new', 'relatedParty': [{'name': 'Acme', 'role': 'Customer'}],
            'salesOpportunityItem': [{'productOffering': {'name': 'Gold'}}]})"),
                                          u"salesRepresentative"_s);

        QCOMPARE(summary.text(Field::Type), u"new"_s);
        QCOMPARE(summary.text(Field::Offering), u"Gold"_s);
        QCOMPARE(summary.text(Field::Prospect), u"Acme"_s);
    }

    void shouldProjectAQuote()
    {
        const Summary summary = summarize(ResourceKind::Quote, parse(R"({
            'description': 'Office', 'state': 'pending', 'version': 2, 'externalId': 'Q-1', 'category': 'residential',
            'quoteDate': '2026-01-01', 'quoteItem': [{'productOffering': {'name': 'Gold'}}], 'quoteTotalPrice': [
            {'priceType': 'oneTime', 'price': {'taxIncludedAmount': {'unit': 'EUR', 'value': 100.1}}},
            {'priceType': 'recurring', 'price': {'taxIncludedAmount': {'unit': 'EUR', 'value': 20.2}}},
            {'priceType': 'recurring', 'price': {'taxIncludedAmount': {'unit': 'USD', 'value': 5}}}]})"),
                                          u"salesRepresentative"_s);

        QCOMPARE(summary.text(Field::Name), u"Office"_s);
        QCOMPARE(summary.text(Field::Status), u"pending"_s);
        QCOMPARE(summary.text(Field::Version), u"2"_s);
        QCOMPARE(summary.text(Field::ExternalId), u"Q-1"_s);
        QCOMPARE(summary.text(Field::Category), u"residential"_s);
        QCOMPARE(summary.text(Field::Offering), u"Gold"_s);
        QCOMPARE(summary.value(Field::Amount), QVariant(120.3));
        QCOMPARE(summary.text(Field::Currency), u"EUR"_s);
        QCOMPARE(summary.value(Field::Created), QVariant(qint64(1767225600000)));
        QVERIFY(summary.value(Field::StatusChanged).isNull());
    }

    void shouldLeaveNullsWhereADocumentSaysNothing()
    {
        for (const ResourceType &type : resourceTypes()) {
            const Summary summary = summarize(
                type.kind, parse("{'quoteItem':[],'relatedParty':3,'estimatedRevenue':{'value':1}}"), u"o"_s);
            for (int i = 0; i < FieldCount; ++i)
                QVERIFY2(summary.value(Field(i)).isNull(), fieldName(Field(i)).data());
        }
    }

    void shouldNameEveryFieldOnce()
    {
        QSet<QString> names;
        for (int i = 0; i < FieldCount; ++i) {
            names.insert(fieldName(Field(i)));
            QCOMPARE(fieldFromName(fieldName(Field(i))), std::optional(Field(i)));
        }
        QCOMPARE(names.size(), FieldCount);
        QCOMPARE(fieldFromName("nonsense"), std::nullopt);
    }

    void shouldCollectWhatPeopleSearchFor()
    {
        const QString text = searchText(ResourceKind::SalesLead, parse(R"({
            'name': 'Fibre', 'description': 'Ring road', 'nextStep': 'Call', 'id': 'hidden',
            'prospectContact': [{'mediumType': 'email', 'characteristic': {'emailAddress': 'a@b.example', '@type': 'M'}}],
            'note': [{'author': 'Z', 'text': 'Keen'}], 'relatedParty': [{'name': 'Acme'}], 'quoteItem': [
            {'product': {'name': 'Router'}}]})"));

        for (const QString &word :
             {u"Fibre"_s, u"Ring road"_s, u"Call"_s, u"a@b.example"_s, u"Keen"_s, u"Acme"_s, u"Router"_s})
            QVERIFY2(text.split(u'\n').contains(word), qPrintable(word));
        QVERIFY(!text.contains(u"hidden"_s));
    }

    void shouldNameRolesAsTheUsersFileDoes()
    {
        QCOMPARE(toText(Role::Representative), "representative"_L1);
        QCOMPARE(toText(Role::Supervisor), "supervisor"_L1);
        QCOMPARE(toText(Role::Integration), "integration"_L1);
    }

    void shouldMakeIdsThatDiffer()
    {
        const Surroundings real = Surroundings::real();
        QCOMPARE(real.newId().size(), 36);
        QVERIFY(real.newId() != real.newId());
        QCOMPARE(real.now().timeSpec(), Qt::UTC);
    }
};

SALESBENCH_TEST(SummaryTest)
#include "summarytest.moc"
