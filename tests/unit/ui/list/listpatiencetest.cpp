// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listpatience.h"
#include "models/items/resourcetablemodel.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>

using namespace salesbench;
using namespace salesbench::testing;
using namespace std::chrono_literals;

class ListPatienceTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeWorkspace> workspace;
    std::unique_ptr<ResourceTableModel> model;

private Q_SLOTS:
    void init()
    {
        workspace = std::make_unique<FakeWorkspace>();
        workspace->addLeads(3);
        model = std::make_unique<ResourceTableModel>(workspace->queries(), ResourceKind::SalesLead,
                                                     workspace->surroundings().now);
    }
    void cleanup() { model.reset(); }

    void shouldEndWhenTheListDoesNotComeAndBeginAnewWhenItDoes()
    {
        workspace->hold();
        model->reload();
        const ListPatience patience(*model, 1ms);
        QSignalSpy changed(&patience, &ListPatience::changed);
        QVERIFY(!patience.isOver());
        QTRY_VERIFY(patience.isOver());
        QCOMPARE(changed.size(), 1);

        workspace->release();
        QTRY_VERIFY(!patience.isOver());
        QCOMPARE(changed.size(), 2);

        workspace->hold();
        model->reload();
        QTRY_VERIFY(patience.isOver());
    }

    void shouldNotEndWhereTheListComes()
    {
        model->reload();
        const ListPatience patience(*model, 1h);
        QTRY_COMPARE(model->phase(), ResourceTableModel::Phase::Ready);
        QVERIFY(!patience.isOver());
    }

    void shouldEndNoMoreOnceReadingWasStopped()
    {
        workspace->hold();
        model->reload();
        const ListPatience patience(*model, 1ms);
        QTRY_VERIFY(patience.isOver());
        model->stop();
        QVERIFY(!patience.isOver());
    }
};

SALESBENCH_TEST(ListPatienceTest)
#include "listpatiencetest.moc"
