// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/resourcetablemodel.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/kinds.h"
#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;
using Phase = ResourceTableModel::Phase;

class ResourceTableModelTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeWorkspace> workspace;
    std::unique_ptr<ResourceTableModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;

    void load(int leads, const QVector<SortKey> &sort = {{Field::Name}})
    {
        workspace->addLeads(leads);
        model->setSort(sort);
        QTRY_COMPARE(model->phase(), Phase::Ready);
        QTRY_VERIFY(model->isOrderKnown());
        QCOMPARE(model->rowCount(), leads);
    }
    QString name(int row) const { return model->index(row, 0).data().toString(); }
    bool isLoading(int row) const { return model->index(row, 0).data(LoadingRole).toBool(); }
    /// Long enough for a question and its answer, which need a few turns of the event loop each.
    static void settleEvents()
    {
        for (int i = 0; i < 30; ++i)
            QTest::qWait(0);
    }
    void settle()
    {
        QTRY_VERIFY(!isLoading(0));
        settleEvents();
    }
    QStringList names()
    {
        QStringList result;
        for (int i = 0; i < model->rowCount(); ++i) {
            [&] {
                QTRY_VERIFY(!isLoading(i));
            }();
            result.append(name(i));
        }
        return result;
    }
    bool isSorted()
    {
        const QStringList found = names();
        return std::is_sorted(found.begin(), found.end());
    }

