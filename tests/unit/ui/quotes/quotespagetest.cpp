// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/quotespage.h"

#include "tests/support/fakedesk.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "tests/unit/ui/quotes/depotquote.h"
#include "ui/details/detailspane.h"
#include "ui/list/recordtable.h"
#include "ui/quotes/lineactions.h"
#include "ui/quotes/linesview.h"
#include "ui/quotes/quoteeditor.h"

#include <QSignalSpy>
#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class QuotesPageTest : public QObject {
    Q_OBJECT

private:
    OwnSettings own;
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<QuotesPage> page;
    QStringList ids;

    QString add(const QString &id, const QString &name)
    {
        QJsonObject document = depotQuote();
        document.insert("id"_L1, id);
        document.insert("description"_L1, name);
        return desk->workspace.add(ResourceKind::Quote, document);
    }

    RecordTable &table() const { return page->table(); }
    QString shown() const { return page->pane().localId(); }

    void openCurrent()
    {
        QTest::keyClick(&table(), Qt::Key_Return);
        QTRY_VERIFY(page->isEditing());
        QTRY_VERIFY(page->isReady());
        QTRY_VERIFY(page->editor().lines().hasFocus());
    }

    QStringList texts(Page::Menu menu) const
    {
        QStringList result;
        for (const QAction *action : page->menuActions(menu)) {
            if (action)
                result.append(action->text());
        }
        return result;
    }

private Q_SLOTS:
    void init()
    {
        wear(Theme::light());
        desk = std::make_unique<FakeDesk>();
        ids = {add(u"Q-1"_s, u"Port cranes"_s), add(u"Q-2"_s, u"Clinic backup"_s),
               add(u"Q-3"_s, u"Depot network"_s)};
        context.reset(new Context(desk->context()));
        page = std::make_unique<QuotesPage>(*context);
        page->resize(1360, 760);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        table().setFocus();
        QTRY_VERIFY(page->isReady());
    }

    void cleanup() { page.reset(); }

    void shouldOpenAQuoteAndComeBackToItsRow()
    {
        QTest::keyClick(&table(), Qt::Key_Down);
        QTRY_VERIFY(!shown().isEmpty() && shown() != ids.last());
        const QString id = shown();
        openCurrent();
        QCOMPARE(page->editor().record().localId, id);
        QVERIFY(page->editor().isVisible());
        QVERIFY(!table().isVisible());

        QTest::keyClick(&page->editor().lines(), Qt::Key_Escape);
        QVERIFY(!page->isEditing());
        QVERIFY(table().isVisible());
        QVERIFY(table().hasFocus());
        QCOMPARE(shown(), id);
        QCOMPARE(table().selectedCount(), 1);
    }

    void shouldOpenAQuoteWithADoubleClick()
    {
        const QPoint place = table().visualRect(table().model()->index(0, 0)).center();
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, place);
        QTRY_VERIFY(page->isEditing());
    }

    void shouldOpenARecordInTheList()
    {
        openCurrent();
        page->openRecord(ids.first());
        QVERIFY(!page->isEditing());
        QTRY_COMPARE(shown(), ids.first());
    }

    void shouldGiveTheMenusWhatIsShown()
    {
        const QSignalSpy changes(page.get(), &Page::actionsChanged);
        QVERIFY(!texts(Page::Menu::Record).contains(u"&Add a Line"_s));
        openCurrent();
        QCOMPARE(changes.size(), 1);
        QVERIFY(texts(Page::Menu::Record).contains(u"&Add a Line"_s));
        QCOMPARE(page->countText(), page->editor().record().serverId);
        QCOMPARE(page->statusTexts(), QStringList{u"7 lines, 1 bundle"_s});
        page->editor().actions().back->trigger();
        QCOMPARE(changes.size(), 2);
        QCOMPARE(page->countText(), u"3"_s);
        QCOMPARE(page->recordMenuTitle(), u"&Quote"_s);
    }

    void shouldHaveOneKeyForEachAction()
    {
        openCurrent();
        QSet<QKeySequence> keys;
        for (Page::Menu menu : {Page::Menu::File, Page::Menu::Edit, Page::Menu::View, Page::Menu::Record}) {
            for (const QAction *action : page->menuActions(menu)) {
                if (!action)
                    continue;
                QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
                QVERIFY2(!keys.contains(action->shortcut()), qPrintable(action->text()));
                keys.insert(action->shortcut());
            }
        }
        QVERIFY(keys.size() > 6);
    }

    void shouldShowAndHideThePaneInBothViews()
    {
        openCurrent();
        QVERIFY(page->editor().pane().isVisible());
        page->setPaneShown(false);
        QVERIFY(!page->editor().pane().isVisible());
        QTest::keyClick(&page->editor().lines(), Qt::Key_Escape);
        QVERIFY(!page->pane().isVisible());
    }

    void shouldPassOnWhatIsToBeOpened()
    {
        openCurrent();
        QSignalSpy opened(page.get(), &Page::openRequested);
        Q_EMIT page->editor().pane().openRequested(ResourceKind::SalesOpportunity, u"SO-1"_s);
        QCOMPARE(opened.size(), 1);
    }

    void shouldKeepAnEditThatTheListShows()
    {
        QTRY_COMPARE(shown(), ids.last());
        openCurrent();
        page->editor().actions().remove->trigger();
        QTRY_COMPARE(desk->workspace.changes().size(), 1);
        QTest::keyClick(&page->editor().lines(), Qt::Key_Escape);
        const QJsonObject kept = desk->workspace.find(ResourceKind::Quote, ids.last()).local;
        QCOMPARE(Quote(kept).quoteItem().size(), 4);
        QVERIFY(!Quote(kept).quoteTotalPrice().isEmpty());
    }

    void shouldPaint()
    {
        QTest::qWait(0);
        paintInBothThemes(page.get(), u"quotespage"_s);
        openCurrent();
        paintInBothThemes(page.get(), u"quotespage-editor"_s);
    }
};

SALESBENCH_TEST(QuotesPageTest)
#include "quotespagetest.moc"
