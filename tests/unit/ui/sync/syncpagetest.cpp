// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncpage.h"
#include "tests/support/fakedesk.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class SyncPageTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<SyncPage> page;

    void set(WorkspaceStatus::Connection connection, std::optional<WorkspaceStatus::Progress> progress = {})
    {
        WorkspaceStatus::Snapshot now;
        now.connection = connection;
        now.progress = std::move(progress);
        now.lastSync = QDateTime(QDate(2026, 10, 7), QTime(11, 58, 41));
        desk->status.set(now);
    }
    QPushButton *tab(const QString &title) const
    {
        for (QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->text().startsWith(title + u"  "))
                return button;
        }
        return nullptr;
    }
    QWidget *foot() const { return page->findChild<QWidget *>(u"pendingFoot"_s); }
    QPushButton *more() const { return page->findChild<QPushButton *>(u"showMore"_s); }
    QString note() const { return page->findChild<QLabel *>(u"pendingNote"_s)->text(); }
    QTableView *table() const { return page->findChild<QTableView *>(u"pending"_s); }
    QString addPending(const QString &name)
    {
        return desk->workspace.add(ResourceKind::SalesLead,
                                   {{u"name"_s, name}, {u"status"_s, u"inProgress"_s}}, SyncState::Waiting);
    }
    /// A quote that the server has no place for.
    void addStaying(const QString &name)
    {
        desk->workspace.add(ResourceKind::Quote, {{u"description"_s, name}, {u"state"_s, u"inProgress"_s}},
                            SyncState::LocalOnly);
        WorkspaceStatus::Snapshot now = desk->status.now();
        now.absent = {ResourceKind::Quote};
        desk->status.set(now);
    }
    void open()
    {
        page = std::make_unique<SyncPage>(*context);
        page->resize(1000, 600);
        page->show();
        QVERIFY(!page->isReady());
        QTRY_VERIFY(page->isReady());
    }

