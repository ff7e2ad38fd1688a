// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "ui/shell/palettemodel.h"
#include "ui/shell/palettesearch.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class PaletteTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<QWidget> window;
    CommandPalette *palette = nullptr;
    std::unique_ptr<QAction> sync;
    std::unique_ptr<QAction> leads;
    std::unique_ptr<QAction> disabled;
    QString depots;

    QVector<Command> commands() const
    {
        return {
            {sync.get(), u"File"_s, false}, {leads.get(), u"Go"_s, true}, {disabled.get(), u"Edit"_s, false}};
    }
    QLineEdit *edit() const { return palette->findChild<QLineEdit *>(); }
    QListView *list() const { return palette->findChild<QListView *>(); }
    QStringList titles() const
    {
        QStringList result;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            result.append(list()->model()->index(row, 0).data().toString());
        return result;
    }
    void type(const QString &text)
    {
        edit()->selectAll();
        QTest::keyClicks(edit(), text);
    }

private Q_SLOTS:
    void init()
    {
        desk = std::make_unique<FakeDesk>();
        depots =
            desk->workspace.add(ResourceKind::SalesLead,
                                {{u"name"_s, u"SD-WAN for 14 depots"_s}, {u"status"_s, u"inProgress"_s}});
        desk->workspace.add(ResourceKind::SalesLead,
                            {{u"name"_s, u"Clinic backup"_s}, {u"status"_s, u"pending"_s}});
        desk->workspace.add(ResourceKind::Quote,
                            {{u"description"_s, u"Depot network"_s}, {u"state"_s, u"inProgress"_s}});
        context = std::make_unique<Context>(desk->context());
        window = std::make_unique<QWidget>();
        window->resize(900, 700);
        palette = new CommandPalette(*context, window.get());
        sync = std::make_unique<QAction>(u"&Sync Now"_s);
        sync->setShortcut(u"F5"_s);
        leads = std::make_unique<QAction>(u"&Leads"_s);
        disabled = std::make_unique<QAction>(u"Undo"_s);
        disabled->setEnabled(false);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        palette->open(commands(), {});
    }

    void shouldFindDocumentsOfEveryKindAndCommands()
    {
        type(u"depot"_s);
        QTRY_COMPARE(titles(),
                     (QStringList{u"Leads"_s, u"SD-WAN for 14 depots"_s, u"Opportunities and quotes"_s,
                                  u"Depot network"_s}));
        type(u"s"_s);
        QTRY_VERIFY(titles().contains(u"Sync Now"_s));
    }

    void shouldOpenWhatIsChosenByKeys()
    {
        QSignalSpy chosen(palette, &CommandPalette::recordChosen);
        type(u"depot"_s);
        QTRY_COMPARE(titles().size(), 4);
        QTest::keyClick(edit(), Qt::Key_Down);
        QTest::keyClick(edit(), Qt::Key_Up);
        QTest::keyClick(edit(), Qt::Key_Return);

        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(0).value<ResourceKind>(), ResourceKind::SalesLead);
        QCOMPARE(chosen.first().at(1).toString(), depots);
        QVERIFY(!palette->isVisible());
    }

    void shouldDropAnswersThatWereOvertaken()
    {
        desk->workspace.hold();
        type(u"clinic"_s);
        type(u"depot"_s);
        desk->workspace.release();

        QTRY_VERIFY(titles().contains(u"SD-WAN for 14 depots"_s));
        QVERIFY(!titles().contains(u"Clinic backup"_s));
    }

    void shouldDropAnAnswerThatComesAfterAnotherSign()
    {
        desk->workspace.hold();
        type(u"clinic"_s);
        type(u">"_s);
        desk->workspace.release();
        QCoreApplication::processEvents();

        QVERIFY(titles().contains(u"Sync Now"_s));
        QVERIFY(!titles().contains(u"Clinic backup"_s));
    }

    void shouldRunACommand()
    {
        QSignalSpy run(sync.get(), &QAction::triggered);
        type(u">syn"_s);
        QCOMPARE(titles(), (QStringList{u"Commands"_s, u"Sync Now"_s}));
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(run.size(), 1);
    }

    void shouldLeaveOutWhatCannotBeDoneNow()
    {
        type(u">"_s);
        QVERIFY(!titles().contains(u"Undo"_s));
    }

    void shouldGoToPlaces()
    {
        QSignalSpy gone(leads.get(), &QAction::triggered);
        type(u":l"_s);
        QCOMPARE(titles(), (QStringList{u"Go to"_s, u"Leads"_s}));
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(gone.size(), 1);
    }

    void shouldFindPeople()
    {
        QSignalSpy chosen(palette, &CommandPalette::personChosen);
        type(u"@anil"_s);
        QCOMPARE(titles(), (QStringList{u"Leads of"_s, u"Anil Deshmukh"_s}));
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(chosen.first().first().value<Person>().partyId, u"p2"_s);
    }

    void shouldSayWhenNothingIsFoundAndWhy()
    {
        type(u"zzz"_s);
        QTRY_COMPARE(titles(), QStringList{u"Nothing found for “zzz”"_s});
        QTest::keyClick(edit(), Qt::Key_Return);
        QVERIFY(palette->isVisible());

        desk->workspace.failQueries(Problem{Problem::Kind::Storage, u"The workspace cannot be read."_s, {}});
        type(u"depot"_s);
        QTRY_COMPARE(titles(), QStringList{u"The workspace cannot be read."_s});
    }

    void shouldCloseAndGiveTheFocusBack()
    {
        palette->dismiss();
        QLineEdit other(window.get());
        other.show();
        other.setFocus();
        palette->open(commands(), {});
        QVERIFY(edit()->hasFocus());
        QTest::keyClick(edit(), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
        QVERIFY(other.hasFocus());
    }

    void shouldBeASoundModel()
    {
        PaletteModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PaletteSearch search(*context);
        QVector<PaletteEntry> found;
        connect(&search, &PaletteSearch::answered, this,
                [&found](const QVector<PaletteEntry> &entries) { found = entries; });
        search.ask(u"depot"_s);
        QTRY_COMPARE(found.size(), 4);
        model.setEntries(found, search.words());
        QCOMPARE(model.nextChoice(-1, 1), 1);
        QCOMPARE(model.nextChoice(1, 1), 3);
        QCOMPARE(model.nextChoice(3, 1), -1);
        QCOMPARE(model.nextChoice(1, -1), -1);
        model.setEntries({}, {});
        QCOMPARE(model.rowCount(), 0);
    }
};

SALESBENCH_TEST(PaletteTest)
#include "palettetest.moc"
