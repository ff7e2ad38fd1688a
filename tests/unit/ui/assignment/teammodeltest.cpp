// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "ui/assignment/teammodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class TeamModelTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;

    void add(const QString &owner, const QString &status)
    {
        const QJsonObject party{{u"id"_s, owner}, {u"role"_s, QString(DefaultOwnerRole)}};
        desk->workspace.add(ResourceKind::SalesLead,
                            {{u"name"_s, u"A lead"_s}, {u"status"_s, status}, {u"relatedParty"_s, QJsonArray{party}}});
    }

private Q_SLOTS:
    void init()
    {
        desk = std::make_unique<FakeDesk>();
        context.reset(new Context(desk->context()));
    }

    void shouldCountTheWorkThatIsNotSettled()
    {
        add(u"p2"_s, u"inProgress"_s);
        add(u"p2"_s, u"pending"_s);
        add(u"p2"_s, u"rejected"_s);
        TeamModel model(*context, ResourceKind::SalesLead);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        QTRY_COMPARE(model.index(1).data(TeamModel::OpenWorkRole).toInt(), 2);
        QTRY_COMPARE(model.index(0).data(TeamModel::OpenWorkRole), QVariant(0));
        QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"Anil Deshmukh, 2 open"_s);
    }

    void shouldNarrowDownByEveryWord()
    {
        TeamModel model(*context, ResourceKind::SalesLead);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 3);

        model.setFilter(u"DESH ani"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.person(model.index(0)).partyId, u"p2"_s);

        model.setFilter(u"nobody"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
    }

    void shouldDoWithoutCountsWhenTheyCannotBeRead()
    {
        desk->workspace.failQueries(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        TeamModel model(*context, ResourceKind::SalesLead);
        QTRY_COMPARE(desk->workspace.asked(u"head"_s), 3);
        QCoreApplication::processEvents();

        QVERIFY(!model.index(0).data(TeamModel::OpenWorkRole).isValid());
        QCOMPARE(model.index(0).data().toString(), u"Mara Lindqvist"_s);
    }
};

SALESBENCH_TEST(TeamModelTest)
#include "teammodeltest.moc"
