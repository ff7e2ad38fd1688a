// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/list/recordpageroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class RecordPageTest : public RecordPageRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { wear(Theme::light()); }
    void init() { desk = std::make_unique<FakeDesk>(); }
    void cleanup() { page.reset(); }

    void shouldShowBothSidesOfAConflict()
    {
        const QString id = desk->workspace.add(ResourceKind::SalesLead, {{u"name"_s, u"Both"_s}});
        open();
        QSignalSpy compared(page.get(), &Page::compareRequested);
        desk->workspace.contradict(ResourceKind::SalesLead, id, {{u"name"_s, u"Theirs"_s}});
        auto *compare = page->findChild<QPushButton *>(u"compare"_s);
        QTRY_VERIFY(compare->isVisible());

        compare->click();

        QCOMPARE(compared.size(), 1);
        QCOMPARE(compared.first().at(1).toString(), id);
    }

    void shouldShowTheFirstLeadAtOnce()
    {
        openWith(40);
        QCOMPARE(page->title(), u"Leads"_s);
        QCOMPARE(table().currentIndex().row(), 0);
        QCOMPARE(page->pane().localId(), idAt(0));
        QCOMPARE(page->countText(), u"40"_s);
        QTRY_COMPARE(page->statusTexts().size(), 3);
        QCOMPARE(page->statusTexts().at(0), u"40 leads"_s);
        QCOMPARE(page->statusTexts().at(1), u"1 selected"_s);
        QCOMPARE(page->statusTexts().at(2), u"Sum 1,200 EUR"_s);
    }

    void shouldFollowTheKeysInThePane()
    {
        openWith(40);
        press(Qt::Key_J);
        press(Qt::Key_J);
        press(Qt::Key_K);
        press(Qt::Key_Down);
        QCOMPARE(table().currentIndex().row(), 2);
        QTRY_COMPARE(page->pane().localId(), idAt(2));
    }

    void shouldAddUpTheSelectionByCurrency()
    {
        openWith(10);
        press(Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(page->statusTexts().value(1), u"10 selected"_s);
        QTRY_COMPARE(page->statusTexts().value(2), u"Sum 51,600 EUR  14,400 INR"_s);
    }

    void shouldCountItsViewsAndChangeBetweenThem()
    {
        openWith(30);
        ViewTabs &tabs = page->list().tabs();
        QTRY_COMPARE(tabs.number(3), 30);
        QCOMPARE(tabs.number(1), 6); // every fifth is nobody's
        QCOMPARE(tabs.number(2), 10);
        press(Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(tabs.currentIndex(), 0);
        press(Qt::Key_Tab, Qt::ControlModifier);
        QTRY_COMPARE(page->countText(), u"6 of 30"_s);
        QTRY_COMPARE(page->pane().record().localId, idAt(0));
        desk->workspace.addLeads(5);
        QTRY_COMPARE(tabs.number(1), 7);
    }

    void shouldLetChipsAndViewsNotContradictEachOther()
    {
        openWith(30);
        page->list().setView(u"mine"_s);
        setFilter(Field::OwnerId, {u"p2"_s});
        QCOMPARE(page->list().view(), u"all"_s);
        QCOMPARE(model().query().filter.anyOf.value(Field::OwnerId), QStringList{u"p2"_s});
        page->list().setView(u"mine"_s);
        QVERIFY(page->list().filterBar().filter().isEmpty());
        QCOMPARE(model().query().filter.anyOf.value(Field::OwnerId), QStringList{u"p1"_s});
    }

    void shouldSayWhatToDoFirst()
    {
        open();
        QVERIFY(find<QPushButton>("firstNew")->isVisible());
        QCOMPARE(find<QLabel>("emptyTitle")->text(), u"No leads yet"_s);
        QVERIFY(page->statusTexts().contains(u"0 leads"_s));
        find<QPushButton>("firstNew")->click();
        QCOMPARE(page->created, 1);
        desk->workspace.addLeads(1);
        QTRY_VERIFY(!find<QPushButton>("firstNew")->isVisible());
        QTRY_COMPARE(page->pane().localId(), idAt(0));
    }

    void shouldOfferToClearFiltersThatFindNothing()
    {
        openWith(20);
        ListFilter filter;
        filter.anyOf.insert(Field::Campaign, {u"Factory 5G"_s});
        filter.text = u"unheard"_s;
        page->list().filterBar().setFilter(filter);
        QTRY_VERIFY(find<QPushButton>("clearFilters")->isVisible());
        QCOMPARE(find<QLabel>("emptyTitle")->text(), u"No lead matches these 2 filters"_s);
        QVERIFY(page->pane().localId().isEmpty());
        QCOMPARE(page->countText(), u"0 of 20"_s);
        QTRY_COMPARE(page->statusTexts(), QStringList{u"0 of 20 leads"_s}); // no sum of what was selected before
        find<QPushButton>("clearFilters")->click();
        QTRY_COMPARE(model().rowCount(), 20);
        QVERIFY(!find<QPushButton>("clearFilters")->isVisible());
    }

    void shouldSayThatReadingFailedAndTryAgain()
    {
        desk->workspace.addLeads(20);
        desk->workspace.failQueries(Problem{Problem::Kind::Storage, u"The disk cannot be read."_s, {}});
        context = std::make_unique<Context>(desk->context());
        page = std::make_unique<ToyRecordPage>(*context, ResourceKind::SalesLead);
        page->show();
        QTRY_VERIFY(find<QPushButton>("tryAgain")->isVisible());
        QCOMPARE(find<QLabel>("emptyAdvice")->text(), u"The disk cannot be read."_s);
        desk->workspace.failQueries({});
        find<QPushButton>("tryAgain")->click();
        QTRY_COMPARE(model().rowCount(), 20);
    }

    void shouldKeepRowsWhenReadingAgainFails()
    {
        openWith(20);
        QSignalSpy failed(page.get(), &Page::failed);
        desk->workspace.failQueries(Problem{Problem::Kind::Storage, u"The disk cannot be read."_s, {}});
        desk->workspace.announceManyChanges(ResourceKind::SalesLead);
        QTRY_VERIFY(failed.size() > 0);
        QCOMPARE(model().rowCount(), 20);
        QVERIFY(!find<QPushButton>("tryAgain")->isVisible());
    }

    void shouldOpenADocumentByItsId()
    {
        openWith(60);
        const QString id = idAt(0);
        page->openRecord(id == idAt(0) ? u"local-50"_s : id);
        QTRY_COMPARE(page->pane().localId(), u"local-50"_s);
        QTRY_COMPARE(idAt(table().currentIndex().row()), u"local-50"_s);
        page->openRecord(u"server-7"_s);
        QTRY_COMPARE(page->pane().localId(), u"local-7"_s);
        page->openRecord({});
        QTRY_COMPARE(table().currentIndex().row(), 0);
    }

    void shouldSayThatThereIsNoSuchDocument()
    {
        openWith(3);
        QSignalSpy failed(page.get(), &Page::failed);
        page->openRecord(u"nowhere"_s);
        QTRY_COMPARE(failed.size(), 1);
    }

    void shouldShowADocumentThatTheFilterHides()
    {
        openWith(30);
        setFilter(Field::Rating, {u"cold"_s});
        QTRY_COMPARE(model().rowCount(), 10);
        page->setPaneShown(false);
        page->openRecord(u"local-1"_s); // a hot one
        QTRY_COMPARE(page->pane().localId(), u"local-1"_s);
        QVERIFY(page->isPaneShown());
        QTRY_COMPARE(table().selectedCount(), 0);
        QTRY_COMPARE(notice(), u"What the details show is not in this list."_s);
        find<NoticeBar>("pageNotice")->findChild<QPushButton *>()->click();
        QTRY_COMPARE(model().rowCount(), 30);
        QTRY_COMPARE(idAt(table().currentIndex().row()), u"local-1"_s);
    }

    void shouldStayWithADocumentThatLeavesTheList()
    {
        openWith(30);
        setFilter(Field::Rating, {u"hot"_s});
        QTRY_COMPARE(model().rowCount(), 10);
        QTRY_VERIFY(page->isReady());
        QTRY_COMPARE(page->pane().record().local.value("rating"_L1).toString(), u"hot"_s);
        const QString id = page->pane().localId();
        desk->workspace.change(ResourceKind::SalesLead, id, {{u"rating"_s, u"cold"_s}});
        QTRY_COMPARE(model().rowCount(), 9);
        QTest::qWait(1);
        QCOMPARE(page->pane().localId(), id);
    }

    void shouldTakeTheDocumentAlongIntoAnotherOrder()
    {
        openWith(60);
        table().showRow(17);
        QTRY_VERIFY(page->isReady());
        const QString id = page->pane().localId();
        model().setSort({{Field::Name, Qt::AscendingOrder}});
        QTRY_VERIFY(model().isOrderKnown() && model().phase() == ResourceTableModel::Phase::Ready);
        QTRY_COMPARE(idAt(table().currentIndex().row()), id);
        QCOMPARE(page->pane().localId(), id);
    }

    void shouldShowThePersonsDocuments()
    {
        openWith(30);
        page->showOwnedBy(desk->session.team.at(1));
        QCOMPARE(model().query().filter.anyOf.value(Field::OwnerId), QStringList{u"p2"_s});
        page->showOwnedBy(desk->session.user);
        QCOMPARE(page->list().view(), u"mine"_s);
        QVERIFY(page->list().filterBar().filter().isEmpty());
    }

    void shouldShowAndHideThePane()
    {
        openWith(3);
        press(Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!page->pane().isVisible());
        QTRY_COMPARE(table().width(), page->width());
        press(Qt::Key_Return, Qt::AltModifier);
        QVERIFY(page->pane().isVisible());
        QVERIFY(page->pane().isAncestorOf(page->focusWidget()));
        find<QToolButton>("pane")->click();
        QVERIFY(!page->pane().isVisible());
        QVERIFY(table().hasFocus());
    }

    void shouldOfferToStopWhatTakesLong()
    {
        openWith(30);
        QAction *stop = page->actions().stopLoading;
        QVERIFY(!stop->isEnabled());
        desk->workspace.hold();
        model().setSort({{Field::Rating}});
        QVERIFY(stop->isEnabled());
        QVERIFY(page->waitText().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(page->waitText(), u"Still loading 30 leads"_s, 20000);

        stop->trigger();

        QVERIFY(page->waitText().isEmpty());
        auto *again = find<QPushButton>("tryAgain");
        QVERIFY(again->isVisible());
        desk->workspace.release();
        again->click();
        QTRY_COMPARE(model().rowCount(), 30);
        QVERIFY(!again->isVisible());
    }

    void shouldLayThePaneOverTheTableInANarrowWindow()
    {
        openWith(3);
        page->resize(1100, 700);
        QCOMPARE(table().width(), 1100);
        QVERIFY(page->pane().isVisible());
        page->pane().findChild<QWidget *>(u"name"_s)->setFocus();

        QTest::keyClick(page->focusWidget(), Qt::Key_Escape);

        QVERIFY(!page->pane().isVisible());
        QVERIFY(!page->isPaneShown());
        QVERIFY(table().hasFocus());
        page->setPaneShown(true);
        press(Qt::Key_Escape);
        QVERIFY(!page->pane().isVisible());
    }

    void shouldKeepWhatWasArranged()
    {
        openWith(10);
        table().columns().setShown(Column::Campaign, true);
        table().horizontalHeader()->resizeSection(int(Column::Prospect), 199);
        model().setSort({{Field::Rating, Qt::DescendingOrder}, {Field::Name, Qt::AscendingOrder}});
        page->list().setView(u"hot"_s);
        page->setPaneShown(false);
        QSettings settings;
        page->saveTo(settings);
        const ColumnPlan plan = table().columns().plan();
        open();
        page->restoreFrom(settings);
        QCOMPARE(table().columns().plan(), plan);
        QCOMPARE(model().query().sort,
                 (QVector<SortKey>{{Field::Rating, Qt::DescendingOrder}, {Field::Name, Qt::AscendingOrder}}));
        QCOMPARE(page->list().view(), u"hot"_s);
        QVERIFY(!page->isPaneShown());
    }

    void shouldGiveEveryActionATextAndAKeyOfItsOwn()
    {
        openWith(2);
        QSet<QString> keys;
        for (Page::Menu menu : {Page::Menu::File, Page::Menu::Edit, Page::Menu::View, Page::Menu::Record}) {
            for (const QAction *action : page->menuActions(menu)) {
                if (!action || action->menu())
                    continue;
                QVERIFY(!action->text().isEmpty());
                QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
                const QString key = action->shortcut().toString();
                QVERIFY2(!keys.contains(key), qPrintable(key));
                keys.insert(key);
            }
        }
    }

    void shouldNameWhatTakesTheKeys()
    {
        openWith(2);
        for (QWidget *part : page->parts())
            QVERIFY2(part == &page->list().filterBar() || !part->accessibleName().isEmpty(),
                     part->metaObject()->className());
        for (const QString &name : {u"new"_s, u"columns"_s, u"pane"_s}) {
            const auto *button = page->findChild<QAbstractButton *>(name);
            QVERIFY(!button->accessibleName().isEmpty());
            QVERIFY(!button->toolTip().isEmpty());
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
        }
    }
};

SALESBENCH_TEST(RecordPageTest)
#include "recordpagetest.moc"
