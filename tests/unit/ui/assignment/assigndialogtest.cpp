// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedesk.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "ui/assignment/assigndialog.h"

#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class AssignDialogTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    QPointer<AssignDialog> dialog;
    QStringList assigned;

    QLineEdit *filter() { return dialog->findChild<QLineEdit *>(u"filter"_s); }
    QListView *team() { return dialog->findChild<QListView *>(u"team"_s); }

private Q_SLOTS:
    void init()
    {
        wear(Theme::light());
        desk = std::make_unique<FakeDesk>();
        desk->session.user.role = Role::Supervisor;
        desk->session.team[1].title = u"Sales representative, India"_s;
        desk->workspace.addLeads(40);
        context.reset(new Context(desk->context()));
        assigned.clear();
        const QString id = desk->workspace.add(ResourceKind::SalesLead, {{u"name"_s, u"Depots"_s}});
        dialog = new AssignDialog(*context, ResourceKind::SalesLead, {id});
        connect(dialog, &AssignDialog::assigned, this, [this](const Person &person) { assigned.append(person.partyId); });
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
    }

    void cleanup() { delete dialog; }

    void shouldAssignWithTheKeyboardAlone()
    {
        QVERIFY(filter()->hasFocus());
        QTest::keyClicks(filter(), u"tom"_s);
        QTest::keyClick(filter(), Qt::Key_Return);

        QTRY_COMPARE(assigned, QStringList{u"p3"_s});
        QTRY_VERIFY(!dialog);
        QCOMPARE(desk->workspace.changes().size(), 1);
    }

    void shouldMoveTheChoiceFromTheFilter()
    {
        QTest::keyClick(filter(), Qt::Key_Down);
        QCOMPARE(team()->currentIndex().row(), 1);
        QTest::keyClick(filter(), Qt::Key_Return);

        QTRY_COMPARE(assigned, QStringList{u"p2"_s});
    }

    void shouldAssignWithADoubleClick()
    {
        const QPoint place = team()->visualRect(team()->model()->index(2, 0)).center();
        QTest::mouseClick(team()->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(team()->viewport(), Qt::LeftButton, {}, place);

        QTRY_COMPARE(assigned, QStringList{u"p3"_s});
    }

    void shouldHaveNobodyToAssignToWhenNoNameMatches()
    {
        QTest::keyClicks(filter(), u"zz"_s);
        QVERIFY(!dialog->findChild<QPushButton *>(u"assign"_s)->isEnabled());
        QTest::keyClick(filter(), Qt::Key_Return);

        QVERIFY(dialog->isVisible());
        QVERIFY(desk->workspace.changes().isEmpty());
    }

    void shouldStayOpenAndSayWhyItFailed()
    {
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        QTest::keyClick(filter(), Qt::Key_Return);

        auto *problem = dialog->findChild<QLabel *>(u"problem"_s);
        QTRY_COMPARE(problem->text(), u"The disk is full."_s);
        QVERIFY(problem->isVisible());
        QVERIFY(assigned.isEmpty());
    }

    void shouldLeaveWithEscape()
    {
        QTest::keyClick(filter(), Qt::Key_Escape);

        QTRY_VERIFY(!dialog);
        QVERIFY(desk->workspace.changes().isEmpty());
    }

    void shouldPaint()
    {
        QTRY_VERIFY(team()->model()->index(2, 0).data(Qt::AccessibleTextRole).toString().contains(u"open"));
        paintInBothThemes(dialog, u"assign"_s);
    }
};

SALESBENCH_TEST(AssignDialogTest)
#include "assigndialogtest.moc"
