// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/recordpage.h"
#include "models/items/resourcetablemodel.h"
#include "tests/support/fakedesk.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/details/detailspane.h"
#include "ui/details/formdialog.h"
#include "ui/list/filterbar.h"
#include "ui/list/listpanel.h"
#include "ui/list/pageactions.h"
#include "ui/list/recordtable.h"
#include "ui/list/tablecolumns.h"
#include "ui/list/viewtabs.h"
#include "ui/shell/noticebar.h"

#include <QSignalSpy>
#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

class ToyRecordPage : public RecordPage {
public:
    using RecordPage::RecordPage;
    int created = 0;
    QStringList opened;

protected:
    void createRecord() override { ++created; }
    void openInFull(const QString &localId) override { opened.append(localId); }
};

} // namespace

class RecordPageTest : public QObject {
    Q_OBJECT

private:
    OwnSettings own;
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<ToyRecordPage> page;

    void open()
    {
        context = std::make_unique<Context>(desk->context());
        page = std::make_unique<ToyRecordPage>(*context, ResourceKind::SalesLead);
        page->resize(1360, 760);
        addKeys();
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        table().setFocus();
        QTRY_VERIFY(page->isReady());
    }

    /// The window does so: keys work while menus are hidden.
    void addKeys()
    {
        for (Page::Menu menu : {Page::Menu::File, Page::Menu::Edit, Page::Menu::View, Page::Menu::Record}) {
            for (QAction *action : page->menuActions(menu)) {
                if (action && action->shortcutContext() == Qt::WindowShortcut)
                    page->addAction(action);
            }
        }
    }

    void openWith(int leads)
    {
        desk->workspace.addLeads(leads);
        open();
    }

    RecordTable &table() const { return page->table(); }
    ResourceTableModel &model() const { return page->model(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&table(), key, modifiers); }
    template <typename T> T *find(const char *name) const { return page->findChild<T *>(QLatin1StringView(name)); }

    Record record(const QString &id) const { return desk->workspace.find(ResourceKind::SalesLead, id); }
    QString idAt(int row) const { return model().row(row) ? model().row(row)->localId : QString(); }
    const Change &lastChange() const { return desk->workspace.changes().last(); }
    QString notice() const { return find<NoticeBar>("pageNotice")->text(); }

    QMenu *menu() const
    {
        for (QMenu *menu : table().findChildren<QMenu *>(Qt::FindDirectChildrenOnly)) {
            if (menu->isVisible())
                return menu;
        }
        return nullptr;
    }

    void choose(const QString &name)
    {
        QTRY_VERIFY(menu());
        QAction *action = menu()->findChild<QAction *>(name);
        QVERIFY(action);
        menu()->setActiveAction(action);
        QTest::keyClick(menu(), Qt::Key_Return);
    }

    void setFilter(Field field, const QStringList &values)
    {
        ListFilter filter;
        filter.anyOf.insert(field, values);
        page->list().filterBar().setFilter(filter);
    }

private Q_SLOTS:
    void shouldShowBothSidesOfAConflict()
    {
        const QString id = desk->workspace.add(ResourceKind::SalesLead, {{u"name"_s, u"Both"_s}});
        open();
        desk->workspace.setSync(ResourceKind::SalesLead, id, SyncState::Conflict);
        auto *compare = page->findChild<QPushButton *>(u"compare"_s);
        QTRY_VERIFY(compare->isVisible());

        compare->click();

        QCOMPARE(desk->dialogs.told.size(), 1);
        QVERIFY(desk->dialogs.told.first().startsWith(u"Changed here and on the server"_s));
    }

    void initTestCase() { wear(Theme::light()); }
    void init() { desk = std::make_unique<FakeDesk>(); }
    void cleanup() { page.reset(); }

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

    void shouldCreateByKeyAndButton()
    {
        openWith(3);
        press(Qt::Key_N);
        find<QPushButton>("new")->click();
        QCOMPARE(page->created, 2);
    }

