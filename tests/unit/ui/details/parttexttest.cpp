// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/parttext.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

class PartTextTest : public QObject {
    Q_OBJECT

    static Record record(ResourceKind kind, const char *base, const char *local, const char *remote)
    {
        Record result;
        result.kind = kind;
        result.sync = SyncState::Conflict;
        result.base = parse(base);
        result.local = parse(local);
        result.remote = parse(remote);
        return result;
    }
    /// "Rating|Warm|Hot|Cold" for each part.
    static QStringList lines(const Record &record)
    {
        QStringList result;
        for (const ConflictPart &part : conflictParts(record)) {
            const auto text = [&](const QJsonValue &value) {
                return partText(record.kind, part, value);
            };
            result.append(QStringList{partLabel(record.kind, part), text(part.base), text(part.mine), text(part.theirs)}
                              .join(u'|'));
        }
        return result;
    }

private Q_SLOTS:
    void shouldSpeakAsTheDetailsDo()
    {
        const QStringList found = lines(record(
            Lead,
            "{'rating': 'warm', 'estimatedRevenue': {'unit': 'EUR', 'value': 162000}, 'validFor': {'endDateTime': '2026-11-30T12:00:00Z'}}",
            "{'rating': 'hot', 'estimatedRevenue': {'unit': 'EUR', 'value': 184000}, 'validFor': {'endDateTime': '2026-12-31T12:00:00Z'}}",
            "{'rating': 'cold', 'estimatedRevenue': {'unit': 'EUR', 'value': 171500}, 'marketingCampaign': {'id': 'c', 'name': 'Autumn'},"
            " 'validFor': {'endDateTime': '2027-01-31T12:00:00Z'}}"));
        QCOMPARE(found,
                 QStringList({u"Est. revenue|162,000 EUR|184,000 EUR|171,500 EUR"_s, u"Rating|Warm|Hot|Cold"_s,
                              u"Valid until|30 Nov 2026|31 Dec 2026|31 Jan 2027"_s, u"Campaign|||Autumn"_s}));
    }

    void shouldSayAStateWithItsReason()
    {
        QCOMPARE(lines(record(Lead, "{'status': 'inProgress'}", "{'status': 'pending'}",
                              "{'status': 'rejected', 'statusChangeReason': 'No budget'}")),
                 QStringList{u"Status|In progress|Pending|Rejected: No budget"_s});
    }

    void shouldSayWhatAnElementIs()
    {
        QCOMPARE(lines(record(Lead, "{'note': [{'id': '1', 'text': 'a'}]}", "{'note': [{'id': '1', 'text': 'b'}]}",
                              "{'note': [{'id': '1', 'text': 'c'}]}")),
                 QStringList{u"Note|a|b|c"_s});
        QCOMPARE(lines(record(Lead, "{'relatedParty': [{'id': 'p1', 'name': 'Mara', 'role': 'salesRepresentative'}]}",
                              "{'relatedParty': [{'id': 'p2', 'name': 'Anil', 'role': 'salesRepresentative'}]}",
                              "{'relatedParty': [{'id': 'p3', 'name': 'Tom', 'role': 'salesRepresentative'}]}")),
                 QStringList{u"Person or company|Mara, salesRepresentative|Anil, salesRepresentative|"
                             "Tom, salesRepresentative"_s});
        QCOMPARE(lines(record(QuoteKind, "{'quoteItem': [{'id': '1', 'quantity': 1, 'productOffering': {'name': 'SD-WAN'}}]}",
                              "{'quoteItem': [{'id': '1', 'quantity': 2, 'productOffering': {'name': 'SD-WAN'}}]}",
                              "{'quoteItem': [{'id': '1', 'quantity': 3, 'productOffering': {'name': 'SD-WAN'}}]}")),
                 QStringList{u"Line 1|1 × SD-WAN|2 × SD-WAN|3 × SD-WAN"_s});
        QCOMPARE(
            lines(record(Opportunity, "{'quote': [{'id': 'SQ-1', 'name': 'First'}]}",
                         "{'quote': [{'id': 'SQ-1', 'name': 'Mine'}]}",
                         "{'quote': [{'id': 'SQ-1', 'name': 'Theirs'}], 'salesLead': [{'id': 'SL-1'}]}")),
            QStringList({u"Linked quote|First|Mine|Theirs"_s, u"Linked lead|||SL-1"_s}));
    }

    void shouldShowWhatNoFieldShows()
    {
        QCOMPARE(lines(record(Lead, "{'xGrade': {'level': 1}}", "{'xGrade': {'level': 2}}", "{'xGrade': {'name': 'Top'}}")),
                 QStringList{u"xGrade|{\"level\":1}|{\"level\":2}|Top"_s});
    }

    void shouldKnowWhatCanBeTyped()
    {
        const Record lead = record(Lead, "{}", "{'name': 'a', 'channel': {'id': '1'}, 'note': [{'id': '1'}]}",
                                   "{'name': 'b', 'channel': {'id': '2'}, 'note': [{'id': '1', 'text': 'x'}]}");
        QStringList typed;
        for (const ConflictPart &part : conflictParts(lead)) {
            if (typedField(Lead, part))
                typed.append(part.attribute);
        }
        QCOMPARE(typed, QStringList{u"name"_s});
    }

    void shouldNameWhatIsNotTheServers()
    {
        Record lead = record(Lead, "{'rating': 'warm', 'nextStep': 'x'}", "{'rating': 'hot', 'nextStep': 'x'}", "{}");
        lead.sync = SyncState::Waiting;
        QCOMPARE(unsentTexts(lead), QStringList{u"Rating: Hot → Warm"_s});
        lead.remote = parse("{'rating': 'cold', 'nextStep': 'y'}");
        QCOMPARE(unsentTexts(lead), QStringList{u"Rating: Hot → Cold"_s});
        lead.deleted = true;
        QCOMPARE(changedThereTexts(lead), QStringList({u"Next step: x → y"_s, u"Rating: Warm → Cold"_s}));
    }
};

SALESBENCH_TEST(PartTextTest)
#include "parttexttest.moc"
