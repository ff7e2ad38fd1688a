// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/desk.h"
#include "resources/demo/demodata.h"
#include "tests/support/deskroom.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "tests/support/workspacecontract.h"
#include "ui/details/detailspane.h"
#include "ui/list/filterbar.h"
#include "ui/list/listpanel.h"
#include "ui/list/recordpage.h"
#include "ui/list/recordtable.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"

#include <QAccessible>
#include <QScrollArea>
#include <QtWidgets>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

namespace {

/// What stands within so many pixels of height is one line to the eye.
constexpr int LineHeight = 12;

bool takesTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
        && !widget->focusProxy();
}

QString described(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *at = widget; at && path.size() < 4; at = at->parentWidget())
        path.prepend(u"%1(%2)"_s.arg(QString::fromLatin1(at->metaObject()->className()), at->objectName()));
    return path.join(u'/');
}

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

/// In the order of the Tab key, from the first of them on.
QWidgetList tabStops(QWidget *part)
{
    QWidgetList stops;
    for (QWidget *at = part->nextInFocusChain(); at != part; at = at->nextInFocusChain()) {
        if (part->isAncestorOf(at) && takesTab(at))
            stops.append(at);
    }
    return stops;
}

bool isBefore(const QWidget *one, const QWidget *other, const QWidget *part)
{
    const QPoint a = one->mapTo(part, one->rect().center());
    const QPoint b = other->mapTo(part, other->rect().center());
    return b.y() - a.y() > LineHeight || (std::abs(b.y() - a.y()) <= LineHeight && b.x() > a.x());
}

} // namespace

/// The whole window over real documents, for those who do without a mouse or without looking.
class AccessibilityTest : public QObject {
    Q_OBJECT

    OwnSettings m_settings;
    Appearance m_appearance{[] { return false; }};
    DeskRoom m_room{m_appearance};
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;

    Options options() const
    {
        Options options;
        options.profile = m_folder.path();
        return options;
    }

    void fill()
    {
        const OpenProfile profile = std::move(openProfile(options(), DemoData::team().last()).value());
        const DemoData demo(DemoData::Options::forLeads(60, QDateTime::currentDateTimeUtc()));
        demo.visit([&](ResourceKind kind, const QJsonObject &document) {
            const QString id = document.value("id"_L1).toString();
            return await(profile.workspace->journal().takePage(kind, {{id, document, {}}})).has_value();
        });
    }

    MainWindow &window() { return m_desk->window(); }
    void show(int number)
    {
        window().showPage(number);
        QTRY_VERIFY(window().page(number)->isReady());
    }

    void checkNames()
    {
        const QWidgetList widgets = window().findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const bool isOwn = !widget->objectName().startsWith(u"qt_"_s) && !qobject_cast<QMenu *>(widget);
            if (isOwn && takesTab(widget))
                QVERIFY2(!nameOf(widget).isEmpty(), qPrintable(described(widget)));
        }
    }

    static void checkOrder(QWidget *part, int atLeast)
    {
        const QWidgetList stops = tabStops(part);
        QVERIFY2(stops.size() >= atLeast, qPrintable(QString::number(stops.size())));
        for (qsizetype i = 1; i < stops.size(); ++i)
            QVERIFY2(isBefore(stops[i - 1], stops[i], part),
                     qPrintable(described(stops[i - 1]) + u" → "_s + described(stops[i])));
    }

    static ListFilter with(Field field, const QString &value)
    {
        ListFilter filter;
        filter.anyOf.insert(field, {value});
        return filter;
    }

private Q_SLOTS:
    void initTestCase()
    {
        fill();
        m_desk = std::move(Desk::open({.options = options(), .user = {}, .signIn = {}}, m_room.tools()).value());
        window().resize(1440, 900);
        window().show();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void cleanupTestCase() { m_desk.reset(); }

    void shouldNameEverythingThatTakesTheKeys()
    {
        for (int number : window().pages().keys()) {
            show(number);
            checkNames();
        }
        show(MainWindow::Quotes);
        const auto *quotes = qobject_cast<RecordPage *>(window().page(MainWindow::Quotes));
        QTest::keyClick(&quotes->table(), Qt::Key_Return);
        QTRY_VERIFY(!quotes->table().isVisible());
        checkNames();
        QTest::keyClick(window().focusWidget(), Qt::Key_Escape);
    }

    void shouldGoThroughListAndDetailsAsTheEyeDoes()
    {
        for (int number : {MainWindow::Leads, MainWindow::Opportunities, MainWindow::Quotes}) {
            show(number);
            const auto *page = qobject_cast<RecordPage *>(window().page(number));
            checkOrder(&page->pane(), 10);
            checkOrder(&page->list(), 5);
            // Another document has other contacts, and a filter makes a chip.
            QTest::keyClick(&page->table(), Qt::Key_J);
            page->list().filterBar().setFilter(with(Field::Status, u"inProgress"_s));
            QTRY_VERIFY(page->isReady());
            checkOrder(&page->pane(), 10);
            checkOrder(&page->list(), 6);
        }
    }

    void shouldGoThroughTheSettingsAsTheEyeDoes()
    {
        show(MainWindow::Settings);
        checkOrder(window().page(MainWindow::Settings), 3);
    }

    void shouldReachEveryActionByAKeyAndAMenu()
    {
        for (int number : window().pages().keys()) {
            show(number);
            QSet<QAction *> inMenus;
            QStringList keys;
            for (const Command &command : window().commands()) {
                inMenus.insert(command.action);
                if (command.action->parent() && qobject_cast<QMenu *>(command.action->parent()))
                    continue; // a column's tick, reached through the menu of columns
                QVERIFY2(!command.action->shortcut().isEmpty(), qPrintable(command.action->text()));
                for (const QKeySequence &key : command.action->shortcuts()) {
                    QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                    keys.append(key.toString());
                }
            }
            for (QAction *own : window().actions() + window().page(number)->actions())
                QVERIFY2(own->menu() || inMenus.contains(own), qPrintable(own->text()));
        }
    }
};

SALESBENCH_TEST(AccessibilityTest)
#include "accessibilitytest.moc"
