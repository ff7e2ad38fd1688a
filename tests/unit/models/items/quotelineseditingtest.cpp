// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/models/items/quotelinesroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What is typed into the lines, and what becomes of it.
class QuoteLinesEditingTest : public QuoteLinesRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { begin(); }
    void cleanup() { end(); }

    void shouldKeepEachEditAsOneChange_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("title");
        QTest::newRow("quantity") << int(LineColumn::Quantity) << u"3"_s << u"3"_s
                                  << u"Change quantity of Fibre"_s;
        QTest::newRow("one-time") << int(LineColumn::OneTime) << u"1,000.50"_s << u"2,001.00"_s
                                  << u"Change price of Fibre"_s;
        QTest::newRow("recurring") << int(LineColumn::Recurring) << u"200"_s << u"400.00"_s
                                   << u"Change price of Fibre"_s;
        QTest::newRow("period") << int(LineColumn::Recurring) << u"2000/yr"_s << u"4,000.00/yr"_s
                                << u"Change price of Fibre"_s;
        QTest::newRow("no price") << int(LineColumn::OneTime) << u""_s << u""_s << u"Change price of Fibre"_s;
        QTest::newRow("discount") << int(LineColumn::Discount) << u"20"_s << u"−20%"_s
                                  << u"Change discount of Fibre"_s;
        QTest::newRow("part discount") << int(LineColumn::Discount) << u"50 one-time"_s << u"−50% one-time"_s
                                       << u"Change discount of Fibre"_s;
        QTest::newRow("tax") << int(LineColumn::Tax) << u"7.7"_s << u"7.7%"_s << u"Change tax of Fibre"_s;
        QTest::newRow("offering") << int(LineColumn::Offering) << u"Fibre 10 Gb/s"_s << u"Fibre 10 Gb/s"_s
                                  << u"Change offering of Fibre"_s;
    }

    void shouldKeepEachEditAsOneChange()
    {
        QFETCH(int, column);
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        QFETCH(QString, title);

        QVERIFY(type(u"f"_s, LineColumn(column), typed));

        QCOMPARE(text(u"f"_s, LineColumn(column)), shown); // at once
        QTRY_COMPARE(workspace->changes().size(), 1);
        QCOMPARE(workspace->changes().first().title, title);
        QTRY_COMPARE(text(u"f"_s, LineColumn(column)), shown);
        QCOMPARE(document().value("x-own"_L1), 7);
        QCOMPARE(kept().quoteItem()[0].json().value("x-rack"_L1), 4);
        QCOMPARE(Quote(document()).quoteTotalPrice(), toQuoteTotalPrice(*model->totals()));
    }

    void shouldUndo()
    {
        type(u"f"_s, LineColumn::Quantity, u"3"_s);
        QTRY_COMPARE(workspace->changes().size(), 1);
        workspace->edits().undo();
        QTRY_COMPARE(text(u"f"_s, LineColumn::Quantity), u"2"_s);
        workspace->edits().redo();
        QTRY_COMPARE(text(u"f"_s, LineColumn::Quantity), u"3"_s);
    }

    void shouldTypeWhatItShows()
    {
        for (LineColumn column : {LineColumn::Offering, LineColumn::Quantity, LineColumn::OneTime,
                                  LineColumn::Recurring, LineColumn::Discount, LineColumn::Tax})
            QVERIFY(type(u"b2"_s, column, cell(u"b2"_s, column).data(Qt::EditRole).toString()));
        QCoreApplication::processEvents();
        QVERIFY(workspace->changes().isEmpty());
    }

    void shouldSayWhyTextCannotStand()
    {
        QVERIFY(!model->objection(cell(u"f"_s, LineColumn::Quantity), u"some"_s).isEmpty());
        QVERIFY(model->objection(cell(u"f"_s, LineColumn::Quantity), u"5"_s).isEmpty());
        QVERIFY(!type(u"f"_s, LineColumn::Quantity, u"some"_s));
        QCOMPARE(lastProblem(), model->objection(cell(u"f"_s, LineColumn::Quantity), u"some"_s));
        QCOMPARE(text(u"f"_s, LineColumn::Quantity), u"2"_s);
    }

    void shouldNotEditWhatFollows()
    {
        QVERIFY(!(model->flags(cell(u"f"_s, LineColumn::Net)) & Qt::ItemIsEditable));
        QVERIFY(!(model->flags(cell(u"b"_s, LineColumn::Discount)) & Qt::ItemIsEditable));
        QVERIFY(!type(u"f"_s, LineColumn::Net, u"1"_s));
        QVERIFY(!cell(u"f"_s, LineColumn::Net).data(QuoteLinesModel::LockRole).toString().isEmpty());
    }

    void shouldKnowTheOfferingByTheIdThatOthersHave()
    {
        workspace->add(ResourceKind::SalesLead,
                       parse("{'name': 'x', 'productOffering': {'id': 'PO-77', 'href': '/o/77', 'name': 'IoT "
                             "SIM bundle'}}"));
        type(u"f"_s, LineColumn::Offering, u"IoT SIM bundle"_s);
        QTRY_COMPARE(kept().quoteItem()[1].productOffering().id(), u"PO-77"_s);
        QCOMPARE(kept().quoteItem()[1].productOffering().href(), u"/o/77"_s);
    }

    void shouldAddALine()
    {
        model->addLine(u" Site  survey "_s);
        QCOMPARE(model->rowCount(), 3);
        const QString key = keys().last();
        QVERIFY(type(key, LineColumn::OneTime, u"4800"_s));

        QTRY_COMPARE(workspace->changes().size(), 2);
        QTRY_COMPARE(keys().last(), key);
        const QuoteItem added = kept().quoteItem()[2];
        QCOMPARE(added.productOffering().name(), u"Site survey"_s);
        QVERIFY(!added.productOffering().id().isEmpty());
        QCOMPARE(added.action(), u"add"_s);
        QCOMPARE(added.quoteItemPrice()[0].price().dutyFreeAmount(), Money(480000, u"EUR"_s));
        QCOMPARE(added.quoteItemPrice()[0].price().taxRate(), 19.0);
        QCOMPARE(failures->size(), 0);
    }

    void shouldRemoveALine()
    {
        const QPersistentModelIndex fibre = cell(u"f"_s, LineColumn::Offering);
        model->removeLine(cell(u"b1"_s, LineColumn::Offering));
        QTRY_COMPARE(workspace->changes().size(), 1);
        QTRY_COMPARE(text(u"b2"_s, LineColumn::Number), u"1.1"_s);
        QVERIFY(fibre.isValid());
        QCOMPARE(kept().quoteItem()[0].quoteItem().size(), 1);
    }

    void shouldKeepTheLastLine()
    {
        model->removeLine(cell(u"b"_s, LineColumn::Offering));
        model->removeLine(cell(u"f"_s, LineColumn::Offering));
        QCOMPARE(failures->size(), 1);
        QCOMPARE(lastProblem(), u"A quote needs at least one line."_s);
        QTRY_COMPARE(workspace->changes().size(), 1);
        QCOMPARE(keys(), QStringList{u"f"_s});
    }

    void shouldMoveLinesAmongTheirOwn()
    {
        const QPersistentModelIndex fibre = cell(u"f"_s, LineColumn::Offering);
        QVERIFY(model->canMove(fibre, -1));
        QVERIFY(!model->canMove(fibre, 1));
        model->moveLine(fibre, -1);
        QCOMPARE(keys(), (QStringList{u"f"_s, u"b"_s}));
        QCOMPARE(fibre.row(), 0);
        QCOMPARE(text(u"b1"_s, LineColumn::Number), u"2.1"_s);
        QTRY_COMPARE(kept().quoteItem()[0].id(), u"f"_s);
        model->moveLine(cell(u"b1"_s, LineColumn::Offering), 1);
        QTRY_COMPARE(kept().quoteItem()[1].quoteItem()[0].id(), u"b2"_s);
    }

    void shouldLeaveTheRowsAloneWhileACellIsTypedInto()
    {
        const QSignalSpy changes(model.get(), &QAbstractItemModel::dataChanged);
        const QModelIndex quantity = cell(u"f"_s, LineColumn::Quantity);
        model->hold();
        QJsonArray lines = document().value("quoteItem"_L1).toArray();
        lines.removeFirst();
        workspace->change(ResourceKind::Quote, id,
                          {{u"quoteItem"_s, lines}, {u"description"_s, u"Renamed"_s}});
        waitForAnswers();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(changes.size(), 0);

        QVERIFY(model->setData(quantity, u"9"_s));
        model->release();

        QTRY_COMPARE(keys(), QStringList{u"f"_s});
        QCOMPARE(text(u"f"_s, LineColumn::Quantity), u"9"_s);
        QCOMPARE(kept().quoteItem().size(), 1); // the pull's removal stands
        QCOMPARE(kept().quoteItem()[0].quantity(), 9.0);
    }

    void shouldGoBackWhenAnEditIsNotKept()
    {
        workspace->failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        type(u"f"_s, LineColumn::Quantity, u"9"_s);
        QCOMPARE(text(u"f"_s, LineColumn::Quantity), u"9"_s);
        QTRY_COMPARE(failures->size(), 1);
        QCOMPARE(lastProblem(), u"The disk is full."_s);
        QTRY_COMPARE(text(u"f"_s, LineColumn::Quantity), u"2"_s);
    }

    void shouldKeepQuickEditsInOrder()
    {
        type(u"f"_s, LineColumn::Quantity, u"3"_s);
        type(u"f"_s, LineColumn::Tax, u"7"_s);
        type(u"b1"_s, LineColumn::Quantity, u"15"_s);
        QTRY_COMPARE(workspace->changes().size(), 3);
        QTRY_COMPARE(kept().quoteItem()[0].quoteItem()[0].quantity(), 15.0);
        QCOMPARE(kept().quoteItem()[1].quantity(), 3.0);
        QCOMPARE(text(u"f"_s, LineColumn::Tax), u"7%"_s);
    }
};

SALESBENCH_TEST(QuoteLinesEditingTest)
#include "quotelineseditingtest.moc"