private Q_SLOTS:
    void init()
    {
        desk = std::make_unique<FakeDesk>();
        context = std::make_unique<Context>(desk->context());
        set(WorkspaceStatus::Connection::Online);
    }

    void shouldSayThatEverythingIsOnTheServer()
    {
        open();
        auto *empty = page->findChild<EmptyState *>(u"nothingPending"_s);
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->title(), u"Everything is on the server"_s);
        QCOMPARE(empty->accessibleDescription(), u"Last sync 11:58:41"_s);
        QVERIFY(page->countText().isEmpty());
    }

    void shouldListWhatWaits()
    {
        addPending(u"Newsroom uplinks"_s);
        open();
        QVERIFY(table()->isVisible());
        QCOMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(page->countText(), u"1 change not yet on the server"_s);

        addPending(u"Depot cameras"_s);
        desk->workspace.announceManyChanges(ResourceKind::SalesLead);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(page->countText(), u"2 changes not yet on the server"_s);
    }

    void shouldKeepTheSelectedRowWhenTheListIsReadAgain()
    {
        addPending(u"Newsroom uplinks"_s);
        open();
        table()->selectRow(0);
        desk->workspace.announceManyChanges(ResourceKind::SalesLead);
        QTRY_VERIFY(page->isReady());
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(page->statusTexts(), (QStringList{u"1 change"_s, u"1 selected"_s}));
    }

    void shouldSyncAndStop()
    {
        open();
        QSignalSpy sync(&desk->status, &WorkspaceStatus::syncRequested);
        QSignalSpy cancel(&desk->status, &WorkspaceStatus::cancelRequested);
        auto *now = page->findChild<QPushButton *>(u"syncNow"_s);
        auto *stop = page->findChild<QPushButton *>(u"stopSync"_s);
        QVERIFY(!stop->isVisible());
        now->click();
        QCOMPARE(sync.size(), 1);

        set(WorkspaceStatus::Connection::Online, WorkspaceStatus::Progress{u"Reading leads"_s, 5, 10});
        QVERIFY(!now->isEnabled());
        stop->click();
        QCOMPARE(cancel.size(), 1);
    }

    void shouldOpenAndCopyTheSelectedChange()
    {
        const QString lead = addPending(u"Newsroom uplinks"_s);
        open();
        QSignalSpy opened(page.get(), &Page::openRequested);
        const QList<QAction *> actions = page->menuActions(Page::Menu::Record);
        QVERIFY(!actions.at(0)->isEnabled());
        table()->selectRow(0);
        actions.at(0)->trigger();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(1).toString(), lead);
        actions.last()->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Newsroom uplinks"));
    }

    void shouldSayWhyTheListCannotBeRead()
    {
        desk->workspace.failQueries(Problem{Problem::Kind::Storage, u"The workspace cannot be read."_s, {}});
        open();
        auto *empty = page->findChild<EmptyState *>(u"nothingPending"_s);
        QCOMPARE(empty->title(), u"The changes cannot be listed"_s);
        QCOMPARE(empty->accessibleDescription(), u"The workspace cannot be read."_s);
    }

    void shouldShowWhatStaysHere()
    {
        // GIVEN a server without a place for quotes, and two quotes
        addStaying(u"Depot network"_s);
        addStaying(u"Guest Wi-Fi"_s);
        open();

        // THEN the page does not say that all is there, and has them by themselves
        auto *empty = page->findChild<EmptyState *>(u"nothingPending"_s);
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->title(), u"Everything else is on the server"_s);
        QCOMPARE(page->countText(), u"2 stay here"_s);
        tab(u"Stay here"_s)->click();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(table()->isVisible());
        QVERIFY2(note().startsWith(u"Quotes stay on this computer: the server has no place"),
                 qPrintable(note()));
        QCOMPARE(page->statusTexts(), QStringList{u"2 changes"_s});

        // AND not among those that wait
        addPending(u"Newsroom uplinks"_s);
        tab(u"All"_s)->click();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(page->countText(), u"1 change not yet on the server, 2 stay here"_s);
        QVERIFY(note().isEmpty());
    }

    void shouldOfferNoTabWhereNothingStays()
    {
        addPending(u"Newsroom uplinks"_s);
        open();
        QVERIFY(!tab(u"Stay here"_s)->isVisible());
        QVERIFY(tab(u"Waiting"_s)->isVisible());
    }

    void shouldSayHowManyMoreThereAre()
    {
        for (int i = 0; i < 2003; ++i)
            addPending(u"Lead %1"_s.arg(i));
        desk->workspace.setSync(ResourceKind::SalesLead, addPending(u"Last"_s), SyncState::Refused,
                                u"422 no"_s);
        open();

        // THEN what needs the user is among the first, and the rest is told
        QCOMPARE(table()->model()->rowCount(), 1000);
        QCOMPARE(table()->model()->index(0, 2).data().toString(), u"Last"_s);
        QVERIFY(foot()->isVisible());
        QCOMPARE(page->findChild<QLabel *>(u"pendingShown"_s)->text(),
                 u"1,000 of 2,004 changes are shown, first those that need you."_s);
        QCOMPARE(page->countText(), u"2,004 changes not yet on the server"_s);
        QCOMPARE(page->statusTexts(), QStringList{u"2,004 changes"_s});

        // AND comes when asked for
        more()->click();
        QTRY_COMPARE(table()->model()->rowCount(), 2000);
        QCOMPARE(more()->text(), u"Show 4 More"_s);
        more()->click();
        QTRY_COMPARE(table()->model()->rowCount(), 2004);
        QVERIFY(!foot()->isVisible());
        tab(u"Refused"_s)->click();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QVERIFY(!foot()->isVisible());
    }

    void shouldPaintWhatStaysAndHowManyMoreThereAre()
    {
        const QStringList names{u"Depot network"_s, u"Guest Wi-Fi, second wing"_s, u"SD-WAN for 14 depots"_s};
        for (const QString &name : names)
            addStaying(name);
        open();
        paintInBothThemes(page.get(), u"sync-nothing-else"_s);
        tab(u"Stay here"_s)->click();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        table()->selectRow(1);
        paintInBothThemes(page.get(), u"sync-local-only"_s);
        for (int i = 0; i < 1300; ++i)
            addPending(u"Lead %1"_s.arg(i));
        tab(u"All"_s)->click();
        QTRY_COMPARE(table()->model()->rowCount(), 1000);
        paintInBothThemes(page.get(), u"sync-many"_s);
    }

    void shouldSayThatThereIsNoServer()
    {
        set(WorkspaceStatus::Connection::Local);
        open();
        QCOMPARE(page->findChild<EmptyState *>(u"nothingPending"_s)->title(), u"There is no server to send to"_s);
        QVERIFY(!page->findChild<QPushButton *>(u"syncNow"_s)->isEnabled());
    }
};

SALESBENCH_TEST(SyncPageTest)
#include "syncpagetest.moc"
