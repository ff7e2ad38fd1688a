// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/saleslead.h"
#include "tests/support/fakedesk.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "ui/leads/newleaddialog.h"

#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class NewLeadDialogTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    QPointer<NewLeadDialog> dialog;
    QString created;

    QLineEdit *line(const char *name) { return dialog->findChild<QLineEdit *>(QLatin1StringView(name)); }

    void type(const char *name, const QString &text)
    {
        line(name)->setFocus();
        QTest::keyClicks(line(name), text);
    }

    void pressCtrlEnter() { QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier); }

    SalesLead lead() { return SalesLead(desk->workspace.find(ResourceKind::SalesLead, created).local); }

private Q_SLOTS:
    void init()
    {
        wear(Theme::light());
        desk = std::make_unique<FakeDesk>();
        desk->workspace.addLeads(8);
        context.reset(new Context(desk->context()));
        created.clear();
        dialog = new NewLeadDialog(*context);
        connect(dialog, &NewLeadDialog::created, this, [this](const QString &id) { created = id; });
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
    }

    void cleanup() { delete dialog; }

    void shouldCreateALeadWithTheKeyboard()
    {
        type("name", u"Depot uplinks"_s);
        type("company", u"Nordhavn Logistics"_s);
        type("email", u"lena@nordhavn.example"_s);
        type("estimatedRevenue", u"17,400 EUR"_s);
        pressCtrlEnter();

        QTRY_VERIFY(!created.isEmpty());
        QTRY_VERIFY(!dialog);
        QCOMPARE(desk->workspace.changes().size(), 1);
        QCOMPARE(desk->workspace.changes().first().title, u"Create lead “Depot uplinks”"_s);
        QCOMPARE(lead().name(), u"Depot uplinks"_s);
        QCOMPARE(lead().rating(), u"warm"_s);
        QCOMPARE(lead().estimatedRevenue(), Money::fromMajor(17400, u"EUR"_s));
        QCOMPARE(lead().relatedParty().first().name(), u"Nordhavn Logistics"_s);
    }

    void shouldTakeTheIdsThatOtherLeadsHaveForANamedThing()
    {
        const SalesLead other(desk->workspace.find(ResourceKind::SalesLead, u"local-1"_s).local);
        type("name", u"Depot uplinks"_s);
        type("productOffering", other.productOffering().name());
        type("marketingCampaign", u"Never heard of"_s);
        pressCtrlEnter();

        QTRY_VERIFY(!created.isEmpty());
        QCOMPARE(lead().productOffering(), other.productOffering());
        QVERIFY(!lead().marketingCampaign().id().isEmpty());
    }

    void shouldOfferKnownValuesWhileTyping()
    {
        line("productOffering")->setFocus();

        QTRY_VERIFY(line("productOffering")->completer());
        QVERIFY(line("productOffering")->completer()->model()->rowCount() > 1);
    }

    void shouldSayWhatIsMissingAndGoThere()
    {
        type("company", u"Nordhavn"_s);
        pressCtrlEnter();

        QVERIFY(dialog->isVisible());
        QVERIFY(line("name")->hasFocus());
        QVERIFY(!line("name")->accessibleDescription().isEmpty());
        QCOMPARE(line("company")->text(), u"Nordhavn"_s);
        QVERIFY(desk->workspace.changes().isEmpty());
    }

    void shouldKeepWhatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("money") << QByteArray("estimatedRevenue") << u"a lot"_s;
        QTest::newRow("e-mail") << QByteArray("email") << u"lena at home"_s;
        QTest::newRow("phone") << QByteArray("phone") << u"call me"_s;
    }

    void shouldKeepWhatCannotBeUsed()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, text);
        type("name", u"Depot uplinks"_s);
        type(field.constData(), text);
        pressCtrlEnter();

        QVERIFY(line(field.constData())->hasFocus());
        QCOMPARE(line(field.constData())->text(), text);
        QVERIFY(!line(field.constData())->accessibleDescription().isEmpty());
        QVERIFY(desk->workspace.changes().isEmpty());
    }

    void shouldStayOpenWhenTheLeadCannotBeKept()
    {
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        type("name", u"Depot uplinks"_s);
        pressCtrlEnter();

        auto *problem = dialog->findChild<QLabel *>(u"problem"_s);
        QTRY_COMPARE(problem->text(), u"The disk is full."_s);
        QVERIFY(problem->isVisible());
        QCOMPARE(line("name")->text(), u"Depot uplinks"_s);

        desk->workspace.failEdits({});
        pressCtrlEnter();
        QTRY_VERIFY(!created.isEmpty());
    }

    void shouldNotCreateTwice()
    {
        desk->workspace.hold();
        type("name", u"Depot uplinks"_s);
        pressCtrlEnter();
        pressCtrlEnter();
        desk->workspace.release();

        QTRY_VERIFY(!created.isEmpty());
        QCOMPARE(desk->workspace.changes().size(), 1);
    }

    void shouldLeaveWithEscapeAndAskWhenSomethingWasTyped()
    {
        desk->dialogs.yes = false;
        type("name", u"Depot uplinks"_s);
        QTest::keyClick(line("name"), Qt::Key_Escape);
        QCOMPARE(desk->dialogs.asked.size(), 1);
        QVERIFY(dialog->isVisible());
        QCOMPARE(line("name")->text(), u"Depot uplinks"_s);

        line("name")->clear();
        line("name")->setModified(false);
        QTest::keyClick(line("name"), Qt::Key_Escape);
        QCOMPARE(desk->dialogs.asked.size(), 1);
        QTRY_VERIFY(!dialog);
    }

    void shouldPaint()
    {
        type("name", u"Depot uplinks"_s);
        type("company", u"Nordhavn Logistics"_s);
        type("estimatedRevenue", u"a lot"_s);
        pressCtrlEnter();
        paintInBothThemes(dialog, u"newlead"_s);
    }
};

SALESBENCH_TEST(NewLeadDialogTest)
#include "newleaddialogtest.moc"
