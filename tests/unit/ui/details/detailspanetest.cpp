// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeworkspace.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "ui/details/detailspane.h"
#include "ui/details/fieldeditor.h"

#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

struct SilentDialogs : Dialogs {
    bool confirm(QWidget *, const QString &, const QString &, const QString &) override { return true; }
    void tell(QWidget *, const QString &, const QString &text) override { told.append(text); }
    QStringList told;
};

const Person Mara{u"p-1"_s, u"Mara Lindqvist"_s, Role::Representative, {}};

} // namespace

class DetailsPaneTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeWorkspace> workspace;
    std::unique_ptr<WorkspaceStatus> status;
    std::unique_ptr<SilentDialogs> dialogs;
    std::unique_ptr<Context> context;
    std::unique_ptr<DetailsPane> pane;
    QString lead;

    QJsonObject document() { return workspace->find(ResourceKind::SalesLead, lead).local; }

    template<typename T>
    T *find(const char *name)
    {
        return pane->findChild<T *>(QLatin1StringView(name));
    }

    void type(QLineEdit *edit, const QString &text)
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

private Q_SLOTS:
    void init()
    {
        wear(Theme::light());
        workspace = std::make_unique<FakeWorkspace>();
        status = std::make_unique<WorkspaceStatus>();
        dialogs = std::make_unique<SilentDialogs>();
        context.reset(new Context{workspace->queries(), workspace->edits(), *status, *dialogs,
                                  Session{Mara, {Mara}, u"salesRepresentative"_s}, workspace->surroundings()});
        lead = workspace->add(
            ResourceKind::SalesLead,
            {{u"id"_s, u"SL-2026-0417"_s},
             {u"name"_s, u"SD-WAN for 14 depots"_s},
             {u"status"_s, u"inProgress"_s},
             {u"rating"_s, u"hot"_s},
             {u"priority"_s, u"high"_s},
             {u"estimatedRevenue"_s, QJsonObject{{u"unit"_s, u"EUR"_s}, {u"value"_s, 184000}}},
             {u"marketingCampaign"_s, QJsonObject{{u"id"_s, u"c1"_s}, {u"name"_s, u"SD-WAN refresh 2026"_s}}},
             {u"validFor"_s, QJsonObject{{u"endDateTime"_s, u"2026-12-31T12:00:00.000Z"_s}}},
             {u"unknown"_s, 7}});
        pane = std::make_unique<DetailsPane>(*context, ResourceKind::SalesLead);
        pane->resize(344, 800);
        pane->show(lead);
        pane->show();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
        QTRY_COMPARE(find<QLabel>("title")->text(), u"SD-WAN for 14 depots"_s);
    }

    void cleanup() { pane.reset(); }

    void shouldSayWhatToDoWhenEmpty()
    {
        pane->show(QString());

        QLabel *empty = nullptr;
        for (QLabel *label : pane->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == u"Select a lead to see its details")
                empty = label;
        }
        QVERIFY(empty);
    }

    void shouldShowTheProblemWhenTheDocumentIsGone()
    {
        pane->show(u"nobody"_s);

        QTRY_VERIFY(!find<QLabel>("title")->isVisible());
    }

    void shouldRecordOneChangeForAnEditedField()
    {
        type(find<QLineEdit>("nextStep"), u"Call back"_s);
        QTest::keyClick(find<QLineEdit>("nextStep"), Qt::Key_Return);

        QTRY_COMPARE(document().value(u"nextStep").toString(), u"Call back"_s);
        QCOMPARE(workspace->changes().size(), 1);
        QCOMPARE(document().value(u"unknown").toInt(), 7);
    }

    void shouldEditMoneyDatesAndReferences()
    {
        type(find<QLineEdit>("estimatedRevenue"), u"162,000.50 INR"_s);
        type(find<QLineEdit>("validFor.endDateTime"), u"2027-01-15"_s);
        type(find<QLineEdit>("marketingCampaign"), u"Factory 5G"_s);
        find<QLineEdit>("name")->setFocus();

        QTRY_COMPARE(document().value(u"estimatedRevenue"),
                     QJsonValue(QJsonObject{{u"unit"_s, u"INR"_s}, {u"value"_s, 162000.5}}));
        QTRY_COMPARE(document().value(u"validFor").toObject().value(u"endDateTime").toString(),
                     u"2027-01-15T12:00:00.000Z"_s);
        QTRY_COMPARE(document().value(u"marketingCampaign").toObject().value(u"name").toString(), u"Factory 5G"_s);
        QVERIFY(document().value(u"marketingCampaign").toObject().value(u"id").toString() != u"c1"_s);
    }

    void shouldRemoveAnAttributeThatIsEmptied()
    {
        auto *edit = find<QLineEdit>("validFor.endDateTime");
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClick(edit, Qt::Key_Return);

        QTRY_VERIFY(!document().contains(u"validFor"_s));
    }

    void shouldKeepWhatCannotBeUnderstoodAndSayWhy()
    {
        auto *edit = find<QLineEdit>("estimatedRevenue");
        type(edit, u"a lot"_s);
        QTest::keyClick(edit, Qt::Key_Return);

        QCOMPARE(edit->text(), u"a lot"_s);
        QVERIFY(!edit->accessibleDescription().isEmpty());
        QVERIFY(workspace->changes().isEmpty());
    }

    void shouldNotReplaceWhatIsBeingTyped()
    {
        type(find<QLineEdit>("nextStep"), u"Call"_s);
        workspace->change(ResourceKind::SalesLead, lead, {{u"nextStep"_s, u"Visit"_s}, {u"name"_s, u"Renamed"_s}});
        QTRY_COMPARE(find<QLineEdit>("name")->text(), u"Renamed"_s);

        QCOMPARE(find<QLineEdit>("nextStep")->text(), u"Call"_s);
        QTest::keyClick(find<QLineEdit>("nextStep"), Qt::Key_Escape);
        QCOMPARE(find<QLineEdit>("nextStep")->text(), u"Visit"_s);
    }

    void shouldPutTheTypingBackWhenTheWorkspaceRefuses()
    {
        workspace->failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        auto *edit = find<QLineEdit>("nextStep");
        type(edit, u"Call"_s);
        QTest::keyClick(edit, Qt::Key_Return);

        QTRY_COMPARE(edit->accessibleDescription(), u"The disk is full."_s);
        QCOMPARE(edit->text(), u"Call"_s);
    }

    void shouldOfferExactlyTheLegalMoves()
    {
        QVERIFY(find<QPushButton>("move-accepted"));
        QVERIFY(find<QPushButton>("move-pending"));
        QVERIFY(find<QPushButton>("move-rejected"));
        QVERIFY(!find<QPushButton>("move-cancelled"));
        QVERIFY(!find<QPushButton>("move-acknowledged"));
    }

    void shouldAskForAReasonBeforeRejecting()
    {
        QTest::mouseClick(find<QPushButton>("move-rejected"), Qt::LeftButton);
        QVERIFY(find<QLabel>("reasonError")->isVisible());
        QVERIFY(workspace->changes().isEmpty());
        QVERIFY(find<QLineEdit>("reason")->hasFocus());

        QTest::keyClicks(find<QLineEdit>("reason"), u"No budget"_s);
        QTest::mouseClick(find<QPushButton>("move-rejected"), Qt::LeftButton);
        QTRY_COMPARE(document().value(u"status").toString(), u"rejected"_s);
        QCOMPARE(document().value(u"statusChangeReason").toString(), u"No budget"_s);
        QTRY_VERIFY(!find<QPushButton>("move-rejected"));
    }

    void shouldMakeAnOpportunityOfAnAcceptedLead()
    {
        QTest::mouseClick(find<QPushButton>("move-accepted"), Qt::LeftButton);

        QTRY_COMPARE(document().value(u"status").toString(), u"accepted"_s);
        QCOMPARE(workspace->changes().size(), 1);
        const QString id = document().value(u"salesOpportunity").toObject().value(u"id").toString();
        const QJsonObject made = workspace->find(ResourceKind::SalesOpportunity, id).local;
        QCOMPARE(made.value(u"name").toString(), u"SD-WAN for 14 depots"_s);
    }

    void shouldSayWhyAnAcceptanceFails()
    {
        workspace->failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        QTest::mouseClick(find<QPushButton>("move-accepted"), Qt::LeftButton);

        QTRY_COMPARE(find<QLabel>("reasonError")->text(), u"The disk is full."_s);
        QCOMPARE(workspace->count(ResourceKind::SalesOpportunity), 0);
    }

    void shouldAddANote()
    {
        find<QPlainTextEdit>("newNote")->setFocus();
        QTest::keyClicks(find<QPlainTextEdit>("newNote"), u"Wants LTE backup"_s);
        find<QPushButton>("addNote")->click();

        QTRY_COMPARE(document().value(u"note").toArray().size(), 1);
        const QJsonObject note = document().value(u"note").toArray().first().toObject();
        QCOMPARE(note.value(u"text").toString(), u"Wants LTE backup"_s);
        QCOMPARE(note.value(u"author").toString(), Mara.name);
    }

    void shouldShowTheServersWordsOfARefusal()
    {
        workspace->setSync(ResourceKind::SalesLead, lead, SyncState::Refused, u"409 not allowed"_s);

        QTRY_VERIFY(find<QLabel>("banner")->isVisible());
        QVERIFY(find<QLabel>("banner")->text().contains(u"409 not allowed"));
    }

    void shouldPaint()
    {
        type(find<QLineEdit>("nextStep"), u"Demo Tue 10:00"_s);
        find<QLineEdit>("name")->setFocus();
        QTRY_COMPARE(workspace->changes().size(), 1);
        paintInBothThemes(pane.get(), u"details"_s);
    }
};

SALESBENCH_TEST(DetailsPaneTest)
#include "detailspanetest.moc"
