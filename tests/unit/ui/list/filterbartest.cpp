// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/filterbar.h"
#include "tests/support/fakedesk.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/list/createdperiod.h"
#include "ui/list/filterchip.h"
#include "ui/list/filterpopup.h"

#include <QSignalSpy>
#include <QtWidgets>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class FilterBarTest : public QObject {
    Q_OBJECT

private:
    OwnSettings own;
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<QWidget> window;
    FilterBar *bar = nullptr;
    std::unique_ptr<QSignalSpy> changes;

    void open(ResourceKind kind)
    {
        changes.reset();
        window = std::make_unique<QWidget>();
        window->resize(980, 38);
        bar = new FilterBar(*context, kind);
        auto *column = new QVBoxLayout(window.get());
        column->setContentsMargins(10, 0, 10, 0);
        column->addWidget(bar);
        changes = std::make_unique<QSignalSpy>(bar, &FilterBar::filterChanged);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    QVector<FilterChip *> chips() const
    {
        QVector<FilterChip *> result;
        for (FilterChip *chip : bar->findChildren<FilterChip *>()) {
            if (!chip->isHidden())
                result.append(chip);
        }
        return result;
    }

    QStringList texts() const
    {
        QStringList result;
        for (const FilterChip *chip : chips())
            result.append(chip->text());
        return result;
    }

    QLineEdit *words() const { return bar->findChild<QLineEdit *>(u"filterText"_s); }
    QMenu *menu() const { return bar->findChild<QMenu *>(u"filterMenu"_s); }
    FilterPopup *popup() const { return bar->findChild<FilterPopup *>(); }
    QListView *list() const { return popup()->findChild<QListView *>(u"values"_s); }
    QLineEdit *search() const { return popup()->findChild<QLineEdit *>(u"valueSearch"_s); }

    void chooseTopic(const QString &title)
    {
        bar->addFilter();
        QVERIFY(menu()->isVisible());
        for (QAction *action : menu()->actions()) {
            if (action->text() == title)
                menu()->setActiveAction(action);
        }
        QTest::keyClick(menu(), Qt::Key_Return);
        QTRY_VERIFY(popup());
    }

    void chooseValues(const QString &title)
    {
        chooseTopic(title);
        QTRY_VERIFY(list()->model()->rowCount() > 0);
    }

    ListFilter with(Field field, const QStringList &values) const
    {
        ListFilter filter;
        filter.anyOf.insert(field, values);
        return filter;
    }

private Q_SLOTS:
    void init()
    {
        wear(Theme::light());
        desk = std::make_unique<FakeDesk>();
        desk->workspace.addLeads(30);
        context.reset(new Context(desk->context()));
        open(ResourceKind::SalesLead);
    }

    void cleanup()
    {
        changes.reset();
        window.reset();
    }

    void shouldOfferTheFieldsOfTheKind()
    {
        QVERIFY(menu()->actions().size() > 9);
        open(ResourceKind::Quote);
        QStringList titles;
        for (const QAction *action : menu()->actions()) {
            if (!action->isSeparator())
                titles.append(action->text());
        }
        QCOMPARE(
            titles,
            (QStringList{u"Status"_s, u"Owner"_s, u"Offering"_s, u"Created"_s, u"Not yet on the server"_s}));
    }

    void shouldAddAFilterWithTheKeyboard()
    {
        chooseValues(u"Rating"_s);
        QTest::keyClicks(search(), u"ho"_s);
        QCOMPARE(list()->model()->rowCount(), 1);
        QTest::keyClick(search(), Qt::Key_Return);

        QTRY_VERIFY(!popup());
        QCOMPARE(bar->filter(), with(Field::Rating, {u"hot"_s}));
        QCOMPARE(texts(), QStringList{u"Rating Hot"_s});
        QCOMPARE(changes->size(), 1);
        QVERIFY(chips().first()->hasFocus());
        QCOMPARE(chips().first()->accessibleName(), u"Filter: Rating Hot"_s);
    }

    void shouldTickSeveralWithArrowsAndSpace()
    {
        chooseValues(u"Rating"_s);
        QTest::keyClick(search(), Qt::Key_Down);
        QVERIFY(list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_Space);
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(bar->filter().anyOf.value(Field::Rating).size(), 2);
        QTest::keyClick(list(), Qt::Key_Return);

        QTRY_VERIFY(!popup());
        QCOMPARE(bar->filter().anyOf.value(Field::Rating).size(), 2);
    }

    void shouldGoOnSearchingFromTheList()
    {
        chooseValues(u"Rating"_s);
        QTest::keyClick(search(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_C);
        QCOMPARE(search()->text(), u"c"_s);
        QVERIFY(search()->hasFocus());
        QTest::keyClick(search(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Up);
        QVERIFY(search()->hasFocus());
    }

    void shouldTakeBackWithEscape()
    {
        bar->setFilter(with(Field::Rating, {u"cold"_s}));
        QTest::keyClick(chips().first(), Qt::Key_Space);
        QTRY_VERIFY(popup() && list()->model()->rowCount() > 1);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualRect(list()->model()->index(1, 0)).center());
        QCOMPARE(bar->filter().anyOf.value(Field::Rating).size(), 2);
        QTest::keyClick(list(), Qt::Key_Escape);

        QTRY_VERIFY(!popup());
        QCOMPARE(bar->filter(), with(Field::Rating, {u"cold"_s}));
    }

    void shouldForgetAChipWithoutValues()
    {
        chooseValues(u"Campaign"_s);
        QCOMPARE(chips().size(), 1);
        QTest::keyClick(search(), Qt::Key_Escape);

        QTRY_VERIFY(chips().isEmpty());
        QVERIFY(bar->filter().isEmpty());
        QCOMPARE(changes->size(), 0);
        QVERIFY(bar->findChild<QPushButton *>(u"addFilter"_s)->hasFocus());
    }

    void shouldTurnIsIntoIsNot()
    {
        bar->setFilter(with(Field::Channel, {u"Partner"_s}));
        QTRY_COMPARE(chips().first()->width(), chips().first()->sizeHint().width());
        QTest::mouseClick(chips().first(), Qt::LeftButton, {}, QPoint(10, 10));
        QTRY_VERIFY(popup() && list()->model()->rowCount() > 0);
        popup()->findChild<QPushButton *>(u"isNot"_s)->click();

        QVERIFY(bar->filter().anyOf.isEmpty());
        QCOMPARE(bar->filter().noneOf.value(Field::Channel), QStringList{u"Partner"_s});
        QCOMPARE(texts(), QStringList{u"Channel is not Partner"_s});
    }

    void shouldNotLoseAValueThatNoDocumentHas()
    {
        bar->setFilter(with(Field::Campaign, {u"Long gone"_s}));
        QTest::keyClick(chips().first(), Qt::Key_Return);
        QTRY_VERIFY(popup() && list()->model()->rowCount() > 0);

        QCOMPARE(list()->model()->index(0, 0).data(), u"Long gone"_s);
        QCOMPARE(list()->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void shouldNameOwners()
    {
        desk->workspace.add(ResourceKind::SalesLead,
                            {{u"name"_s, u"x"_s},
                             {u"relatedParty"_s,
                              QJsonArray{QJsonObject{{u"id"_s, u"p9"_s},
                                                     {u"name"_s, u"Priya Menon"_s},
                                                     {u"role"_s, u"salesRepresentative"_s}}}}});
        bar->setFilter(with(Field::OwnerId, {u"p9"_s, u"p2"_s}));
        QTRY_COMPARE(texts(), QStringList{u"Owner Priya Menon, Anil Deshmukh"_s});
        bar->setFilter(with(Field::OwnerId, {u""_s}));
        QCOMPARE(texts(), QStringList{u"Owner Nobody"_s});
    }

    void shouldSayWhenValuesCannotBeRead()
    {
        desk->workspace.failQueries(Problem{Problem::Kind::Storage, u"The workspace cannot be read."_s, {}});
        chooseTopic(u"Offering"_s);
        auto *message = popup()->findChild<QLabel *>(u"valueMessage"_s);
        QTRY_COMPARE(message->text(), u"The workspace cannot be read."_s);
        QVERIFY(message->isVisible());
    }

    void shouldChooseAPeriod()
    {
        chooseTopic(u"Created"_s);
        auto *periods = popup()->findChild<QListWidget *>(u"periods"_s);
        QTest::keyClick(periods, Qt::Key_Down);
        QTest::keyClick(periods, Qt::Key_Down);
        QTest::keyClick(periods, Qt::Key_Down);
        QTest::keyClick(periods, Qt::Key_Return);

        QTRY_VERIFY(!popup());
        const QDateTime now = context->surroundings.now().toLocalTime();
        QCOMPARE(texts(), QStringList{u"Created This quarter"_s});
        QCOMPARE(bar->filter().createdFrom, rangeOf(CreatedPeriod::ThisQuarter, now).from);
        QCOMPARE(bar->filter().createdTo, rangeOf(CreatedPeriod::ThisQuarter, now).to);
    }

    void shouldChooseAnOwnRangeWhicheverDayIsFirst()
    {
        chooseTopic(u"Created"_s);
        popup()->findChild<QDateEdit *>(u"firstDay"_s)->setDate({2026, 9, 30});
        auto *last = popup()->findChild<QDateEdit *>(u"lastDay"_s);
        last->setDate({2026, 9, 3});
        QTest::keyClick(last, Qt::Key_Return);

        QTRY_VERIFY(!popup());
        QCOMPARE(texts(), QStringList{u"Created 3 Sep 2026 – 30 Sep 2026"_s});
    }

    void shouldShowOnlyWhatIsUnsent()
    {
        bar->addFilter();
        menu()->actions().last()->trigger();

        QVERIFY(bar->filter().unsentOnly);
        QCOMPARE(texts(), QStringList{u"Not yet on the server"_s});
        QVERIFY(!popup());
    }

    void shouldRemoveAChip_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("Backspace") << true;
        QTest::newRow("the cross") << false;
    }

    void shouldRemoveAChip()
    {
        QFETCH(bool, byKey);
        ListFilter filter = with(Field::Rating, {u"hot"_s});
        filter.unsentOnly = true;
        bar->setFilter(filter);
        FilterChip *chip = chips().first();
        chip->setFocus();
        if (byKey)
            QTest::keyClick(chip, Qt::Key_Backspace);
        else
            QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->width() - 8, 12));

        QCOMPARE(texts(), QStringList{u"Not yet on the server"_s});
        QVERIFY(chips().first()->hasFocus());
        QCOMPARE(bar->filter().anyOf.size(), 0);
        QTest::keyClick(chips().first(), Qt::Key_Delete);
        QVERIFY(bar->filter().isEmpty());
    }

    void shouldFilterByWordsOnceTheTypingRests()
    {
        bar->focusText();
        QVERIFY(words()->hasFocus());
        QTest::keyClicks(words(), u"depot"_s);
        QCOMPARE(changes->size(), 0);
        QTRY_COMPARE(changes->size(), 1);
        QCOMPARE(bar->filter().text, u"depot"_s);

        QTest::keyClicks(words(), u"s"_s);
        QTest::keyClick(words(), Qt::Key_Return);
        QCOMPARE(bar->filter().text, u"depots"_s);
        QTest::keyClick(words(), Qt::Key_Escape);
        QCOMPARE(bar->filter().text, QString());
    }

    void shouldNotLoseWordsToAChip()
    {
        bar->setFilter(with(Field::Rating, {u"hot"_s}));
        QTest::keyClicks(words(), u"depot"_s);
        QTest::keyClick(chips().first(), Qt::Key_Backspace);

        QCOMPARE(words()->text(), u"depot"_s);
        QCOMPARE(bar->filter().text, u"depot"_s);
    }

    void shouldClearEverything()
    {
        ListFilter filter = with(Field::Rating, {u"hot"_s});
        filter.text = u"depot"_s;
        bar->setFilter(filter);
        QCOMPARE(changes->size(), 1);
        bar->clear();

        QVERIFY(bar->filter().isEmpty());
        QVERIFY(chips().isEmpty());
        QCOMPARE(words()->text(), QString());
        QCOMPARE(changes->size(), 2);
    }

    void shouldComeBackAsItWasLeft()
    {
        ListFilter filter = with(Field::Campaign, {u"SD-WAN refresh 2026"_s, u""_s});
        filter.text = u"depot"_s;
        bar->setFilter(filter);
        QSettings settings;
        bar->saveTo(settings);
        open(ResourceKind::SalesLead);
        bar->restoreFrom(settings);

        QCOMPARE(bar->filter(), filter);
        QCOMPARE(words()->text(), u"depot"_s);
        QCOMPARE(texts(), QStringList{u"Campaign SD-WAN refresh 2026, Not set"_s});
        QCOMPARE(changes->size(), 1);
    }

    void shouldShrinkInsteadOfWideningTheWindow()
    {
        ListFilter filter;
        for (Field field : {Field::Status, Field::Rating, Field::Priority, Field::Campaign, Field::Offering})
            filter.anyOf.insert(field,
                                {u"a rather long value that nobody"_s, u"would want to read in full"_s});
        bar->setFilter(filter);

        QVERIFY(window->minimumSizeHint().width() < 700);
        QCOMPARE(chips().first()->toolTip(),
                 u"Status a rather long value that nobody, would want to read in full"_s);
    }

    void shouldPaint()
    {
        ListFilter filter =
            with(Field::Campaign, {u"SD-WAN refresh 2026"_s, u"Factory 5G"_s, u"Fibre first"_s});
        filter.noneOf.insert(Field::Channel, {u"Partner"_s});
        const CreatedRange range =
            rangeOf(CreatedPeriod::ThisQuarter, context->surroundings.now().toLocalTime());
        filter.createdFrom = range.from;
        filter.createdTo = range.to;
        bar->setFilter(filter);
        paintInBothThemes(window.get(), u"filterbar"_s);
        chips().first()->setFocus(Qt::TabFocusReason);
        paintInBothThemes(window.get(), u"filterbar-focus"_s);
        for (const QString &title : {u"Owner"_s, u"Status"_s, u"Rating"_s, u"Campaign"_s}) {
            chooseValues(title);
            QTest::keyClick(search(), Qt::Key_Down);
            QTest::keyClick(list(), Qt::Key_Space);
            paintInBothThemes(popup(), u"filterpopup-"_s + title);
            QTest::keyClick(list(), Qt::Key_Escape);
            QTRY_VERIFY(!popup());
        }
        chooseTopic(u"Created"_s);
        paintInBothThemes(popup(), u"filterpopup-created"_s);
        popup()->close();
        bar->addFilter();
        paintInBothThemes(menu(), u"filtermenu"_s);
        menu()->close();
    }
};

SALESBENCH_TEST(FilterBarTest)
#include "filterbartest.moc"
