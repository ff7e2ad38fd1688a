// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/details/recordstep.h"

#include <QJsonArray>

using namespace salesbench;
using namespace Qt::StringLiterals;

class RecordStepTest : public QObject {
    Q_OBJECT

private:
    static Session sessionOf(Role role)
    {
        return {{u"p1"_s, u"Mara"_s, role, {}}, {}, DefaultOwnerRole};
    }

    static Record recordOf(ResourceKind kind, const QString &status, const QString &owner = {})
    {
        Record record;
        record.kind = kind;
        record.localId = u"a"_s;
        record.local = {{resourceType(kind).stateAttribute, status}};
        if (!owner.isEmpty())
            record.local.insert(u"relatedParty"_s,
                                QJsonArray{QJsonObject{{u"id"_s, owner}, {u"role"_s, QString(DefaultOwnerRole)}}});
        return record;
    }

private Q_SLOTS:
    void shouldLetARepresentativeClaimWhatIsNobodys()
    {
        const Session mara = sessionOf(Role::Representative);

        QCOMPARE(possibleSteps(recordOf(ResourceKind::SalesLead, u"acknowledged"_s), mara),
                 QVector{RecordStep::Claim});
        QVERIFY(possibleSteps(recordOf(ResourceKind::SalesLead, u"acknowledged"_s, u"p2"_s), mara).isEmpty());
        QVERIFY(possibleSteps(recordOf(ResourceKind::SalesLead, u"acknowledged"_s, u"p1"_s), mara).isEmpty());
    }

    void shouldLetASupervisorAssign()
    {
        const Session ingrid = sessionOf(Role::Supervisor);

        QCOMPARE(possibleSteps(recordOf(ResourceKind::SalesLead, u"pending"_s, u"p2"_s), ingrid),
                 QVector{RecordStep::Assign});
        QVERIFY(possibleSteps(recordOf(ResourceKind::SalesLead, u"pending"_s), sessionOf(Role::Integration)).isEmpty());
    }

    void shouldMakeQuotesOfWhatMayBeWon()
    {
        const Session mara = sessionOf(Role::Representative);
        const auto has = [&](const QString &status) {
            return possibleSteps(recordOf(ResourceKind::SalesOpportunity, status, u"p1"_s), mara)
                .contains(RecordStep::NewQuote);
        };

        QVERIFY(has(u"inProgress"_s));
        QVERIFY(has(u"accepted"_s));
        QVERIFY(!has(u"rejected"_s));
        QVERIFY(!has(u"cancelled"_s));
    }

    void shouldStartTheNextVersionOfARejectedQuote()
    {
        const Session mara = sessionOf(Role::Representative);

        QVERIFY(possibleSteps(recordOf(ResourceKind::Quote, u"rejected"_s, u"p1"_s), mara)
                    .contains(RecordStep::NextVersion));
        QVERIFY(!possibleSteps(recordOf(ResourceKind::Quote, u"approved"_s, u"p1"_s), mara)
                     .contains(RecordStep::NextVersion));
    }

    void shouldDoNothingWithWhatIsBeingDeleted()
    {
        Record record = recordOf(ResourceKind::SalesOpportunity, u"inProgress"_s);
        record.deleted = true;

        QVERIFY(possibleSteps(record, sessionOf(Role::Supervisor)).isEmpty());
        QVERIFY(possibleSteps({}, sessionOf(Role::Supervisor)).isEmpty());
    }
};

SALESBENCH_TEST(RecordStepTest)
#include "recordsteptest.moc"
