// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ownership.h"

#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QJsonArray>

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::parse;

namespace {

const QString OwnerRole = DefaultOwnerRole;
const Person Mara{u"p-1"_s, u"Mara Lindqvist"_s, Role::Representative, {}};

Record lead(const QString &id, const char *parties)
{
    Record record;
    record.localId = id;
    record.local = {
        {u"name"_s, QString(u"Lead "_s + id)},
        {u"relatedParty"_s, parse(QByteArray("{'p': " + QByteArray(parties) + "}").constData())["p"_L1]}};
    return record;
}

const char *const Prospect = "[{'id': 'c-1', 'role': 'prospect', 'name': 'Nordhavn', 'x': 1}]";
const char *const Amina = "[{'id': 'p-2', 'role': 'salesRepresentative', 'name': 'Amina'}, "
                          "{'id': 'c-1', 'role': 'prospect', 'name': 'Nordhavn', 'x': 1}]";
const char *const Maras = "[{'id': 'p-1', 'role': 'salesRepresentative', 'name': 'Mara'}]";
const char *const After = "{'relatedParty': [{'id': 'c-1', 'role': 'prospect', 'name': 'Nordhavn', 'x': 1}, "
                          "{'id': 'p-1', 'role': 'salesRepresentative', 'name': 'Mara Lindqvist', "
                          "'@referredType': 'Individual'}]}";

} // namespace

class OwnershipTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldPutTheOwnerInPlace_data()
    {
        QTest::addColumn<QByteArray>("parties");
        QTest::newRow("nobody's") << QByteArray(Prospect);
        QTest::newRow("someone's") << QByteArray(Amina);
        QTest::newRow("two owners'") << QByteArray(
            "[{'id': 'p-2', 'role': 'salesRepresentative'}, "
            "{'id': 'c-1', 'role': 'prospect', 'name': 'Nordhavn', 'x': 1}, "
            "{'id': 'p-3', 'role': 'salesRepresentative'}]");
    }

    void shouldPutTheOwnerInPlace()
    {
        QFETCH(QByteArray, parties);
        const Result<Change> change = assign({lead(u"a"_s, parties.constData())}, Mara, OwnerRole);
        QCOMPARE(change->edits.size(), 1);
        QCOMPARE(change->edits[0].op, Edit::Op::Update);
        QCOMPARE(change->edits[0].id, u"a"_s);
        QCOMPARE(change->edits[0].content, parse(After));
        QCOMPARE(change->title, u"Assign “Lead a” to Mara Lindqvist"_s);
    }

    void shouldAssignWithoutAnyParty()
    {
        Record bare;
        bare.localId = u"a"_s;
        QCOMPARE(assign({bare}, Mara, OwnerRole)->edits[0].content["relatedParty"_L1].toArray().size(), 1);
    }

    void shouldAssignManyInOneChange()
    {
        QVector<Record> leads;
        for (int i = 0; i < 20; ++i)
            leads.append(lead(QString::number(i), i % 2 ? Amina : Prospect));
        const Result<Change> change = assign(leads, Mara, OwnerRole);
        QCOMPARE(change->edits.size(), 20);
        QCOMPARE(change->title, u"Assign 20 leads to Mara Lindqvist"_s);
    }

    void shouldNameWhatItAssigns()
    {
        const auto titleOf = [](ResourceKind kind) {
            QVector<Record> records{lead(u"a"_s, Prospect), lead(u"b"_s, Prospect)};
            for (Record &record : records)
                record.kind = kind;
            return assign(records, Mara, OwnerRole)->title;
        };
        QCOMPARE(titleOf(ResourceKind::SalesOpportunity), u"Assign 2 opportunities to Mara Lindqvist"_s);
        QCOMPARE(titleOf(ResourceKind::Quote), u"Assign 2 quotes to Mara Lindqvist"_s);
    }

    void shouldLeaveOutWhatThePersonHas()
    {
        const Result<Change> change = assign({lead(u"a"_s, Maras), lead(u"b"_s, Prospect)}, Mara, OwnerRole);
        QCOMPARE(change->edits.size(), 1);
        QCOMPARE(change->title, u"Assign “Lead b” to Mara Lindqvist"_s);

        QCOMPARE(assign({lead(u"a"_s, Maras)}, Mara, OwnerRole).error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(assign({}, Mara, OwnerRole).error().kind, Problem::Kind::NotAllowed);
    }

    void shouldObeyTheRoleThatIsSet()
    {
        const Result<Change> change = assign({lead(u"a"_s, Amina)}, Mara, u"accountManager"_s);
        QCOMPARE(change->edits[0].content["relatedParty"_L1].toArray().size(), 3);
    }

    void shouldNotAssignWhatIsLeaving()
    {
        Record leaving = lead(u"a"_s, Prospect);
        leaving.deleted = true;
        QCOMPARE(assign({leaving}, Mara, OwnerRole).error().kind, Problem::Kind::NotAllowed);
        QCOMPARE(claim(leaving, Mara, OwnerRole).error().kind, Problem::Kind::NotAllowed);
    }

    void shouldClaimOnlyWhatIsFree()
    {
        const Result<Change> change = claim(lead(u"a"_s, Prospect), Mara, OwnerRole);
        QCOMPARE(change->edits[0].content, parse(After));
        QCOMPARE(change->title, u"Claim “Lead a”"_s);

        const Problem others = claim(lead(u"a"_s, Amina), Mara, OwnerRole).error();
        QCOMPARE(others.kind, Problem::Kind::NotAllowed);
        QCOMPARE(others.sentence, u"Amina has “Lead a” already."_s);
        QCOMPARE(claim(lead(u"a"_s, Maras), Mara, OwnerRole).error().sentence, u"“Lead a” is yours already."_s);
    }
};

SALESBENCH_TEST(OwnershipTest)
#include "ownershiptest.moc"
