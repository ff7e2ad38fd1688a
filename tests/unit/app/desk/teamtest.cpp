// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/team.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

namespace {

QJsonObject leadOf(const QString &id, const QString &name)
{
    const QJsonObject owner{{u"id"_s, id}, {u"name"_s, name}, {u"role"_s, QString(DefaultOwnerRole)}};
    return {{u"name"_s, u"Lead"_s}, {u"relatedParty"_s, QJsonArray{owner}}};
}

QStringList namesOf(const Session &session)
{
    QStringList names;
    for (const Person &person : session.team)
        names.append(person.name);
    return names;
}

} // namespace

class TeamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldBeTheUserAndWhoeverOwnsALead()
    {
        FakeDesk desk;
        desk.workspace.add(ResourceKind::SalesLead, leadOf(u"p2"_s, u"Anil Deshmukh"_s));
        desk.workspace.add(ResourceKind::SalesLead, leadOf(u"p1"_s, u"Mara Lindqvist"_s));
        desk.workspace.add(ResourceKind::SalesLead, {{u"name"_s, u"Nobody's"_s}});
        desk.session.team.clear();

        const Team team(desk.workspace.queries(), desk.session);

        QTRY_COMPARE(namesOf(desk.session), (QStringList{u"Mara Lindqvist"_s, u"Anil Deshmukh"_s}));
        QCOMPARE(desk.session.team.last().partyId, u"p2"_s);
    }

    void shouldLearnOfSomebodyNewWhenLeadsArrive()
    {
        FakeDesk desk;
        desk.session.team.clear();
        const Team team(desk.workspace.queries(), desk.session);
        QTRY_COMPARE(namesOf(desk.session), QStringList{u"Mara Lindqvist"_s});

        const QString id = desk.workspace.add(ResourceKind::SalesLead, {{u"name"_s, u"Free"_s}});
        desk.workspace.change(ResourceKind::SalesLead, id, leadOf(u"p3"_s, u"Tom Baker"_s));

        QTRY_COMPARE(namesOf(desk.session), (QStringList{u"Mara Lindqvist"_s, u"Tom Baker"_s}));
    }
};

SALESBENCH_TEST(TeamTest)
#include "teamtest.moc"
