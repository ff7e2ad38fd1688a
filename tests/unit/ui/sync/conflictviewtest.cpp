// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/conflictview.h"
#include "models/domain/merge.h"
#include "tests/support/fakedesk.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "ui/details/decisionmaker.h"
#include "ui/sync/conflictdelegate.h"
#include "ui/sync/conflictmodel.h"
#include "ui/widgets/emptystate.h"

#include <QSignalSpy>
#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class ConflictViewTest : public QObject {
    Q_OBJECT

    using Column = ConflictModel::Column;

    QTableView *table() const { return view->findChild<QTableView *>(); }
    QPushButton *button(const char *name) const { return view->findChild<QPushButton *>(QLatin1StringView(name)); }
    QString label(const char *name) const { return view->findChild<QLabel *>(QLatin1StringView(name))->text(); }
    QString result(int row) const { return view->model().index(row, int(Column::Result)).data().toString(); }

    void edit(const char *patch)
    {
        desk->workspace.edits().record({u"Edit"_s, {{Edit::Op::Update, Lead, lead, parse(patch)}}});
        QTRY_VERIFY(!desk->workspace.changes().isEmpty());
    }
    void conflict()
    {
        edit("{'rating': 'hot', 'nextStep': 'Call', 'name': 'SD-WAN for 14 depots'}");
        desk->workspace.contradict(Lead, lead, parse("{'id': 'SL-1', 'name': 'SD-WAN', 'rating': 'cold', "
                                                     "'nextStep': 'Wait', 'priority': 'high', 'status': 'inProgress'}"));
    }
    void open()
    {
        view->resize(1100, 420);
        view->show(Lead, lead);
        QTRY_VERIFY(view->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(view.get()));
        table()->setFocus();
    }

