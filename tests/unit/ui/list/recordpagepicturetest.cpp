// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/leads/leadspage.h"
#include "ui/list/filterbar.h"
#include "ui/list/listpanel.h"
#include "ui/list/recordtable.h"
#include "ui/opportunities/opportunitiespage.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"

#include <QMenuBar>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// The pages as a person sees them, for a person to look at.
class RecordPagePictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldPaint()
    {
        if (qEnvironmentVariable("SALESBENCH_PICTURES").isEmpty())
            QSKIP("Set SALESBENCH_PICTURES to a directory to look at the pages.");
        OwnSettings settings;
        FakeDesk desk;
        desk.workspace.addLeads(500);
        WorkspaceStatus::Snapshot now;
        now.connection = WorkspaceStatus::Connection::Online;
        now.server = u"sales.fjordtel.example"_s;
        now.pending = 2;
        desk.status.set(now);
        Context context = desk.context();
        Appearance appearance([] { return false; });
        MainWindow window(context, appearance);
        auto *leads = new LeadsPage(context);
        window.addPage(MainWindow::Leads, leads);
        window.addPage(MainWindow::Opportunities, new OpportunitiesPage(context));
        window.menuBar()->hide();
        window.resize(1440, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (const auto choice : {Appearance::Choice::Light, Appearance::Choice::Dark}) {
            appearance.setChoice(choice);
            const QString look = choice == Appearance::Choice::Dark ? u"-dark"_s : u"-light"_s;
            window.resize(1440, 900);
            window.showPage(MainWindow::Leads);
            QTRY_VERIFY(leads->isReady());
            leads->table().showRow(6);
            QTRY_VERIFY(leads->isReady());
            QTest::qWait(200);
            takePicture(&window, u"leads"_s + look);
            window.resize(1100, 700);
            QTest::qWait(100);
            takePicture(&window, u"leads-narrow"_s + look);
            window.resize(1440, 900);
            ListFilter filter;
            filter.anyOf.insert(Field::Campaign, {u"Factory 5G"_s});
            filter.text = u"nothing of the kind"_s;
            leads->list().filterBar().setFilter(filter);
            QTest::qWait(200);
            takePicture(&window, u"leads-nothing-found"_s + look);
            leads->list().filterBar().setFilter({});
            QTRY_VERIFY(leads->isReady());
            window.showPage(MainWindow::Opportunities);
            QTest::qWait(200);
            takePicture(&window, u"opportunities-empty"_s + look);
        }
    }
};

SALESBENCH_TEST(RecordPagePictureTest)
#include "recordpagepicturetest.moc"
