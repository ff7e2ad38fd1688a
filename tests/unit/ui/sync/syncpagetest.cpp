// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncpage.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
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
    QTableView *table() const { return page->findChild<QTableView *>(u"pending"_s); }
    QString addPending(const QString &name)
    {
        return desk->workspace.add(ResourceKind::SalesLead,
                                   {{u"name"_s, name}, {u"status"_s, u"inProgress"_s}}, SyncState::Waiting);
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
