// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/parts.h"
#include "tests/support/fakedesk.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "ui/details/detailspane.h"
#include "ui/details/formdialog.h"

#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// Contacts and parties, edited in the details pane.
class PartListTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<DetailsPane> pane;
    QString lead;

    QJsonArray list(const char *attribute)
    {
        return desk->workspace.find(ResourceKind::SalesLead, lead).local.value(QLatin1StringView(attribute)).toArray();
    }

    FormDialog *dialog() { return pane->findChild<FormDialog *>(); }

    void press(const QString &listName, const QString &button)
    {
        pane->findChild<QWidget *>(listName)->findChild<QToolButton *>(button)->click();
    }

    void fill(const QString &field, const QString &text)
    {
        QTRY_COMPARE(QApplication::activeWindow(), dialog());
        auto *edit = dialog()->findChild<QLineEdit *>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    void pressCtrlEnter() { QTest::keyClick(dialog(), Qt::Key_Return, Qt::ControlModifier); }

private Q_SLOTS:
    void init()
    {
        wear(Theme::light());
        desk = std::make_unique<FakeDesk>();
        context.reset(new Context(desk->context()));
        const QJsonObject mail{{u"mediumType"_s, u"email"_s},
                               {u"ours"_s, 7},
                               {u"characteristic"_s,
                                QJsonObject{{u"emailAddress"_s, u"lena@nordhavn.example"_s}, {u"contactType"_s, u"Head of IT"_s}}}};
        const QJsonObject owner{{u"id"_s, u"p1"_s}, {u"name"_s, u"Mara Lindqvist"_s}, {u"role"_s, QString(DefaultOwnerRole)}};
        lead = desk->workspace.add(ResourceKind::SalesLead,
                                   {{u"name"_s, u"Depots"_s},
                                    {u"status"_s, u"inProgress"_s},
                                    {u"prospectContact"_s, QJsonArray{mail}},
                                    {u"relatedParty"_s, QJsonArray{owner}}});
        pane = std::make_unique<DetailsPane>(*context, ResourceKind::SalesLead);
        pane->resize(344, 900);
        pane->show(lead);
        pane->show();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
        QTRY_VERIFY(pane->findChild<QToolButton *>(u"edit-0"_s));
    }

    void cleanup() { pane.reset(); }

    void shouldAddAContact()
    {
        pane->findChild<QToolButton *>(u"add-prospectContact"_s)->click();
        QVERIFY(dialog());
        fill(u"characteristic.phoneNumber"_s, u"+45 33 12 34 56"_s);
        pressCtrlEnter();

        QTRY_COMPARE(list("prospectContact").size(), 2);
        const ContactMedium added(list("prospectContact").last().toObject());
        QCOMPARE(added.mediumType(), u"phone"_s);
        QCOMPARE(added.characteristic().phoneNumber(), u"+45 33 12 34 56"_s);
        QTRY_VERIFY(!dialog());
        QTRY_VERIFY(pane->findChild<QToolButton *>(u"edit-1"_s));
        QCOMPARE(desk->workspace.changes().size(), 1);
    }

    void shouldEditAContactAndKeepWhatTheFormDoesNotKnow()
    {
        press(u"prospectContact"_s, u"edit-0"_s);
        fill(u"characteristic.emailAddress"_s, u"lo@nordhavn.example"_s);
        pressCtrlEnter();

        QTRY_COMPARE(ContactMedium(list("prospectContact").first().toObject()).characteristic().emailAddress(),
                     u"lo@nordhavn.example"_s);
        QCOMPARE(list("prospectContact").first().toObject().value(u"ours"_s).toInt(), 7);
        QVERIFY(!list("prospectContact").first().toObject().contains(u"validFor"_s));
    }

    void shouldRemoveAContact()
    {
        press(u"prospectContact"_s, u"remove-0"_s);

        QTRY_VERIFY(!desk->workspace.find(ResourceKind::SalesLead, lead).local.contains(u"prospectContact"_s));
        QTRY_VERIFY(!pane->findChild<QWidget *>(u"prospectContact"_s)->findChild<QToolButton *>(u"edit-0"_s));
    }

    void shouldAddACompanyWithAnIdOfItsOwn()
    {
        pane->findChild<QToolButton *>(u"add-relatedParty"_s)->click();
        fill(u"name"_s, u"Nordhavn Logistics"_s);
        fill(u"role"_s, u"prospect"_s);
        pressCtrlEnter();

        QTRY_COMPARE(list("relatedParty").size(), 2);
        const RelatedParty added(list("relatedParty").last().toObject());
        QCOMPARE(added.name(), u"Nordhavn Logistics"_s);
        QVERIFY(!added.id().isEmpty());
        QVERIFY(!added.atReferredType().isEmpty());
        QTRY_COMPARE(pane->findChild<QLabel *>(u"prospect"_s)->text(), u"Nordhavn Logistics"_s);
    }

    void shouldKeepTheDialogWithItsReasonWhenTheWorkspaceRefuses()
    {
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        press(u"prospectContact"_s, u"edit-0"_s);
        fill(u"characteristic.contactType"_s, u"Buyer"_s);
        pressCtrlEnter();

        QTRY_COMPARE(dialog()->findChild<QLabel *>(u"problem"_s)->text(), u"The disk is full."_s);
        QCOMPARE(dialog()->findChild<QLineEdit *>(u"characteristic.contactType"_s)->text(), u"Buyer"_s);
    }

    void shouldSayWhyARemovalFailed()
    {
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        press(u"prospectContact"_s, u"remove-0"_s);

        QTRY_COMPARE(pane->findChild<QLabel *>(u"problem"_s)->text(), u"The disk is full."_s);
        QTRY_VERIFY(pane->findChild<QToolButton *>(u"edit-0"_s));
        QVERIFY(pane->findChild<QLabel *>(u"problem"_s)->isVisible());
    }

    void shouldFindThePartAgainWhenTheListChangedMeanwhile()
    {
        press(u"prospectContact"_s, u"edit-0"_s);
        QJsonArray longer = list("prospectContact");
        longer.prepend(QJsonObject{{u"mediumType"_s, u"fax"_s}});
        desk->workspace.change(ResourceKind::SalesLead, lead, {{u"prospectContact"_s, longer}});
        QTRY_VERIFY(pane->findChild<QToolButton *>(u"edit-1"_s));

        fill(u"characteristic.contactType"_s, u"Buyer"_s);
        pressCtrlEnter();

        QTRY_COMPARE(ContactMedium(list("prospectContact").at(1).toObject()).characteristic().contactType(), u"Buyer"_s);
        QCOMPARE(list("prospectContact").size(), 2);
    }

    void shouldCloseTheDialogWhenAnotherLeadComes()
    {
        press(u"prospectContact"_s, u"edit-0"_s);
        QVERIFY(dialog());
        pane->show(QString());

        QVERIFY(!dialog());
    }

    void shouldPaint()
    {
        press(u"prospectContact"_s, u"edit-0"_s);
        QVERIFY(dialog());
        paintInBothThemes(dialog(), u"contact"_s);
    }
};

SALESBENCH_TEST(PartListTest)
#include "partlisttest.moc"
