// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/conflictmodel.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class ConflictModelTest : public QObject {
    Q_OBJECT

    using Column = ConflictModel::Column;
    using Choice = ConflictModel::Choice;

    static Record record(const QString &id = u"a"_s)
    {
        Record result;
        result.localId = id;
        result.sync = SyncState::Conflict;
        result.base = parse("{'name': 'N', 'nextStep': 'x', 'priority': 'low', 'rating': 'warm', 'status': 'inProgress'}");
        result.local = parse("{'name': 'Mine', 'nextStep': 'y', 'priority': 'low', 'rating': 'hot', 'status': 'pending'}");
        result.remote = parse("{'name': 'N', 'nextStep': 'z', 'priority': 'high', 'rating': 'cold', 'status': 'rejected'}");
        return result;
    }
    QString text(int row, Column column) const { return model->index(row, int(column)).data().toString(); }
    int rowOf(const QString &field) const
    {
        for (int row = 0; row < model->rowCount(); ++row) {
            if (text(row, Column::Field) == field)
                return row;
        }
        return -1;
    }

private Q_SLOTS:
    void init()
    {
        model = std::make_unique<ConflictModel>();
        tester = std::make_unique<QAbstractItemModelTester>(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        model->setRecord(record());
    }
    void cleanup()
    {
        tester.reset();
        model.reset();
    }

    void shouldShowAllSidesAndWhatIsSettledAlready()
    {
        QCOMPARE(model->rowCount(), 5);
        QCOMPARE(model->open(), 3);
        QCOMPARE(model->undecided(), 3);
        const int rating = rowOf(u"Rating"_s);
        QCOMPARE(text(rating, Column::Base), u"Warm"_s);
        QCOMPARE(text(rating, Column::Mine), u"Hot"_s);
        QCOMPARE(text(rating, Column::Theirs), u"Cold"_s);
        QCOMPARE(text(rating, Column::Use), u"not chosen"_s);
        QCOMPARE(text(rating, Column::Result), u"Choose"_s);
        QCOMPARE(text(rowOf(u"Name"_s), Column::Use), u"only you changed it"_s);
        QCOMPARE(text(rowOf(u"Priority"_s), Column::Result), u"High"_s);
    }

    void shouldComposeTheResultOfTheChoices()
    {
        QSignalSpy changed(model.get(), &ConflictModel::choicesChanged);
        model->choose(rowOf(u"Rating"_s), Choice::Mine);
        model->choose(rowOf(u"Next step"_s), Choice::Theirs);
        model->choose(rowOf(u"Status"_s), Choice::Theirs);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(model->undecided(), 0);
        QCOMPARE(text(rowOf(u"Rating"_s), Column::Result), u"Hot"_s);
        QCOMPARE(model->result(), parse("{'name': 'Mine', 'nextStep': 'z', 'priority': 'high', 'rating': 'hot', "
                                        "'status': 'rejected'}"));
    }

    void shouldNotOfferAStateThatCannotFollow()
    {
        const int status = rowOf(u"Status"_s);
        QVERIFY(!model->index(status, 0).data(ConflictModel::MineAllowedRole).toBool());
        model->choose(status, Choice::Mine);
        QCOMPARE(model->undecided(), 3);
        model->chooseAll(Choice::Mine);
        QCOMPARE(model->undecided(), 1);
        model->chooseAll(Choice::Theirs);
        QCOMPARE(model->undecided(), 0);
        QCOMPARE(text(rowOf(u"Rating"_s), Column::Result), u"Cold"_s);
    }

    void shouldTakeChoicesBackOneByOne()
    {
        QVERIFY(!model->canTakeBack());
        model->choose(rowOf(u"Rating"_s), Choice::Mine);
        model->chooseAll(Choice::Theirs);
        model->takeBack();
        QCOMPARE(text(rowOf(u"Rating"_s), Column::Result), u"Hot"_s);
        QCOMPARE(model->undecided(), 2);
        model->takeBack();
        QCOMPARE(model->undecided(), 3);
        QVERIFY(!model->canTakeBack());
        model->takeBack();
    }

    void shouldTakeAValueOfTheUsersOwn()
    {
        const QModelIndex next = model->index(rowOf(u"Next step"_s), int(Column::Result));
        QVERIFY(next.flags() & Qt::ItemIsEditable);
        QCOMPARE(next.data(Qt::EditRole).toString(), u"y"_s);
        QVERIFY(model->setData(next, u"Call both"_s, Qt::EditRole));
        QCOMPARE(next.data().toString(), u"Call both"_s);
        QCOMPARE(text(next.row(), Column::Use), u"Edited"_s);
        QCOMPARE(model->result().value("nextStep"_L1).toString(), u"Call both"_s);
    }

    void shouldRefuseWhatCannotBeUsed()
    {
        Record lead = record();
        lead.local.insert(u"estimatedRevenue"_s, parse("{'unit': 'EUR', 'value': 2}"));
        lead.remote.insert(u"estimatedRevenue"_s, parse("{'unit': 'EUR', 'value': 3}"));
        model->setRecord(lead);
        QSignalSpy objected(model.get(), &ConflictModel::objected);
        const QModelIndex revenue = model->index(rowOf(u"Est. revenue"_s), int(Column::Result));
        QVERIFY(!model->setData(revenue, u"much"_s, Qt::EditRole));
        QCOMPARE(objected.size(), 1);
        QVERIFY(!(model->index(rowOf(u"Status"_s), int(Column::Result)).flags() & Qt::ItemIsEditable));
        QCOMPARE(model->enter(rowOf(u"Status"_s), u"x"_s).error().kind, Problem::Kind::NotAllowed);
    }

    void shouldKeepChoicesWhereBothSidesStayedTheSame()
    {
        model->choose(rowOf(u"Rating"_s), Choice::Mine);
        model->choose(rowOf(u"Next step"_s), Choice::Mine);
        Record newer = record();
        newer.remote.insert(u"nextStep"_s, u"newer"_s);
        model->setRecord(record(u"other"_s));
        QCOMPARE(model->undecided(), 3);
        model->setRecord(newer);
        QCOMPARE(text(rowOf(u"Rating"_s), Column::Result), u"Hot"_s);
        QCOMPARE(text(rowOf(u"Next step"_s), Column::Result), u"Choose"_s);
    }

private:
    std::unique_ptr<ConflictModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

SALESBENCH_TEST(ConflictModelTest)
#include "conflictmodeltest.moc"