    void shouldOpenInFull()
    {
        openWith(3);
        press(Qt::Key_Return);
        QCOMPARE(page->opened, QStringList{idAt(0)});
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(model().index(1, 0)).center());
        QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(model().index(1, 0)).center());
        QTRY_COMPARE(page->opened.last(), idAt(1));
    }

    void shouldEditTheFieldOfTheCellInThePane()
    {
        openWith(3);
        table().setCurrentIndex(model().index(0, int(Column::NextStep)));
        press(Qt::Key_F2);
        QCOMPARE(page->focusWidget()->objectName(), u"nextStep"_s);
        QTest::keyClick(page->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(table().hasFocus());
        press(Qt::Key_M);
        QCOMPARE(page->focusWidget()->objectName(), u"newNote"_s);
    }

    void shouldRateAllThatIsSelected()
    {
        openWith(10);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_R);
        choose(u"hot"_s);
        QTRY_COMPARE(desk->workspace.changes().size(), 1);
        QCOMPARE(lastChange().edits.size(), 6); // four of ten are hot already
        QTRY_COMPARE(notice(), u"Rate 6 leads hot"_s);
        QCOMPARE(table().selectedCount(), 10);
    }

    void shouldSetThePriority()
    {
        openWith(2);
        press(Qt::Key_P);
        choose(u"low"_s);
        QTRY_COMPARE(record(idAt(0)).local.value("priority"_L1).toString(), u"low"_s);
    }

    void shouldOfferOnlyLegalMoves()
    {
        openWith(6);
        press(Qt::Key_S);
        QTRY_VERIFY(menu());
        QVERIFY(menu()->findChild<QAction *>(u"inProgress"_s));
        QVERIFY(!menu()->findChild<QAction *>(u"accepted"_s));
        choose(u"inProgress"_s);
        QTRY_COMPARE(record(idAt(0)).local.value("status"_L1).toString(), u"inProgress"_s);
    }

    void shouldSayWhereNoMoveFitsAll()
    {
        openWith(6);
        QSignalSpy failed(page.get(), &Page::failed);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_S);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!menu());
    }

    void shouldAskForTheReasonOfARejection()
    {
        const QString id = desk->workspace.add(ResourceKind::SalesLead,
                                               {{u"name"_s, u"Port crane"_s}, {u"status"_s, u"inProgress"_s}});
        open();
        press(Qt::Key_S);
        choose(u"rejected"_s);
        QTRY_VERIFY(page->window()->findChild<FormDialog *>());
        auto *dialog = page->window()->findChild<FormDialog *>();
        dialog->submit();
        QVERIFY(dialog->isVisible());
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"No budget"_s);
        dialog->submit();
        QTRY_COMPARE(record(id).local.value("status"_L1).toString(), u"rejected"_s);
        QCOMPARE(record(id).local.value("statusChangeReason"_L1).toString(), u"No budget"_s);
    }

    void shouldClaimWhatIsFree()
    {
        openWith(10);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_O);
        QTRY_COMPARE(desk->workspace.changes().size(), 1);
        QCOMPARE(lastChange().edits.size(), 2);
        QTRY_COMPARE(notice(), u"It is yours now."_s);
    }

    void shouldAssignManyAsASupervisor()
    {
        desk->session.user.role = Role::Supervisor;
        openWith(5);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_O);
        QTRY_VERIFY(page->window()->findChild<QDialog *>());
        QTest::keyClick(page->window()->findChild<QDialog *>(), Qt::Key_Escape);
    }

    void shouldDeleteAfterAskingWhereTheRoleMay()
    {
        openWith(5);
        QVERIFY(!find<QAction>("delete")->isEnabled());
        QVERIFY(!find<QAction>("delete")->toolTip().isEmpty());
        page.reset();
        desk->session.user.role = Role::Supervisor;
        open();
        const QString id = idAt(0);
        const QString next = idAt(1);
        desk->dialogs.yes = false;
        press(Qt::Key_Delete);
        QTRY_COMPARE(desk->dialogs.asked.size(), 1);
        QCOMPARE(desk->workspace.changes().size(), 0);
        desk->dialogs.yes = true;
        press(Qt::Key_Delete);
        QTRY_COMPARE(desk->workspace.changes().size(), 1);
        QCOMPARE(lastChange().edits.first().id, id);
        QTRY_COMPARE(page->pane().localId(), next);
    }

    void shouldSayWhyAChangeWasNotKept()
    {
        openWith(2);
        QSignalSpy failed(page.get(), &Page::failed);
        desk->workspace.failEdits(Problem{Problem::Kind::Storage, u"The disk is full."_s, {}});
        press(Qt::Key_R);
        choose(u"cold"_s);
        QTRY_COMPARE(failed.size(), 1);
    }

    void shouldCopyRowsAsText()
    {
        openWith(4);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QGuiApplication::clipboard()->clear();
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().split(u'\t').size(), table().columns().shown().size());
        QVERIFY(lines.first().startsWith(u"Branch SD-WAN pilot 1\tNordhavn Logistics\tAcknowledged\tHot\tHigh"));
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
        QCOMPARE(table().selectedCount(), 0);
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
