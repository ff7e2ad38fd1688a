// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leadspage.h"
#include "models/items/resourcetablemodel.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "ui/details/detailspane.h"
#include "ui/details/fieldeditor.h"
#include "ui/leads/newleaddialog.h"
#include "ui/list/recordtable.h"
#include "ui/shell/noticebar.h"

#include <QSignalSpy>
#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class LeadsPageTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<LeadsPage> page;

    void open()
    {
        context = std::make_unique<Context>(desk->context());
        page = std::make_unique<LeadsPage>(*context);
        page->resize(1360, 760);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->table().setFocus();
        QTRY_VERIFY(page->isReady());
    }

private Q_SLOTS:
    void init() { desk = std::make_unique<FakeDesk>(); }
    void cleanup() { page.reset(); }

    void shouldShowTheLeadThatWasCreated()
    {
        desk->workspace.addLeads(30);
        open();
        QTest::keyClick(&page->table(), Qt::Key_N);
        auto *dialog = page->findChild<NewLeadDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClicks(dialog->form()->editor(u"name")->input(), u"Kiosk lines"_s);
        dialog->submit();
        QTRY_COMPARE(desk->workspace.count(ResourceKind::SalesLead), 31);
        QTRY_COMPARE(page->pane().record().local.value("name"_L1).toString(), u"Kiosk lines"_s);
        QTRY_VERIFY(page->table().currentIndex().isValid());
        const auto current = [this] { return page->model().row(page->table().currentIndex().row()); };
        QTRY_VERIFY(current() && current()->localId == page->pane().localId());
    }

    void shouldOfferTheOpportunityThatALeadBecame()
    {
        desk->workspace.add(ResourceKind::SalesLead,
                            {{u"name"_s, u"Depot cameras"_s}, {u"status"_s, u"inProgress"_s}});
        open();
        auto *notice = page->findChild<NoticeBar *>();
        QVERIFY(!notice->isVisible());
        QTest::keyClick(&page->table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk->workspace.count(ResourceKind::SalesOpportunity), 1);
        QTRY_COMPARE(notice->text(), u"“Depot cameras” has become an opportunity."_s);

        QSignalSpy opened(page.get(), &Page::openRequested);
        notice->findChild<QPushButton *>()->click();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(0).value<ResourceKind>(), ResourceKind::SalesOpportunity);
        const Record made =
            desk->workspace.find(ResourceKind::SalesOpportunity, opened.first().at(1).toString());
        QCOMPARE(made.local.value("name"_L1).toString(), u"Depot cameras"_s);
    }

    void shouldNotOfferWhatWasAcceptedLongAgo()
    {
        desk->workspace.add(ResourceKind::SalesLead, {{u"name"_s, u"Old"_s},
                                                      {u"status"_s, u"accepted"_s},
                                                      {u"salesOpportunity"_s, QJsonObject{{u"id"_s, u"SO-1"_s}}}});
        open();
        desk->workspace.announceManyChanges(ResourceKind::SalesLead);
        QTRY_VERIFY(page->isReady());
        QVERIFY(!page->findChild<NoticeBar *>()->isVisible());
    }
};

SALESBENCH_TEST(LeadsPageTest)
#include "leadspagetest.moc"