private Q_SLOTS:
    void init()
    {
        workspace = std::make_unique<FakeWorkspace>();
        model =
            std::make_unique<ResourceTableModel>(workspace->queries(), Lead, workspace->surroundings().now);
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        tester.reset();
        model.reset();
        workspace.reset();
    }

    void shouldHaveFirstRowsBeforeTheOrder()
    {
        workspace->addLeads(300);
        workspace->hold();
        model->setSort({{Field::Name}});
        QCOMPARE(model->phase(), Phase::Loading);
        QCOMPARE(workspace->asked(u"head"_s), 1);

        workspace->release();
        QTRY_COMPARE(model->rowCount(), 300);
        QTRY_VERIFY(!isLoading(0));
        QTRY_VERIFY(model->isOrderKnown());
        QCOMPARE(workspace->asked(u"order"_s), 1);
    }

    void shouldStopReadingAndReadAgainWhenAsked()
    {
        load(30);
        workspace->hold();
        model->setSort({{Field::Rating}});
        model->stop();
        QCOMPARE(model->phase(), Phase::Failed);
        QCOMPARE(model->problem()->kind, Problem::Kind::Cancelled);
        QVERIFY(model->problem()->sentence.contains(u"not read"_s));
        QCOMPARE(model->rowCount(), 0);

        workspace->release();
        settleEvents();
        QCOMPARE(model->rowCount(), 0);
        model->reload();
        QTRY_COMPARE(model->phase(), Phase::Ready);
        QCOMPARE(model->rowCount(), 30);
    }

    void shouldStopNothingWhereNothingIsRead()
    {
        load(3);
        model->stop();
        QCOMPARE(model->phase(), Phase::Ready);
        QCOMPARE(model->rowCount(), 3);
    }

    void shouldNotAskForTheOrderOfAShortList()
    {
        load(40);
        settle();
        QCOMPARE(workspace->asked(u"order"_s), 0);
    }

    void shouldAnswerUnreadRowsAtOnceAndReadThem()
    {
        load(300);
        QVERIFY(isLoading(200));
        QCOMPARE(name(200), QString());

        QTRY_VERIFY(!isLoading(200));
        QVERIFY(!name(200).isEmpty());
    }

    void shouldAskOnceForAWholeWindow()
    {
        load(300);
        settle();
        const int before = workspace->asked(u"rows"_s);
        for (int row = 150; row < 180; ++row)
            QVERIFY(isLoading(row));
        QTRY_VERIFY(!isLoading(179));
        for (int row = 150; row < 180; ++row)
            QVERIFY(!name(row).isEmpty());

        QCOMPARE(workspace->asked(u"rows"_s), before + 1);
    }

    void shouldReadAheadOfSlowScrolling()
    {
        load(300);
        settle();
        for (int row = 0; row < 280; ++row) {
            QVERIFY2(!isLoading(row), qPrintable(QString::number(row)));
            settleEvents();
        }
        QVERIFY(workspace->asked(u"rows"_s) < 14);
    }

    void shouldAskNothingWhileNothingIsNew()
    {
        load(300);
        settle();
        QTRY_VERIFY(!isLoading(20));
        const int rows = workspace->asked(u"rows"_s);
        const int heads = workspace->asked(u"head"_s);
        for (int row = 0; row < 20; ++row)
            QVERIFY(!name(row).isEmpty());
        model->setSort({{Field::Name}});
        model->setFilter({});
        settleEvents();

        QCOMPARE(workspace->asked(u"rows"_s), rows);
        QCOMPARE(workspace->asked(u"head"_s), heads);
    }

    void shouldStopReadingWhatIsNoLongerLookedAt()
    {
        load(2000);
        settle();
        workspace->hold();
        QVERIFY(isLoading(500));
        QCoreApplication::processEvents();
        QCOMPARE(workspace->held(), 1);
        QVERIFY(isLoading(1800));
        QCoreApplication::processEvents();
        workspace->release();

        QTRY_VERIFY(!isLoading(1800));
        QVERIFY(model->row(500) == nullptr);
    }

    void shouldShowAnEditWithoutReadingTheOrder()
    {
        load(300);
        settle();
        QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(model.get(), &QAbstractItemModel::modelReset);
        const int orders = workspace->asked(u"order"_s);
        const QString id = model->index(3, 0).data(LocalIdRole).toString();
        workspace->change(Lead, id, {{u"nextStep"_s, u"Send SIM pricing"_s}});

        const int column = static_cast<int>(Column::NextStep);
        QTRY_COMPARE(model->index(3, column).data().toString(), u"Send SIM pricing"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 3);
        QCOMPARE(workspace->asked(u"order"_s), orders);
        QCOMPARE(reset.size(), 0);
    }

    void shouldTellWhatOthersChangedFromTheUsersOwnEdits()
    {
        load(300);
        settle();
        QSignalSpy elsewhere(model.get(), &ResourceTableModel::changedElsewhere);
        const QString id = model->index(3, 0).data(LocalIdRole).toString();
        workspace->change(Lead, id, {{u"nextStep"_s, u"Send SIM pricing"_s}});
        QTRY_COMPARE(elsewhere.size(), 1);
        QCOMPARE(elsewhere.first().first().value<QVector<RowId>>(), QVector<RowId>{model->rowId(3)});

        const Edit edit{Edit::Op::Update, Lead, id, {{u"nextStep"_s, u"Call"_s}}};
        QVERIFY(QTest::qWaitFor(
            [done = workspace->edits().record({u"Edit"_s, {edit}})] { return done.isFinished(); }));
        const int column = static_cast<int>(Column::NextStep);
        QTRY_COMPARE(model->index(3, column).data().toString(), u"Call"_s);
        workspace->setSync(Lead, id, SyncState::Synced); // it has arrived
        QTRY_COMPARE(model->index(3, column).data(SyncRole).toInt(), int(SyncState::Synced));
        QCOMPARE(elsewhere.size(), 1);
    }

    void shouldMoveARowWhoseSortedFieldChanged()
    {
        load(300);
        settle();
        const QPersistentModelIndex pointer = model->index(2, 0);
        const QString id = pointer.data(LocalIdRole).toString();
        QSignalSpy moved(model.get(), &QAbstractItemModel::rowsMoved);
        workspace->change(Lead, id, {{u"name"_s, u"Zulu"_s}});

        QTRY_COMPARE(moved.size(), 1);
        QCOMPARE(pointer.row(), 299);
        QTRY_COMPARE(name(299), u"Zulu"_s);
        QVERIFY(isSorted());
    }

    void shouldInsertAndRemoveRows()
    {
        load(100);
        settle();
        QSignalSpy inserted(model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(model.get(), &QAbstractItemModel::rowsRemoved);
        const QString id = workspace->add(Lead, {{u"name"_s, u"Alpha"_s}});
        QTRY_COMPARE(inserted.size(), 1);
        QTRY_COMPARE(name(0), u"Alpha"_s);

        workspace->remove(Lead, id);
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(model->rowCount(), 100);
        QVERIFY(isSorted());
    }

    void shouldKeepPointersThroughManyChanges()
    {
        load(200);
        settle();
        const QPersistentModelIndex kept = model->index(20, 0);
        const QString name = kept.data().toString();
        const QPersistentModelIndex gone = model->index(21, 0);
        const QString goneId = gone.data(LocalIdRole).toString();
        for (int i = 0; i < 70; ++i)
            workspace->add(Lead, {{u"name"_s, u"%1 new"_s.arg(QChar(u'A' + i % 26))}});
        workspace->remove(Lead, goneId);
        workspace->announceManyChanges(Lead);

        QTRY_COMPARE(model->rowCount(), 269);
        QTRY_COMPARE(kept.data().toString(), name);
        QVERIFY(!gone.isValid());
        QVERIFY(isSorted());
    }

    void shouldShrinkThroughManyChanges()
    {
        load(150);
        settle();
        QStringList ids;
        for (int i = 0; i < 30; i += 2)
            ids.append(model->index(i, 0).data(LocalIdRole).toString());
        for (const QString &id : ids)
            workspace->remove(Lead, id);

        QTRY_COMPARE(model->rowCount(), 135);
        QVERIFY(isSorted());
    }

    void shouldReadManyChangesInOneGo()
    {
        load(200);
        settle();
        const int orders = workspace->asked(u"order"_s);
        for (int i = 0; i < 20; ++i)
            workspace->announceManyChanges(Lead);
        QTRY_COMPARE(workspace->asked(u"order"_s), orders + 1);
        QTRY_VERIFY(!isLoading(0));
        QCOMPARE(workspace->asked(u"order"_s), orders + 1);
    }

    void shouldLeaveOtherResourcesAlone()
    {
        load(100);
        settle();
        const int rows = workspace->asked(u"rows"_s);
        workspace->add(ResourceKind::Quote, {{u"description"_s, u"A quote"_s}});
        workspace->announceManyChanges(ResourceKind::Quote);
        settleEvents();
        QCOMPARE(workspace->asked(u"rows"_s), rows);
    }

    void shouldFilterAndSortBySeveralKeys()
    {
        load(120);
        ListFilter filter;
        filter.anyOf[Field::Rating] = {u"hot"_s};
        model->setFilterAndSort(filter, {{Field::Status}, {Field::Amount, Qt::DescendingOrder}});
        QTRY_COMPARE(model->rowCount(), 40);

        for (int i = 1; i < 40; ++i) {
            QTRY_VERIFY(!isLoading(i));
            const auto status = [this](int row) {
                return model->index(row, int(Column::Status)).data(RawRole).toString();
            };
            const auto amount = [this](int row) {
                return model->index(row, int(Column::Amount)).data(RawRole).toDouble();
            };
            QVERIFY(status(i - 1) < status(i) || (status(i - 1) == status(i) && amount(i - 1) >= amount(i)));
        }
    }

    void shouldDropTheAnswerOfAnEarlierQuery()
    {
        load(100);
        workspace->hold();
        ListFilter filter;
        filter.anyOf[Field::Rating] = {u"hot"_s};
        model->setFilter(filter);
        model->setFilter({});
        workspace->release();

        QTRY_COMPARE(model->phase(), Phase::Ready);
        QCOMPARE(model->rowCount(), 100);
    }

    void shouldSayWhyItFailedAndTryAgain()
    {
        workspace->addLeads(10);
        workspace->failQueries(Problem{Problem::Kind::Storage, u"The disk cannot be read."_s, {}});
        QSignalSpy phases(model.get(), &ResourceTableModel::phaseChanged);
        model->setSort({});
        QTRY_COMPARE(model->phase(), Phase::Failed);
        QCOMPARE(model->problem()->sentence, u"The disk cannot be read."_s);

        workspace->failQueries({});
        model->reload();
        QTRY_COMPARE(model->phase(), Phase::Ready);
        QCOMPARE(model->rowCount(), 10);
        QVERIFY(!model->problem());
    }

    void shouldFailWhenRowsCannotBeReadAndNotAskForEver()
    {
        load(300);
        settle();
        workspace->failQueries(Problem{Problem::Kind::Storage, u"The disk cannot be read."_s, {}});
        QVERIFY(isLoading(250));
        QTRY_COMPARE(model->phase(), Phase::Failed);
        const int rows = workspace->asked(u"rows"_s);
        QVERIFY(isLoading(250));
        settleEvents();
        QCOMPARE(workspace->asked(u"rows"_s), rows);
    }

    void shouldFindRowsAndAnswerRoles()
    {
        load(100);
        settle();
        const QModelIndex index = model->index(5, 0);
        QCOMPARE(model->find(index.data(RowIdRole).toLongLong()), 5);
        QCOMPARE(model->find(0), -1);
        QCOMPARE(model->find(99999), -1);
        QVERIFY(index.data(StateRole).isValid());
        QCOMPARE(index.data(ServerIdRole).toString(), model->row(5)->serverId);
    }

    void shouldSurviveBeingDestroyedWhileReading()
    {
        workspace->addLeads(300);
        workspace->hold();
        model->setSort({});
        tester.reset();
        model.reset();
        workspace->release();
        QCoreApplication::processEvents();
    }
};

SALESBENCH_TEST(ResourceTableModelTest)
#include "resourcetablemodeltest.moc"
