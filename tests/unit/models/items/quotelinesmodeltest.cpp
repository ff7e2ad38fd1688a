// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/models/items/quotelinesroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class QuoteLinesModelTest : public QuoteLinesRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { begin(); }
    void cleanup() { end(); }

    void shouldShowTheLinesAsATree()
    {
        QCOMPARE(keys(), (QStringList{u"b"_s, u"f"_s}));
        QCOMPARE(keys(cell(u"b"_s, LineColumn::Number)), (QStringList{u"b1"_s, u"b2"_s}));
        QCOMPARE(text(u"b2"_s, LineColumn::Number), u"1.2"_s);
        QCOMPARE(text(u"b2"_s, LineColumn::Offering), u"Licence"_s);
        QCOMPARE(text(u"b2"_s, LineColumn::Quantity), u"14"_s);
        QCOMPARE(text(u"b2"_s, LineColumn::OneTime), QString());
        QCOMPARE(text(u"b2"_s, LineColumn::Recurring), u"1,246.00"_s);
        QCOMPARE(text(u"b2"_s, LineColumn::Discount), u"−10%"_s);
        QCOMPARE(text(u"b2"_s, LineColumn::Tax), u"19%"_s);
        QCOMPARE(text(u"b2"_s, LineColumn::Net), u"1,121.40/mo"_s);
        QCOMPARE(text(u"f"_s, LineColumn::Net), u"500.00 + 358.00/mo"_s);
        QVERIFY(cell(u"b"_s, LineColumn::Offering).data(QuoteLinesModel::IsBundleRole).toBool());
        QCOMPARE(model->headerData(int(LineColumn::Recurring), Qt::Horizontal), u"Monthly"_s);
    }

    void shouldSumABundle()
    {
        QCOMPARE(text(u"b"_s, LineColumn::OneTime), u"5,460.00"_s);
        QCOMPARE(text(u"b"_s, LineColumn::Recurring), u"1,246.00"_s);
        QCOMPARE(text(u"b"_s, LineColumn::Net), u"5,460.00 + 1,121.40/mo"_s);
        QCOMPARE(text(u"b"_s, LineColumn::Quantity), QString());
        QVERIFY(model->totals());
        QCOMPARE(model->totals()->totals[0].net, 596000);
        QCOMPARE(model->totals()->totals[1].net, 147940);
    }

    void shouldNeverAddTwoCurrencies()
    {
        type(u"b1"_s, LineColumn::OneTime, u"500 USD"_s);
        QCOMPARE(model->totals()->totals.size(), 3);
        QCOMPARE(text(u"b"_s, LineColumn::OneTime), u"7,000.00 USD"_s);
        QCOMPARE(text(u"f"_s, LineColumn::OneTime), u"500.00 EUR"_s);
        QCOMPARE(text(u"f"_s, LineColumn::Net), u"500.00 EUR + 358.00 EUR/mo"_s);
        QCOMPARE(cell(u"b1"_s, LineColumn::OneTime).data(Qt::EditRole),
                 model->habits().currency == "USD"_L1 ? u"500"_s : u"500 USD"_s);
    }

    void shouldTakeInWhatThePullBrings()
    {
        const QPersistentModelIndex licence = cell(u"b2"_s, LineColumn::Quantity);
        QJsonArray lines = document().value("quoteItem"_L1).toArray();
        QJsonObject bundle = lines[0].toObject();
        bundle.insert(
            "quoteItem"_L1,
            QJsonArray{parse("{'id': 'b3', 'quantity': 1}"), bundle.value("quoteItem"_L1).toArray()[1]});
        workspace->change(ResourceKind::Quote, id, {{u"quoteItem"_s, QJsonArray{lines[1], bundle}}});

        QTRY_COMPARE(keys(), (QStringList{u"f"_s, u"b"_s}));
        QCOMPARE(keys(cell(u"b"_s, LineColumn::Number)), (QStringList{u"b3"_s, u"b2"_s}));
        QVERIFY(licence.isValid());
        QCOMPARE(licence.row(), 1);
    }

    void shouldSayWhenTheLineIsGone()
    {
        model->hold();
        QJsonArray lines = document().value("quoteItem"_L1).toArray();
        lines.removeLast();
        workspace->change(ResourceKind::Quote, id, {{u"quoteItem"_s, lines}});
        QVERIFY(type(u"f"_s, LineColumn::Quantity, u"9"_s));
        model->release();

        QTRY_COMPARE(failures->size(), 1);
        QCOMPARE(lastProblem(), u"The line Fibre is not in the quote any more."_s);
        QTRY_COMPARE(keys(), QStringList{u"b"_s});
    }

    void shouldLockWhatIsSettled_data()
    {
        QTest::addColumn<QString>("state");
        for (const QString &state : {u"approved"_s, u"accepted"_s, u"rejected"_s, u"cancelled"_s})
            QTest::newRow(qPrintable(state)) << state;
    }

    void shouldLockWhatIsSettled()
    {
        QFETCH(QString, state);
        workspace->change(ResourceKind::Quote, id, {{u"state"_s, state}});
        QTRY_VERIFY(!model->lock().isEmpty());
        QVERIFY(!type(u"f"_s, LineColumn::Quantity, u"9"_s));
        model->addLine(u"More"_s);
        model->removeLine(cell(u"f"_s, LineColumn::Offering));
        QVERIFY(!model->canMove(cell(u"f"_s, LineColumn::Offering), -1));
        QCOMPARE(failures->size(), 2);
        QCOMPARE(lastProblem(), model->lock());
        QCoreApplication::processEvents();
        QVERIFY(workspace->changes().isEmpty());
    }

    void shouldNotOverwriteAnApprovalThatCameMeanwhile()
    {
        model->hold();
        workspace->change(ResourceKind::Quote, id, {{u"state"_s, u"approved"_s}});
        type(u"f"_s, LineColumn::Quantity, u"9"_s);
        model->release();
        QTRY_COMPARE(failures->size(), 1);
        QVERIFY(workspace->changes().isEmpty());
        QTRY_COMPARE(text(u"f"_s, LineColumn::Quantity), u"2"_s);
    }

    void shouldShowNoWrongTotal()
    {
        workspace->change(
            ResourceKind::Quote, id,
            parse("{'quoteItem': [{'id': 'f', 'quoteItemPrice': [{'price': "
                  "{'dutyFreeAmount': {'unit': 'EUR', 'value': 5}}, 'priceAlteration': [{'price': {"
                  "'dutyFreeAmount': {'unit': 'USD', 'value': 1}}}]}]}]}"));
        QTRY_VERIFY(!model->totals());
        QVERIFY(model->totals().error().sentence.contains("USD"_L1));
        QCOMPARE(text(u"f"_s, LineColumn::Net), QString());
        QVERIFY(type(u"f"_s, LineColumn::Quantity, u"9"_s));
        QTRY_COMPARE(kept().quoteItem()[0].quantity(), 9.0);
    }

    void shouldTellLinesWithoutIdsApart()
    {
        workspace->change(
            ResourceKind::Quote, id,
            parse(
                "{'quoteItem': [{'quantity': 1}, {'id': 'x', 'quantity': 2}, {'id': 'x', 'quantity': 3}]}"));
        QTRY_COMPARE(keys(), (QStringList{u"#1"_s, u"#2"_s, u"#3"_s}));
        type(u"#3"_s, LineColumn::Quantity, u"30"_s);
        QTRY_COMPARE(kept().quoteItem()[2].quantity(), 30.0);
        QCOMPARE(text(u"#1"_s, LineColumn::Offering), u"Line 1"_s);
    }

    void shouldResetForAnotherQuote()
    {
        const QSignalSpy resets(model.get(), &QAbstractItemModel::modelReset);
        id =
            workspace->add(ResourceKind::Quote, parse("{'state': 'inProgress', 'quoteItem': [{'id': 'f'}]}"));
        load();
        QTRY_COMPARE(keys(), QStringList{u"f"_s});
        QCOMPARE(resets.size(), 1);
        model->setRecord({});
        QCOMPARE(model->rowCount(), 0);
    }
};

SALESBENCH_TEST(QuoteLinesModelTest)
#include "quotelinesmodeltest.moc"
