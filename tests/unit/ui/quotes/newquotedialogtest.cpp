// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/newquotedialog.h"

#include "models/domain/quote.h"
#include "tests/support/fakedesk.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"

#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class NewQuoteDialogTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    QPointer<NewQuoteDialog> dialog;
    QString created;

    QLineEdit *line(const char *name) { return dialog->findChild<QLineEdit *>(QLatin1StringView(name)); }
    void type(const char *name, const QString &text) { QTest::keyClicks(line(name), text); }
    void submit() { QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier); }
    Quote quote() const { return Quote(desk->workspace.find(ResourceKind::Quote, created).local); }

    void open()
    {
        context.reset(new Context(desk->context()));
        dialog = new NewQuoteDialog(*context);
        connect(dialog, &NewQuoteDialog::created, this, [this](const QString &id) { created = id; });
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
    }

private Q_SLOTS:
    void init()
    {
        wear(Theme::light());
        desk = std::make_unique<FakeDesk>();
        desk->workspace.addLeads(8);
        created.clear();
    }

    void cleanup() { delete dialog; }

    void shouldCreateAQuoteWithItsFirstLine()
    {
        open();
        type("description", u"Depot network"_s);
        type("company", u"Nordhavn Logistics"_s);
        type("productOffering", u"SD-WAN"_s);
        submit();

        QTRY_VERIFY(!created.isEmpty());
        QTRY_VERIFY(!dialog);
        QCOMPARE(desk->workspace.changes().size(), 1);
        QCOMPARE(quote().state(), u"inProgress"_s);
        QCOMPARE(quote().version(), u"1"_s);
        QCOMPARE(quote().relatedParty()[0].id(), u"org-0"_s);
        QCOMPARE(quote().relatedParty()[1].id(), u"p1"_s);
        QCOMPARE(quote().quoteItem().size(), 1);
        const Summary lead =
            summarize(ResourceKind::SalesLead,
                      desk->workspace.find(ResourceKind::SalesLead, u"local-1"_s).local, DefaultOwnerRole);
        QCOMPARE(lead.text(Field::Offering), u"SD-WAN"_s);
        QCOMPARE(quote().quoteItem()[0].productOffering().json(),
                 desk->workspace.find(ResourceKind::SalesLead, u"local-1"_s)
                     .local.value("productOffering"_L1)
                     .toObject());
    }

    void shouldBeNobodysWhereASupervisorMakesIt()
    {
        desk->session.user.role = Role::Supervisor;
        open();
        type("description", u"Depot network"_s);
        type("productOffering", u"Never heard of"_s);
        submit();
        QTRY_VERIFY(!created.isEmpty());
        QVERIFY(quote().relatedParty().isEmpty());
        QVERIFY(!quote().quoteItem()[0].productOffering().id().isEmpty());
    }

    void shouldAskForWhatItNeeds()
    {
        open();
        type("description", u"Depot network"_s);
        submit();
        QVERIFY(dialog->isVisible());
        QVERIFY(line("productOffering")->hasFocus());
        QVERIFY(desk->workspace.changes().isEmpty());
    }

    void shouldStayOpenWhenTheQuoteCannotBeKept()
    {
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        open();
        type("description", u"Depot network"_s);
        type("productOffering", u"SD-WAN"_s);
        submit();
        auto *problem = dialog->findChild<QLabel *>(u"problem"_s);
        QTRY_COMPARE(problem->text(), u"The disk is full."_s);
        QCOMPARE(line("description")->text(), u"Depot network"_s);
    }

    void shouldPaint()
    {
        open();
        type("description", u"Depot network"_s);
        paintInBothThemes(dialog, u"newquote"_s);
    }
};

SALESBENCH_TEST(NewQuoteDialogTest)
#include "newquotedialogtest.moc"
