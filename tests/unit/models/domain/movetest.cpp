// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/move.h"

#include "tests/support/fixedsurroundings.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QJsonArray>

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::fixedSurroundings;
using salesbench::testing::parse;

namespace {

Record recordOf(ResourceKind kind, const QString &state)
{
    Record record;
    record.kind = kind;
    record.localId = u"local"_s;
    record.local = {{resourceType(kind).stateAttribute, state}};
    return record;
}

} // namespace

class MoveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldAllowWhatTheLifecycleAllows()
    {
        for (const ResourceType &type : resourceTypes()) {
            for (State from : type.lifecycle.states()) {
                for (State to : type.lifecycle.states()) {
                    const auto patch = movePatch(recordOf(type.kind, toText(from)), to, {u"why"_s, u"Mara"_s},
                                                 fixedSurroundings());
                    QCOMPARE(patch.has_value(), type.lifecycle.allows(from, to));
                    if (patch)
                        QCOMPARE(patch->value(type.stateAttribute), QJsonValue(QString(toText(to))));
                    else
                        QCOMPARE(patch.error().kind, Problem::Kind::NotAllowed);
                }
            }
        }
    }

    void shouldNameBothStatesOfAMoveThatIsNotAllowed()
    {
        const auto refused = [](ResourceKind kind, const QString &from, State to) {
            return movePatch(recordOf(kind, from), to, {u"why"_s, u"Mara"_s}, fixedSurroundings()).error().sentence;
        };
        QCOMPARE(refused(ResourceKind::SalesLead, u"accepted"_s, State::InProgress),
                 u"No step leads this lead from “Accepted” to “In progress”."_s);
        QCOMPARE(refused(ResourceKind::SalesOpportunity, u"accepted"_s, State::Rejected),
                 u"No step leads this opportunity from “Won” to “Lost”."_s);
        QCOMPARE(refused(ResourceKind::Quote, u"parked"_s, State::Approved),
                 u"No step leads this quote from “parked” to “Approved”."_s);
        QCOMPARE(refused(ResourceKind::SalesLead, {}, State::Accepted),
                 u"No step leads this lead from “no status” to “Accepted”."_s);
    }

    void shouldSayThatWhatIsDeletedDoesNotMove()
    {
        Record record = recordOf(ResourceKind::SalesLead, u"acknowledged"_s);
        record.deleted = true;
        const auto patch = movePatch(record, State::InProgress, {}, fixedSurroundings());
        QCOMPARE(patch.error().kind, Problem::Kind::NotAllowed);
        QVERIFY(patch.error().sentence.contains(u"deleted"_s));
    }

    void shouldKeepTheReasonWithTheStatus()
    {
        const Record lead = recordOf(ResourceKind::SalesLead, u"inProgress"_s);
        QCOMPARE(*movePatch(lead, State::Rejected, {u"No budget"_s, u"Mara"_s}, fixedSurroundings()),
                 parse("{'status': 'rejected', 'statusChangeReason': 'No budget'}"));
        QCOMPARE(*movePatch(lead, State::Pending, {}, fixedSurroundings()),
                 parse("{'status': 'pending', 'statusChangeReason': null}"));
    }

    void shouldKeepAQuotesReasonAsANote()
    {
        Record quote = recordOf(ResourceKind::Quote, u"approved"_s);
        quote.local.insert(u"note"_s, QJsonArray{parse("{'id': '1', 'x': 2}")});
        QCOMPARE(
            *movePatch(quote, State::Rejected, {u"Too dear"_s, u"Mara"_s}, fixedSurroundings()),
            parse("{'state': 'rejected', 'note': [{'id': '1', 'x': 2}, {'id': 'new-id', 'author': 'Mara', "
                  "'date': '2026-11-24T09:30:00.000Z', 'text': 'Too dear'}]}"));
        QCOMPARE(*movePatch(quote, State::Accepted, {}, fixedSurroundings()), parse("{'state': 'accepted'}"));
    }

    void shouldAskForAReason()
    {
        const auto patch = movePatch(recordOf(ResourceKind::SalesLead, u"inProgress"_s), State::Rejected, {},
                                     fixedSurroundings());
        QCOMPARE(patch.error().kind, Problem::Kind::BadInput);
    }

    void shouldNotMoveWhatIsForeignOrLeaving()
    {
        QVERIFY(!movePatch(recordOf(ResourceKind::SalesLead, u"LEAD"_s), State::InProgress, {},
                           fixedSurroundings()));
        Record leaving = recordOf(ResourceKind::SalesLead, u"acknowledged"_s);
        leaving.deleted = true;
        QCOMPARE(movePatch(leaving, State::InProgress, {}, fixedSurroundings()).error().kind,
                 Problem::Kind::NotAllowed);
    }
};

SALESBENCH_TEST(MoveTest)
#include "movetest.moc"
