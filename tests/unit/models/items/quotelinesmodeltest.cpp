// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/quotelinesmodel.h"

#include "models/domain/whendone.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Document = R"({
    'description': 'Depot network', 'state': 'inProgress', 'x-own': 7, 'quoteItem': [
        {'id': 'b', 'x-rack': 4, 'productOffering': {'id': 'PO-1', 'name': 'Managed SD-WAN'}, 'quoteItem': [
            {'id': 'b1', 'quantity': 14, 'productOffering': {'id': 'PO-2', 'name': 'Edge device'}, 'quoteItemPrice': [
                {'priceType': 'oneTime', 'price': {'taxRate': 19, 'dutyFreeAmount': {'unit': 'EUR', 'value': 390}}}]},
            {'id': 'b2', 'quantity': 14, 'productOffering': {'id': 'PO-3', 'name': 'Licence'}, 'quoteItemPrice': [
                {'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 19,
                 'dutyFreeAmount': {'unit': 'EUR', 'value': 89}}, 'priceAlteration': [{'price': {'percentage': 10}}]}]}]},
        {'id': 'f', 'quantity': 2, 'productOffering': {'id': 'PO-4', 'name': 'Fibre'}, 'quoteItemPrice': [
            {'priceType': 'oneTime', 'price': {'taxRate': 19, 'dutyFreeAmount': {'unit': 'EUR', 'value': 250}}},
            {'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 19,
             'dutyFreeAmount': {'unit': 'EUR', 'value': 179}}}]}]})";

} // namespace

class QuoteLinesModelTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeWorkspace> workspace;
    std::unique_ptr<QuoteLinesModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    std::unique_ptr<QSignalSpy> failures;
    QString id;

    /// What a page does: read the quote and hand it over.
    void load()
    {
        whenDone(workspace->queries().record(ResourceKind::Quote, id), model.get(),
                 [this](const Result<Record> &quote) {
                     if (quote)
                         model->setRecord(*quote);
                 });
    }

    /// Answers come in the order of the questions: what was asked before this has been answered after it.
    void waitForAnswers()
    {
        bool isAnswered = false;
        whenDone(workspace->queries().record(ResourceKind::Quote, id), model.get(),
                 [&isAnswered](const Result<Record> &) { isAnswered = true; });
        QTRY_VERIFY(isAnswered);
    }

    Quote kept() const { return Quote(workspace->find(ResourceKind::Quote, id).local); }
    QJsonObject document() const { return workspace->find(ResourceKind::Quote, id).local; }
    QModelIndex cell(const QString &key, LineColumn column) const { return model->find(key, column); }
    QString text(const QString &key, LineColumn column) const { return cell(key, column).data().toString(); }
    bool type(const QString &key, LineColumn column, const QString &text)
    {
        return model->setData(cell(key, column), text);
    }
    QString lastProblem() const { return failures->last().first().value<Problem>().sentence; }

    QStringList keys(const QModelIndex &parent = {}) const
    {
        QStringList result;
        for (int row = 0; row < model->rowCount(parent); ++row)
            result.append(model->index(row, 0, parent).data(QuoteLinesModel::LineKeyRole).toString());
        return result;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void init()
    {
        workspace = std::make_unique<FakeWorkspace>();
        id = workspace->add(ResourceKind::Quote, parse(Document));
        model = std::make_unique<QuoteLinesModel>(workspace->queries(), workspace->edits(),
                                                  workspace->surroundings());
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        failures = std::make_unique<QSignalSpy>(model.get(), &QuoteLinesModel::failed);
        connect(&workspace->queries(), &WorkspaceQueries::changed, model.get(), [this] { load(); });
        connect(model.get(), &QuoteLinesModel::readAgain, model.get(), [this] { load(); });
        load();
        QTRY_COMPARE(model->rowCount(), 2);
    }

    void cleanup()
    {
        tester.reset();
        model.reset();
    }

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
