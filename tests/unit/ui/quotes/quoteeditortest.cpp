// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/quoteeditor.h"

#include "models/domain/whendone.h"
#include "tests/support/fakedesk.h"
#include "tests/support/parse.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "tests/unit/ui/quotes/depotquote.h"
#include "ui/details/detailspane.h"
#include "ui/quotes/lineactions.h"
#include "ui/quotes/linesview.h"

#include <QSignalSpy>
#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class QuoteEditorTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<QuoteEditor> editor;
    QString id;

    LinesView &lines() const { return editor->lines(); }
    Quote kept() const { return Quote(desk->workspace.find(ResourceKind::Quote, id).local); }
    QLineEdit *cell() const { return lines().findChild<QLineEdit *>(u"cell"_s); }
    QLineEdit *addRow() const { return editor->findChild<QLineEdit *>(u"addLine"_s); }
    QLabel *note() const { return editor->findChild<QLabel *>(u"note"_s); }

    QModelIndex at(const QString &key, LineColumn column) const
    {
        return qobject_cast<QuoteLinesModel *>(lines().model())->find(key, column);
    }
    QString shown(const QString &key, LineColumn column) const { return at(key, column).data().toString(); }
    void goTo(const QString &key, LineColumn column) { lines().setCurrentIndex(at(key, column)); }

    void open()
    {
        editor->open(id);
        QTRY_VERIFY(editor->isReady());
        QTRY_COMPARE(editor->pane().localId(), id);
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void init()
    {
        wear(Theme::light());
        desk = std::make_unique<FakeDesk>();
        desk->workspace.addLeads(8);
        id = desk->workspace.add(ResourceKind::Quote, depotQuote());
        context.reset(new Context(desk->context()));
        editor = std::make_unique<QuoteEditor>(*context);
        editor->resize(1360, 760);
        editor->show();
        QVERIFY(QTest::qWaitForWindowActive(editor.get()));
        open();
    }

    void cleanup() { editor.reset(); }

    void shouldShowTheQuote()
    {
        QCOMPARE(editor->findChild<QLabel *>(u"quoteName"_s)->text(), u"Depot network, Nordhavn Logistics"_s);
        QVERIFY(lines().hasFocus());
        QCOMPARE(lines().currentKey(), u"1"_s);
        QVERIFY(lines().isExpanded(lines().model()->index(0, 0)));
        QCOMPARE(editor->statusTexts(), QStringList{u"7 lines, 1 bundle"_s});
        QVERIFY(note()->parentWidget()->isHidden());
        QCOMPARE(editor->findChild<QLabel *>(u"total-0-1"_s)->text(), u"14,960.00"_s);
        QCOMPARE(editor->findChild<QLabel *>(u"total-1-1"_s)->accessibleName(), u"Monthly: 4,963.00 EUR"_s);
    }

    void shouldEditACellWithTheKeyboard()
    {
        goTo(u"2"_s, LineColumn::Offering);
        QTest::keyClick(&lines(), Qt::Key_Right);
        QTest::keyClick(&lines(), Qt::Key_F2);
        QVERIFY(cell());
        QVERIFY(cell()->hasFocus());
        QCOMPARE(cell()->text(), u"14"_s);
        QTest::keyClicks(cell(), u"20"_s);
        QTest::keyClick(cell(), Qt::Key_Return);

        QTRY_COMPARE(kept().quoteItem()[1].quantity(), 20.0);
        QTRY_VERIFY(!cell());
        QVERIFY(lines().hasFocus());
        QCOMPARE(lines().currentKey(), u"2"_s);
        QCOMPARE(shown(u"2"_s, LineColumn::OneTime), u"5,000.00"_s);
        QCOMPARE(desk->workspace.changes().size(), 1);
    }

    void shouldBeginToEditAFigureWithADigit()
    {
        goTo(u"2"_s, LineColumn::OneTime);
        QTest::keyClick(&lines(), Qt::Key_3);
        QVERIFY(cell());
        QCOMPARE(cell()->text(), u"3"_s);
        QTest::keyClicks(cell(), u"00"_s);
        QTest::keyClick(cell(), Qt::Key_Return);
        QTRY_COMPARE(kept().quoteItem()[1].quoteItemPrice()[0].price().dutyFreeAmount(),
                     Money(30000, u"EUR"_s));
    }

    void shouldKeepWhatCannotBeUsedAndSayWhy()
    {
        goTo(u"2"_s, LineColumn::Quantity);
        QTest::keyClick(&lines(), Qt::Key_F2);
        QTest::keyClicks(cell(), u"many"_s);
        QTest::keyClick(cell(), Qt::Key_Return);

        QVERIFY(cell() && cell()->isVisible());
        QCOMPARE(cell()->text(), u"many"_s);
        QVERIFY(note()->isVisible());
        QCOMPARE(note()->text(), cell()->accessibleDescription());
        QTest::keyClick(cell(), Qt::Key_Escape);
        QTRY_VERIFY(!cell());
        QVERIFY(!note()->isVisible());
        QVERIFY(desk->workspace.changes().isEmpty());
        QVERIFY(editor->isVisible());
    }

    void shouldKeepTheTypingWhenAPullComes()
    {
        goTo(u"2"_s, LineColumn::Quantity);
        QTest::keyClick(&lines(), Qt::Key_F2);
        QTest::keyClicks(cell(), u"20"_s);
        QJsonArray items = depotQuote().value("quoteItem"_L1).toArray();
        items.removeFirst();
        desk->workspace.change(ResourceKind::Quote, id, {{u"quoteItem"_s, items}});
        bool isAnswered = false; // answers come in the order of the questions
        whenDone(context->queries.record(ResourceKind::Quote, id), editor.get(),
                 [&isAnswered](const Result<Record> &) { isAnswered = true; });
        QTRY_VERIFY(isAnswered);
        QVERIFY(cell() && cell()->hasFocus());
        QCOMPARE(cell()->text(), u"20"_s);
        QTest::keyClick(cell(), Qt::Key_Return);

        QTRY_COMPARE(kept().quoteItem()[0].quantity(), 20.0);
        QCOMPARE(kept().quoteItem().size(), items.size());
        QTRY_COMPARE(lines().model()->rowCount(), int(items.size()));
        QCOMPARE(lines().currentKey(), u"2"_s);
    }

    void shouldSayWhyACellIsClosed()
    {
        goTo(u"2"_s, LineColumn::Net);
        QTest::keyClick(&lines(), Qt::Key_F2);
        QVERIFY(!cell());
        QVERIFY(note()->isVisible());
        QTest::keyClick(&lines(), Qt::Key_Left);
        QVERIFY(!note()->isVisible());
    }

    void shouldAddALineWithTheKeyboard()
    {
        QTest::keyClick(&lines(), Qt::Key_Insert);
        QVERIFY(addRow()->hasFocus());
        QTRY_VERIFY(addRow()->completer()->model()->rowCount() > 2);
        QTest::keyClicks(addRow(), u"Site survey"_s);
        QTest::keyClick(addRow(), Qt::Key_Return);

        QTRY_COMPARE(kept().quoteItem().size(), 6);
        QCOMPARE(addRow()->text(), QString());
        QVERIFY(addRow()->hasFocus());
        QCOMPARE(shown(lines().currentKey(), LineColumn::Offering), u"Site survey"_s);
        editor->activateWindow(); // the suggestions were a window too
        QTRY_VERIFY(editor->isActiveWindow());
        QTest::keyClick(addRow(), Qt::Key_Escape);
        QTRY_VERIFY(lines().hasFocus());
    }

    void shouldTypeTheLetterOfAKeyIntoACell()
    {
        goTo(u"2"_s, LineColumn::Offering);
        QTest::keyClick(&lines(), Qt::Key_F2);
        QTest::keyClick(cell(), Qt::Key_N);
        QCOMPARE(cell()->text(), u"n"_s);
        QTest::keyClick(cell(), Qt::Key_Delete);
        QCOMPARE(lines().model()->rowCount(), 5);
    }

    void shouldRemoveAndMoveLines()
    {
        goTo(u"3"_s, LineColumn::Offering);
        QTest::keyClick(&lines(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(kept().quoteItem()[1].id(), u"3"_s);
        QCOMPARE(lines().currentKey(), u"3"_s);
        QTest::keyClick(&lines(), Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(kept().quoteItem()[2].id(), u"3"_s);
        QTest::keyClick(&lines(), Qt::Key_Delete);
        QTRY_COMPARE(kept().quoteItem().size(), 4);
        QVERIFY(!lines().currentKey().isEmpty());
        desk->workspace.edits().undo();
        QTRY_COMPARE(lines().model()->rowCount(), 5);
    }

    void shouldBeginToEditWithADoubleClick()
    {
        QTRY_COMPARE(lines().height(), lines().maximumHeight());
        const QPoint place = lines().visualRect(at(u"2"_s, LineColumn::Tax)).center();
        QTest::mouseClick(lines().viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(lines().viewport(), Qt::LeftButton, {}, place);
        QVERIFY(cell());
        QCOMPARE(cell()->text(), u"19%"_s);
        QTest::keyClicks(cell(), u"7"_s);
        addRow()->setFocus();
        QTRY_COMPARE(shown(u"2"_s, LineColumn::Tax), u"7%"_s);
    }

    void shouldCloseTheLinesOfASettledQuote()
    {
        desk->workspace.change(ResourceKind::Quote, id, {{u"state"_s, u"approved"_s}});
        QTRY_VERIFY(note()->isVisible());
        QCOMPARE(note()->text(), u"This quote is approved: its lines stay as the customer sees them."_s);
        QVERIFY(!addRow()->isVisible());
        QVERIFY(!editor->actions().remove->isEnabled());
        goTo(u"2"_s, LineColumn::Quantity);
        QTest::keyClick(&lines(), Qt::Key_F2);
        QVERIFY(!cell());
    }

    void shouldSayWhenAnEditIsNotKept()
    {
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        goTo(u"2"_s, LineColumn::Quantity);
        QTest::keyClick(&lines(), Qt::Key_F2);
        QTest::keyClicks(cell(), u"20"_s);
        QTest::keyClick(cell(), Qt::Key_Return);
        QTRY_COMPARE(note()->text(), u"The disk is full."_s);
        QTRY_COMPARE(shown(u"2"_s, LineColumn::Quantity), u"14"_s);

        desk->workspace.failEdits({});
        QTest::keyClick(&lines(), Qt::Key_F2);
        QVERIFY(!note()->isVisible());
    }

    void shouldSayWhenTheQuoteCannotBeShown()
    {
        const QSignalSpy back(editor.get(), &QuoteEditor::backRequested);
        desk->workspace.failQueries(Problem{Problem::Kind::Storage, u"The workspace cannot be read."_s, {}});
        editor->open(id);
        auto *again = editor->findChild<QPushButton *>(u"troubleAgain"_s);
        QTRY_VERIFY(again->isVisible());
        desk->workspace.failQueries({});
        again->click();
        QTRY_VERIFY(lines().isVisible());

        desk->workspace.remove(ResourceKind::Quote, id);
        QTRY_VERIFY(again->isVisible());
        editor->findChild<QPushButton *>(u"troubleBack"_s)->click();
        QCOMPARE(back.size(), 1);
    }

    void shouldGoBack()
    {
        const QSignalSpy back(editor.get(), &QuoteEditor::backRequested);
        QTest::keyClick(&lines(), Qt::Key_Escape);
        QCOMPARE(back.size(), 1);
        QTest::keyClick(&lines(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(back.size(), 2);
        QTest::mouseClick(editor->findChild<QToolButton *>(u"back"_s), Qt::LeftButton);
        QCOMPARE(back.size(), 3);
    }

    void shouldMoveTheStateWithTheButtonsOfThePath()
    {
        for (QPushButton *button : editor->pane().findChildren<QPushButton *>()) {
            if (button->text() == u"Approve"_s)
                button->click();
        }
        QTRY_COMPARE(kept().state(), u"approved"_s);
        QTRY_VERIFY(note()->isVisible());
    }

    void shouldShowWhatCannotBeAddedUp()
    {
        desk->workspace.change(
            ResourceKind::Quote, id,
            parse("{'quoteItem': [{'id': 'f', 'quoteItemPrice': [{'price': {'dutyFreeAmount': "
                  "{'unit': 'EUR', 'value': 5}}, 'priceAlteration': [{'price': {'dutyFreeAmount': "
                  "{'unit': 'USD', 'value': 1}}}]}]}]}"));
        QTRY_VERIFY(editor->findChild<QLabel *>(u"totalsProblem"_s));
    }

    void shouldPaint()
    {
        goTo(u"2"_s, LineColumn::Offering);
        paintInBothThemes(editor.get(), u"quote"_s);
        goTo(u"2"_s, LineColumn::OneTime);
        QTest::keyClick(&lines(), Qt::Key_F2);
        QTest::keyClicks(cell(), u"1.234,567"_s);
        QTest::keyClick(cell(), Qt::Key_Return);
        paintInBothThemes(editor.get(), u"quote-typing"_s);
        QTest::keyClick(cell(), Qt::Key_Escape);
        desk->workspace.change(ResourceKind::Quote, id, {{u"state"_s, u"accepted"_s}});
        QTRY_VERIFY(note()->isVisible());
        paintInBothThemes(editor.get(), u"quote-closed"_s);
    }

    void shouldPaintSeveralCurrencies()
    {
        QJsonObject document = depotQuote();
        QJsonArray items = document.value("quoteItem"_L1).toArray();
        items.append(parse(
            "{'id': 'us', 'quantity': 3, 'productOffering': {'id': 'PO-9', 'name': 'Transit, New York'}, "
            "'quoteItemPrice': [{'priceType': 'recurring', 'recurringChargePeriod': 'year', 'price': "
            "{'dutyFreeAmount': {'unit': 'USD', 'value': 12000}}}]}"));
        document.insert("quoteItem"_L1, items);
        id = desk->workspace.add(ResourceKind::Quote, document);
        open();
        paintInBothThemes(editor.get(), u"quote-currencies"_s);
    }
};

SALESBENCH_TEST(QuoteEditorTest)
#include "quoteeditortest.moc"
