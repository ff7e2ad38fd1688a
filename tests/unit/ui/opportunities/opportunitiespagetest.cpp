// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/opportunities/opportunitiespage.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "ui/details/detailspane.h"
#include "ui/list/recordtable.h"

#include <QSignalSpy>
#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class OpportunitiesPageTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<OpportunitiesPage> page;

    void open()
    {
        context = std::make_unique<Context>(desk->context());
        page = std::make_unique<OpportunitiesPage>(*context);
        page->resize(1360, 760);
        page->addActions(page->menuActions(Page::Menu::File)); // the window does so
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->table().setFocus();
        QTRY_VERIFY(page->isReady());
    }

    QPushButton *newButton() const { return page->findChild<QPushButton *>(u"new"_s); }

private Q_SLOTS:
    void init() { desk = std::make_unique<FakeDesk>(); }
    void cleanup() { page.reset(); }

    void shouldMakeAQuoteFromTheOpportunityShown()
    {
        desk->workspace.add(ResourceKind::SalesOpportunity,
                            {{u"name"_s, u"Depot cameras"_s}, {u"status"_s, u"inProgress"_s}});
        open();
        QSignalSpy opened(page.get(), &Page::openRequested);
        QTRY_VERIFY(newButton()->isEnabled());
        QTest::keyClick(&page->table(), Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk->workspace.count(ResourceKind::Quote), 1);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(0).value<ResourceKind>(), ResourceKind::Quote);
    }

    void shouldSayWhyThereIsNoQuoteToMake()
    {
        open();
        QVERIFY(!newButton()->isEnabled());
        desk->workspace.add(ResourceKind::SalesOpportunity,
                            {{u"name"_s, u"Lost one"_s}, {u"status"_s, u"rejected"_s}});
        QTRY_COMPARE(page->pane().record().local.value("name"_L1).toString(), u"Lost one"_s);
        QVERIFY(!newButton()->isEnabled());
        QCOMPARE(newButton()->toolTip(), u"A quote is made from an opportunity that is not lost."_s);
        QVERIFY(page->findChild<QLabel *>(u"emptyTitle"_s)->text() == u"No opportunities yet"_s);
    }
};

SALESBENCH_TEST(OpportunitiesPageTest)
#include "opportunitiespagetest.moc"