private Q_SLOTS:
    void init()
    {
        wear(Theme::light());
        desk = std::make_unique<FakeDesk>();
        context = std::make_unique<Context>(desk->context());
        owner = std::make_unique<QWidget>();
        decisions = new DecisionMaker(*context, owner.get());
        view = std::make_unique<ConflictView>(*context, *decisions);
        lead = desk->workspace.add(Lead, parse("{'id': 'SL-1', 'name': 'SD-WAN', 'rating': 'warm', 'nextStep': 'Ask', "
                                               "'priority': 'low', 'status': 'inProgress'}"));
    }
    void cleanup() { view.reset(); }

    void shouldSettleAConflictByKeys()
    {
        conflict();
        open();
        QVERIFY(!button("saveConflict")->isEnabled());
        QCOMPARE(label("conflictName"), u"SD-WAN for 14 depots"_s);
        QVERIFY(label("conflictState").contains(u"2 of 2"_s));

        QTest::keyClick(table(), Qt::Key_1);
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_2);
        QCOMPARE(result(0), u"Call"_s);
        QCOMPARE(result(1), u"Cold"_s);
        QVERIFY(button("saveConflict")->isEnabled());
        QTest::keyClick(table(), Qt::Key_Backspace);
        QCOMPARE(result(1), u"Choose"_s);
        QTest::keyClick(table(), Qt::Key_1);
        QTest::keyClick(view.get(), Qt::Key_Return, Qt::ControlModifier);

        QTRY_COMPARE(desk->workspace.decisions().size(), 1);
        const Record after = desk->workspace.find(Lead, lead);
        QCOMPARE(after.sync, SyncState::Waiting);
        QCOMPARE(after.local.value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(after.local.value("priority"_L1).toString(), u"high"_s);
        QTRY_VERIFY(!view->isVisible());
    }

    void shouldChooseByTheMouse()
    {
        conflict();
        open();
        const QModelIndex use = view->model().index(1, int(Column::Use));
        const QRect cell = table()->visualRect(use);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, ConflictDelegate::buttonRect(cell, 1).center());
        QCOMPARE(result(1), u"Cold"_s);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, ConflictDelegate::buttonRect(cell, 0).center());
        QCOMPARE(result(1), u"Hot"_s);
        button("undoChoice")->click();
        QCOMPARE(result(1), u"Cold"_s);
    }

    void shouldTakeAllOfOneSide()
    {
        conflict();
        open();
        button("allTheirs")->click();
        QCOMPARE(result(0), u"Wait"_s);
        button("allMine")->click();
        QCOMPARE(result(0), u"Call"_s);
        QCOMPARE(view->model().undecided(), 0);
    }

    void shouldTakeWhatIsTyped()
    {
        conflict();
        open();
        QTest::keyClick(table(), Qt::Key_3);
        auto *input = table()->findChild<QLineEdit *>();
        QVERIFY(input);
        input->selectAll();
        QTest::keyClicks(input, u"Call 123"_s);
        QTest::keyClick(input, Qt::Key_Return);
        QTRY_COMPARE(result(0), u"Call 123"_s);
    }

    void shouldBePutOff()
    {
        conflict();
        open();
        QSignalSpy closed(view.get(), &ConflictView::closed);
        button("decideLater")->click();
        QCOMPARE(closed.size(), 1);
        QVERIFY(!view->isVisible());
        QCOMPARE(desk->workspace.find(Lead, lead).sync, SyncState::Conflict);
    }

    void shouldShowWhatTheServerChangesMeanwhile()
    {
        conflict();
        open();
        button("allMine")->click();
        desk->workspace.contradict(Lead, lead, parse("{'id': 'SL-1', 'name': 'SD-WAN', 'rating': 'cold', 'nextStep': 'Other', "
                                                     "'priority': 'high', 'status': 'inProgress'}"));
        QTRY_COMPARE(result(0), u"Choose"_s);
        QCOMPARE(result(1), u"Hot"_s);
    }

    void shouldAskWhatToDoAboutWhatTheServerDeleted()
    {
        edit("{'rating': 'hot'}");
        desk->workspace.contradict(Lead, lead, {});
        open();
        QCOMPARE(view->findChild<EmptyState *>()->title(), u"The server has deleted it"_s);
        QVERIFY(!button("saveConflict")->isVisible());
        button("keepMine")->click();
        QTRY_COMPARE(desk->workspace.decisions().size(), 1);
        QCOMPARE(desk->workspace.decisions().first().what, Decision::What::Recreate);
        QTRY_VERIFY(!view->isVisible());
    }

    void shouldAskWhatToDoAboutADeletionThatCameTooLate()
    {
        desk->workspace.edits().record({u"Delete"_s, {{Edit::Op::Delete, Lead, lead, {}}}});
        QTRY_VERIFY(desk->workspace.find(Lead, lead).deleted);
        desk->workspace.contradict(Lead, lead, parse("{'id': 'SL-1', 'name': 'SD-WAN', 'rating': 'hot', 'nextStep': 'Ask', "
                                                     "'priority': 'low', 'status': 'inProgress'}"));
        open();
        QVERIFY(view->findChild<EmptyState *>()->accessibleDescription().contains(u"Rating: Warm → Hot"_s));
        button("keepMine")->click();
        QTRY_COMPARE(desk->workspace.decisions().size(), 1);
        QVERIFY(desk->workspace.find(Lead, lead).deleted);
        QCOMPARE(desk->workspace.find(Lead, lead).sync, SyncState::Waiting);
    }

    void shouldPaintAConflictInsideLists()
    {
        Record record;
        record.kind = Opportunity;
        record.localId = u"deal"_s;
        record.sync = SyncState::Conflict;
        record.base =
            parse("{'id': 'SO-1', 'name': 'SD-WAN for 14 depots', 'status': 'inProgress', "
                  "'salesLead': [{'id': 'SL-1', 'name': 'Depots'}], 'quote': [{'id': 'SQ-1', 'name': 'First "
                  "offer'}], "
                  "'relatedParty': [{'id': 'p1', 'name': 'Mara Lindqvist', 'role': 'salesRepresentative'}, "
                  "{'id': 'c7', 'name': 'Ahorn Logistik', 'role': 'customer'}]}");
        record.local = record.remote = record.base;
        const auto put = [](QJsonObject &document, const char *attributes) {
            document = mergePatch(document, parse(attributes));
        };
        put(record.local,
            "{'quote': [{'id': 'SQ-1', 'name': 'First offer, reworked'}, {'id': 'SQ-2', 'name': 'LTE "
            "backup'}], "
            "'salesLead': [{'id': 'SL-1', 'name': 'Depots'}, {'id': 'SL-2', 'name': 'Cameras'}], "
            "'relatedParty': [{'id': 'p1', 'name': 'Mara Lindqvist', 'role': 'salesRepresentative'}, "
            "{'id': 'c7', 'name': 'Ahorn Logistik GmbH', 'role': 'customer'}, "
            "{'id': 'p2', 'name': 'Anil Deshmukh', 'role': 'presales'}]}");
        put(record.remote,
            "{'quote': [{'id': 'SQ-1', 'name': 'Offer 1'}, {'id': 'SQ-3', 'name': 'Hamburg port'}], "
            "'relatedParty': [{'id': 'p1', 'name': 'Mara Lindqvist', 'role': 'salesRepresentative'}, "
            "{'id': 'c7', 'name': 'Ahorn Group', 'role': 'customer'}]}");
        view->resize(1100, 420);
        view->showRecord(record);
        QTRY_VERIFY(view->isVisible());
        paintInBothThemes(view.get(), u"conflict-lists"_s);

        // Each row says in words what it is about.
        for (int row = 0; row < view->model().rowCount(); ++row) {
            const QString field = view->model().index(row, int(Column::Field)).data().toString();
            QVERIFY2(!QStringList({u"quote"_s, u"salesLead"_s, u"relatedParty"_s}).contains(field),
                     qPrintable(field));
        }
    }

    void shouldPaintBothSides()
    {
        edit("{'rating': 'hot', 'nextStep': 'Call', 'estimatedRevenue': {'unit': 'EUR', 'value': 184000}, "
             "'description': 'SD-WAN for 14 depots, LTE backup', 'validFor': {'endDateTime': '2026-12-31T12:00:00Z'}}");
        desk->workspace.contradict(
            Lead, lead,
            parse("{'id': 'SL-1', 'name': 'SD-WAN', 'rating': 'hot', 'nextStep': 'Wait', 'priority': 'medium', 'status': 'inProgress', "
                  "'estimatedRevenue': {'unit': 'EUR', 'value': 171500}, 'description': 'SD-WAN, without Hamburg port'}"));
        open();
        view->model().choose(0, ConflictModel::Choice::Theirs);
        view->model().choose(1, ConflictModel::Choice::Mine);
        table()->selectRow(2);
        paintInBothThemes(view.get(), u"conflict"_s);
    }

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<QWidget> owner;
    DecisionMaker *decisions = nullptr;
    std::unique_ptr<ConflictView> view;
    QString lead;
};

SALESBENCH_TEST(ConflictViewTest)
#include "conflictviewtest.moc"
