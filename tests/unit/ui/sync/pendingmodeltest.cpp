// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/pendingmodel.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class PendingModelTest : public QObject {
    Q_OBJECT

private:
    FakeWorkspace workspace;

    static PendingChange change(qint64 sequence, SyncState state, const QString &reason = {})
    {
        PendingChange result;
        result.sequence = sequence;
        result.state = state;
        result.reason = reason;
        result.name = u"Lead %1"_s.arg(sequence);
        result.when = QDateTime(QDate(2026, 10, 7), QTime(9, 26), Qt::UTC);
        return result;
    }
    static QString text(const PendingModel &model, int row, PendingModel::Column column)
    {
        return model.index(row, int(column)).data().toString();
    }

private Q_SLOTS:
    void shouldShowTheChangesInTheirOrder()
    {
        PendingModel model(workspace.surroundings());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PendingChange twin = change(4, SyncState::Conflict);
        twin.twinOf = u"other"_s;
        twin.localId = u"twin"_s;
        model.setChanges({twin, change(2, SyncState::Refused, u"400 no"_s), change(1, SyncState::Waiting)});

        QVector<qint64> order;
        for (int row = 0; row < model.rowCount(); ++row)
            order.append(model.change(row).sequence);
        QCOMPARE(order, (QVector<qint64>{4, 2, 1}));
        QCOMPARE(model.countTwins(), 1);
        QCOMPARE(model.rowOf(u"twin"_s), 0);
        QCOMPARE(model.rowOf(u"nobody"_s), -1);
        model.setChanges({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.countTwins(), 0);
    }

    void shouldSayTheServersWordsOrWhatItWaitsFor()
    {
        PendingModel model(workspace.surroundings());
        model.setChanges({change(1, SyncState::Refused, u"400 no"_s), change(2, SyncState::Waiting),
                          change(3, SyncState::Unknown), change(4, SyncState::LocalOnly)});

        QCOMPARE(text(model, 0, PendingModel::Column::Answer), u"400 no"_s);
        QCOMPARE(text(model, 1, PendingModel::Column::Answer), u"Waits to be sent"_s);
        QVERIFY(text(model, 2, PendingModel::Column::Answer).contains(u"no answer"));
        QVERIFY(text(model, 3, PendingModel::Column::Answer).startsWith(u"Stays on"));
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!text(model, 2, PendingModel::Column(column)).isEmpty());
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        }
    }

    void shouldSayWhenItIsTriedAgain()
    {
        PendingModel model(workspace.surroundings());
        PendingChange later = change(1, SyncState::Waiting, u"503 Busy."_s);
        later.notBefore = QDateTime(QDate(2026, 10, 7), QTime(12, 4, 30), Qt::UTC);
        PendingChange past = change(2, SyncState::Waiting, u"503 Busy."_s);
        past.notBefore = later.notBefore.addSecs(-3600);
        model.setChanges({later, past});
        QCOMPARE(text(model, 0, PendingModel::Column::Answer), u"503 Busy. Next try at 12:04:30"_s);
        QCOMPARE(text(model, 1, PendingModel::Column::Answer), u"503 Busy."_s);
    }

    void shouldTellADeletionOnTheServerFromAChangeThere()
    {
        PendingModel model(workspace.surroundings());
        PendingChange gone = change(1, SyncState::Conflict);
        gone.goneThere = true;
        model.setChanges({gone, change(2, SyncState::Conflict)});
        QCOMPARE(text(model, 0, PendingModel::Column::Answer), u"Deleted on the server"_s);
        QCOMPARE(text(model, 1, PendingModel::Column::Answer), u"Also changed on the server"_s);
    }

    void shouldShowTheTimeOfTodayAndTheDayOfOthers()
    {
        PendingModel model(workspace.surroundings());
        PendingChange old = change(2, SyncState::Waiting);
        old.when = old.when.addDays(-3);
        PendingChange never = change(3, SyncState::Waiting);
        never.when = {};
        model.setChanges({change(1, SyncState::Waiting), old, never});
        QCOMPARE(text(model, 0, PendingModel::Column::Made), u"09:26"_s);
        QCOMPARE(text(model, 1, PendingModel::Column::Made), u"4 Oct"_s);
        QCOMPARE(text(model, 2, PendingModel::Column::Made), u"–"_s);
    }
};

SALESBENCH_TEST(PendingModelTest)
#include "pendingmodeltest.moc"
