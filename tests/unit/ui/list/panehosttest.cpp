// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/panehost.h"
#include "tests/support/testcase.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace salesbench;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize Wide(1300, 700);
constexpr QSize Narrow(1100, 700);
constexpr int Top = 40; ///< of what the main side has above the part that is covered

} // namespace

class PaneHostTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<PaneHost> host;
    QWidget *main = nullptr;
    QWidget *under = nullptr;
    QWidget *pane = nullptr;
    QLineEdit *input = nullptr;

    QRect paneRect() const { return {pane->mapTo(host.get(), QPoint()), pane->size()}; }

private Q_SLOTS:
    void init()
    {
        main = new QWidget;
        under = new QWidget(main);
        pane = new QWidget;
        input = new QLineEdit(pane);
        auto *column = new QVBoxLayout(main);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addSpacing(Top);
        column->addWidget(under, 1);
        host = std::make_unique<PaneHost>(main, under, pane, nullptr);
        host->resize(Wide);
        host->show();
        QVERIFY(QTest::qWaitForWindowActive(host.get()));
    }
    void cleanup() { host.reset(); }

    void shouldStandBesideTheMainSide()
    {
        QCOMPARE(paneRect(), QRect(Wide.width() - metrics::DetailsPane, 0, metrics::DetailsPane, Wide.height()));
        QCOMPARE(main->width(), Wide.width() - metrics::DetailsPane - 1);
        QVERIFY(!host->isPaneOver());
    }

    void shouldLieOverItInANarrowWindow()
    {
        host->resize(Narrow);

        QVERIFY(host->isPaneOver());
        QCOMPARE(main->width(), Narrow.width());
        QCOMPARE(paneRect(), QRect(Narrow.width() - metrics::DetailsPane, Top, metrics::DetailsPane, Narrow.height() - Top));
        QCOMPARE(host->childAt(Narrow.width() - 20, Top + 300), pane);
    }

    void shouldFollowWhatItCovers()
    {
        host->resize(Narrow);
        main->layout()->setContentsMargins(0, 60, 0, 20);
        QTRY_COMPARE(paneRect().top(), 60 + Top);
        QCOMPARE(paneRect().height(), Narrow.height() - 60 - Top - 20);
    }

    void shouldLeaveTheKeysWhereTheyAre()
    {
        input->setFocus();
        for (const QSize &size : {Narrow, Wide}) {
            host->resize(size);
            QVERIFY(input->hasFocus());
        }
    }

    void shouldComeBackAsWideAsSomebodyMadeIt()
    {
        host->setPaneWidth(400);
        host->resize(Narrow);
        QCOMPARE(pane->width(), 400);
        host->resize(Wide);
        QCOMPARE(pane->width(), 400);
        QCOMPARE(host->paneWidth(), 400);
    }

    void shouldStayHiddenAtEveryWidth()
    {
        host->setPaneShown(false);
        for (const QSize &size : {Narrow, Wide, Narrow}) {
            host->resize(size);
            QVERIFY(!pane->isVisible());
            QVERIFY(!host->isPaneOver());
            QTRY_COMPARE(main->width(), size.width());
        }
        host->setPaneShown(true);
        QVERIFY(pane->isVisible());
        QVERIFY(host->isPaneOver());
    }
};

SALESBENCH_TEST(PaneHostTest)
#include "panehosttest.moc"
