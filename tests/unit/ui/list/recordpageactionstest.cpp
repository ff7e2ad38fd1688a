// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/list/recordpageroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What is done to the rows of a list.
class RecordPageActionsTest : public RecordPageRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { wear(Theme::light()); }
    void init() { desk = std::make_unique<FakeDesk>(); }
    void cleanup() { page.reset(); }

    void shouldCreateByKeyAndButton()
    {
        openWith(3);
        press(Qt::Key_N);
        find<QPushButton>("new")->click();
        QCOMPARE(page->created, 2);
    }

    void shouldOpenInFull()
    {
        openWith(3);
        press(Qt::Key_Return);
        QCOMPARE(page->opened, QStringList{idAt(0)});
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(model().index(1, 0)).center());
        QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(model().index(1, 0)).center());
        QTRY_COMPARE(page->opened.last(), idAt(1));
    }

    void shouldEditTheFieldOfTheCellInThePane()
    {
        openWith(3);
        table().setCurrentIndex(model().index(0, int(Column::NextStep)));
        press(Qt::Key_F2);
        QCOMPARE(page->focusWidget()->objectName(), u"nextStep"_s);
        QTest::keyClick(page->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(table().hasFocus());
        press(Qt::Key_M);
        QCOMPARE(page->focusWidget()->objectName(), u"newNote"_s);
    }

    void shouldRateAllThatIsSelected()
    {
        openWith(10);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_R);
        choose(u"hot"_s);
        QTRY_COMPARE(desk->workspace.changes().size(), 1);
        QCOMPARE(lastChange().edits.size(), 6); // four of ten are hot already
        QTRY_COMPARE(notice(), u"Rate 6 leads hot"_s);
        QCOMPARE(table().selectedCount(), 10);
    }

    void shouldSetThePriority()
    {
        openWith(2);
        press(Qt::Key_P);
        choose(u"low"_s);
        QTRY_COMPARE(record(idAt(0)).local.value("priority"_L1).toString(), u"low"_s);
    }

    void shouldOfferOnlyLegalMoves()
    {
        openWith(6);
        press(Qt::Key_S);
        QTRY_VERIFY(menu());
        QVERIFY(menu()->findChild<QAction *>(u"inProgress"_s));
        QVERIFY(!menu()->findChild<QAction *>(u"accepted"_s));
        choose(u"inProgress"_s);
        QTRY_COMPARE(record(idAt(0)).local.value("status"_L1).toString(), u"inProgress"_s);
    }

    void shouldSayWhereNoMoveFitsAll()
    {
        openWith(6);
        QSignalSpy failed(page.get(), &Page::failed);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_S);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!menu());
    }

    void shouldAskForTheReasonOfARejection()
    {
        const QString id = desk->workspace.add(ResourceKind::SalesLead,
                                               {{u"name"_s, u"Port crane"_s}, {u"status"_s, u"inProgress"_s}});
        open();
        press(Qt::Key_S);
        choose(u"rejected"_s);
        QTRY_VERIFY(page->window()->findChild<FormDialog *>());
        auto *dialog = page->window()->findChild<FormDialog *>();
        dialog->submit();
        QVERIFY(dialog->isVisible());
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"No budget"_s);
        dialog->submit();
        QTRY_COMPARE(record(id).local.value("status"_L1).toString(), u"rejected"_s);
        QCOMPARE(record(id).local.value("statusChangeReason"_L1).toString(), u"No budget"_s);
    }

    void shouldClaimWhatIsFree()
    {
        openWith(10);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_O);
        QTRY_COMPARE(desk->workspace.changes().size(), 1);
        QCOMPARE(lastChange().edits.size(), 2);
        QTRY_COMPARE(notice(), u"It is yours now."_s);
    }

    void shouldAssignManyAsASupervisor()
    {
        desk->session.user.role = Role::Supervisor;
        openWith(5);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_O);
        QTRY_VERIFY(page->window()->findChild<QDialog *>());
        QTest::keyClick(page->window()->findChild<QDialog *>(), Qt::Key_Escape);
    }

    void shouldDeleteAfterAskingWhereTheRoleMay()
    {
        openWith(5);
        QVERIFY(!find<QAction>("delete")->isEnabled());
        QVERIFY(!find<QAction>("delete")->toolTip().isEmpty());
        page.reset();
        desk->session.user.role = Role::Supervisor;
        open();
        const QString id = idAt(0);
        const QString next = idAt(1);
        desk->dialogs.yes = false;
        press(Qt::Key_Delete);
        QTRY_COMPARE(desk->dialogs.asked.size(), 1);
        QCOMPARE(desk->workspace.changes().size(), 0);
        desk->dialogs.yes = true;
        press(Qt::Key_Delete);
        QTRY_COMPARE(desk->workspace.changes().size(), 1);
        QCOMPARE(lastChange().edits.first().id, id);
        QTRY_COMPARE(page->pane().localId(), next);
    }

    void shouldSayWhyAChangeWasNotKept()
    {
        openWith(2);
        QSignalSpy failed(page.get(), &Page::failed);
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        press(Qt::Key_R);
        choose(u"cold"_s);
        QTRY_COMPARE(failed.size(), 1);
    }

    void shouldCopyRowsAsText()
    {
        openWith(4);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QGuiApplication::clipboard()->clear();
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().split(u'\t').size(), table().columns().shown().size());
        QVERIFY(lines.first().startsWith(u"Branch SD-WAN pilot 1\tNordhavn Logistics\tAcknowledged\tHot\tHigh"));
    }
};

SALESBENCH_TEST(RecordPageActionsTest)
#include "recordpageactionstest.moc"
