// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/recordtable.h"
#include "models/items/resourcetablemodel.h"
#include "tests/support/fakedesk.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "ui/list/rowdelegate.h"
#include "ui/list/rowflash.h"
#include "ui/list/sortheader.h"
#include "ui/list/tablecolumns.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class RecordTableTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<ResourceTableModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    std::unique_ptr<RecordTable> table;

    void open(int leads, const QVector<SortKey> &sort = {})
    {
        desk->workspace.addLeads(leads);
        model->setFilterAndSort({}, sort);
        QTRY_COMPARE(model->rowCount(), leads);
        QTRY_VERIFY(model->isOrderKnown());
        QTRY_VERIFY(leads == 0 || model->row(0));
    }

    QString nameAt(int row) const { return model->index(row, int(Column::Name)).data().toString(); }
    int currentRow() const { return table->currentIndex().row(); }

    QPoint headPoint(Column column) const
    {
        const QHeaderView *header = table->horizontalHeader();
        return {header->sectionViewportPosition(int(column)) + header->sectionSize(int(column)) / 2,
                header->height() / 2};
    }

    void clickHead(Column column, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(table->horizontalHeader()->viewport(), Qt::LeftButton, modifiers, headPoint(column));
    }

private Q_SLOTS:
    void initTestCase() { wear(Theme::light()); }

    void init()
    {
        desk = std::make_unique<FakeDesk>();
        model = std::make_unique<ResourceTableModel>(desk->workspace.queries(), ResourceKind::SalesLead,
                                                     desk->workspace.surroundings().now);
        tester = std::make_unique<QAbstractItemModelTester>(model.get());
        table = std::make_unique<RecordTable>(*model);
        table->resize(1016, 500);
        table->show();
        QVERIFY(QTest::qWaitForWindowActive(table.get()));
        table->setFocus();
    }

    void cleanup()
    {
        table.reset();
        tester.reset();
        model.reset();
    }

    void shouldReadOnlyWhatIsInSight()
    {
        tester.reset(); // it looks at rows by itself
        desk->workspace.addLeads(2000);
        model->setFilter({});
        QTRY_VERIFY(model->row(0));
        QTRY_COMPARE(desk->workspace.held(), 0);
        QVERIFY(!model->row(1000));
        QVERIFY(!model->row(1999));

        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
        QTRY_VERIFY(model->row(1999));
        QVERIFY(!model->row(1000));
    }

    void shouldLightARowThatSomebodyElseChanged()
    {
        open(300);
        table->showRow(1);
        const auto ground = [this](int row) {
            const QPixmap picture = table->viewport()->grab();
            return picture.toImage().pixelColor(2, table->rowViewportPosition(row) + 2);
        };
        const QColor usual = ground(4);
        const QString id = model->index(4, 0).data(LocalIdRole).toString();
        desk->workspace.change(ResourceKind::SalesLead, id, {{u"nextStep"_s, u"Send SIM pricing"_s}});

        QTRY_VERIFY(ground(4) != usual);
        QCOMPARE(ground(5), usual);
        paintInBothThemes(table.get(), u"flash"_s);
        QCOMPARE(currentRow(), 1);
        // Rounding lets a pale light pass for none and come back.
        QTRY_COMPARE(table->findChild<RowFlash *>()->strength(model->rowId(4)), 0.0);
        QCOMPARE(ground(4), usual);
    }

    void shouldNotLookThroughTheListForALetter()
    {
        open(300);
        table->showRow(0);
        const int asked = desk->workspace.asked(u"rows"_s);
        QTest::keyClicks(table.get(), u"HQ"_s);
        QTest::qWait(20);
        QCOMPARE(currentRow(), 0);
        QCOMPARE(desk->workspace.asked(u"rows"_s), asked);
    }

    void shouldWalkByKeys()
    {
        open(100);
        table->showRow(0);
        QSignalSpy went(table.get(), &RecordTable::wentTo);
        QTest::keyClick(table.get(), Qt::Key_Down);
        QCOMPARE(currentRow(), 1);
        QTest::keyClick(table.get(), Qt::Key_End);
        QCOMPARE(currentRow(), 99);
        QTest::keyClick(table.get(), Qt::Key_Home);
        QCOMPARE(currentRow(), 0);
        table->step(-1);
        QCOMPARE(currentRow(), 0);
        QCOMPARE(went.size(), 3);
        QCOMPARE(table->selectedCount(), 1);
    }

    void shouldSelectManyAndGoBackToOne()
    {
        open(100);
        table->showRow(3);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(table.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(table->selectedCount(), 5);
        QCOMPARE(table->selectedIds().first(), model->rowId(3));
        QTest::keyClick(table.get(), Qt::Key_Escape);
        QCOMPARE(table->selectedCount(), 1);
        QCOMPARE(currentRow(), 7);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          table->visualRect(model->index(1, 0)).center());
        QCOMPARE(table->selectedIds(), (QVector{model->rowId(1), model->rowId(7)}));
    }

    void shouldLimitASelectionOfAll()
    {
        tester.reset();
        open(RecordTable::MaxSelection + 40);
        QSignalSpy limited(table.get(), &RecordTable::selectionLimited);
        QTest::keyClick(table.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(table->selectedCount(), RecordTable::MaxSelection);
        QCOMPARE(limited.size(), 1);
        QCOMPARE(table->selectionModel()->selection().size(), 1);

        table->showRow(5);
        QTest::keyClick(table.get(), Qt::Key_End, Qt::ShiftModifier);
        QTRY_COMPARE(table->selectedCount(), RecordTable::MaxSelection);
        QVERIFY(table->selectedIds().contains(model->rowId(5)));
        QCOMPARE(currentRow(), RecordTable::MaxSelection + 39);
    }

    void shouldSelectAllOfAShortListWithoutAWord()
    {
        open(12);
        QSignalSpy limited(table.get(), &RecordTable::selectionLimited);
        table->selectAll();
        QCOMPARE(table->selectedCount(), 12);
        QCOMPARE(limited.size(), 0);
    }

    void shouldKeepSelectionAndPlaceWhenRowsComeAndGo()
    {
        open(200, {{Field::Name, Qt::AscendingOrder}});
        table->showRow(120);
        table->verticalScrollBar()->setValue(110 * metrics::Row);
        QTRY_VERIFY(!nameAt(120).isEmpty());
        const QString name = nameAt(120);
        const int height = table->rowViewportPosition(120);

        const QString added =
            desk->workspace.add(ResourceKind::SalesLead, {{u"name"_s, u"AAA first of all"_s}});
        QTRY_COMPARE(model->rowCount(), 201);
        QCOMPARE(currentRow(), 121);
        QCOMPARE(nameAt(currentRow()), name);
        QCOMPARE(table->selectedIds(), QVector{model->rowId(121)});
        QCOMPARE(table->rowViewportPosition(121), height);

        desk->workspace.remove(ResourceKind::SalesLead, added);
        QTRY_COMPARE(model->rowCount(), 200);
        QCOMPARE(currentRow(), 120);
        QCOMPARE(table->rowViewportPosition(120), height);
    }

    void shouldFollowARowThatMoves()
    {
        open(50, {{Field::Name, Qt::AscendingOrder}});
        table->showRow(10);
        const QString id = model->row(10)->localId;
        QSignalSpy went(table.get(), &RecordTable::wentTo);
        desk->workspace.change(ResourceKind::SalesLead, id, {{u"name"_s, u"ZZZ last of all"_s}});
        QTRY_COMPARE(currentRow(), 49);
        QCOMPARE(model->row(49)->localId, id);
        QCOMPARE(went.size(), 0);
    }

    void shouldNotCallItGoingWhenTheCurrentRowLeaves()
    {
        open(50, {{Field::Name, Qt::AscendingOrder}});
        table->showRow(10);
        QSignalSpy went(table.get(), &RecordTable::wentTo);
        desk->workspace.remove(ResourceKind::SalesLead, model->row(10)->localId);
        QTRY_COMPARE(model->rowCount(), 49);
        QCOMPARE(went.size(), 0);
        QCOMPARE(table->selectedCount(), 0);
        // The row that stands there now is the next one.
        table->step(1);
        QCOMPARE(currentRow(), 10);
        QCOMPARE(table->selectedCount(), 1);
    }

    void shouldSortByClicks()
    {
        open(40);
        clickHead(Column::Name);
        QCOMPARE(model->query().sort, (QVector<SortKey>{{Field::Name, Qt::AscendingOrder}}));
        clickHead(Column::Name);
        QCOMPARE(model->query().sort, (QVector<SortKey>{{Field::Name, Qt::DescendingOrder}}));
        clickHead(Column::Rating, Qt::ControlModifier);
        QCOMPARE(model->query().sort,
                 (QVector<SortKey>{{Field::Name, Qt::DescendingOrder}, {Field::Rating, Qt::AscendingOrder}}));
        clickHead(Column::Rating, Qt::ShiftModifier);
        QCOMPARE(model->query().sort.last(), (SortKey{Field::Rating, Qt::DescendingOrder}));
        QCOMPARE(table->sortHeader().keys(), model->query().sort);
        clickHead(Column::Age);
        QCOMPARE(model->query().sort, (QVector<SortKey>{{Field::Created, Qt::DescendingOrder}}));
    }

    void shouldTakeColumnsAsTheyAreMovedAndSized()
    {
        open(5);
        QHeaderView *header = table->horizontalHeader();
        header->moveSection(header->visualIndex(int(Column::Owner)), 0);
        QCOMPARE(table->columns().plan().entries.first().column, Column::Owner);
        header->resizeSection(int(Column::Prospect), 210);
        QCOMPARE(table->columns().plan().entry(Column::Prospect).width, 210);

        table->resize(700, 500);
        QCOMPARE(table->columns().plan().entry(Column::Prospect).width, 210);
        QVERIFY(!table->columns().isShown(Column::NextStep));
        table->columns().reset();
        QCOMPARE(table->columns().plan(), ColumnPlan::standard(ResourceKind::SalesLead));
    }

    void shouldChooseColumnsByTheirMenu()
    {
        open(5);
        QMenu menu;
        table->columns().fillMenu(&menu);
        const auto action = [&menu](const QString &text) {
            const QList<QAction *> all = menu.actions();
            const auto found = std::ranges::find(all, text, &QAction::text);
            return found == all.end() ? nullptr : *found;
        };
        QVERIFY(!action(u"Name"_s)->isEnabled());
        QVERIFY(action(u"Rating"_s)->isChecked());
        action(u"Rating"_s)->trigger();
        QVERIFY(table->isColumnHidden(int(Column::Rating)));
        action(u"Campaign"_s)->trigger();
        QVERIFY(!table->isColumnHidden(int(Column::Campaign)));
        action(u"&Reset Columns"_s)->trigger();
        QVERIFY(table->isColumnHidden(int(Column::Campaign)));
    }

    void shouldShowGreyBarsOnlyToThoseWhoWait()
    {
        desk->workspace.addLeads(60);
        desk->workspace.hold();
        model->setFilter({});
        const auto bars = [this] {
            return table->viewport()->grab().toImage().pixelColor(cells::LeadPadding + 20, metrics::Row / 2)
                == Theme::light().hair;
        };
        QVERIFY(!bars());
        QTRY_VERIFY(bars());
        desk->workspace.release();
        QTRY_VERIFY(!bars());
    }

    void shouldMarkSelectionAndWhatIsNotSent()
    {
        open(20);
        table->showRow(6); // the seventh lead is not sent
        const QRect cell = table->visualRect(model->index(6, int(Column::Name)));
        const auto pixel = [&](QPoint at) { return table->viewport()->grab().toImage().pixelColor(at); };
        QCOMPARE(pixel({1, cell.center().y()}), Theme::light().accent);
        QCOMPARE(pixel({cell.right() - 1, cell.top() + 2}), Theme::light().sel);
        QCOMPARE(pixel({11, cell.center().y()}), Theme::light().sync);
        table->clearFocus();
        QCOMPARE(pixel({1, cell.center().y()}), Theme::light().text3);
    }

    void shouldHoverWholeRows()
    {
        open(20);
        QTest::mouseMove(table->viewport(), {300, 3 * metrics::Row + 10});
        QTRY_COMPARE(table->viewport()->grab().toImage().pixelColor(600, 3 * metrics::Row + 2),
                     Theme::light().hover);
    }
};

SALESBENCH_TEST(RecordTableTest)
#include "recordtabletest.moc"
