// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"

#include <QApplication>
#include <QSignalSpy>

using namespace salesbench;
using namespace salesbench::testing;

class AppearanceTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<OwnSettings> settings;
    bool desktopIsDark = false;

    static bool appIsDark()
    {
        return QApplication::palette().color(QPalette::Window) == Theme::dark().window;
    }

    /// What the platform sends to every window when the desktop's theme changes.
    static void announceTheme(QWidget *window)
    {
        QEvent event(QEvent::ThemeChange);
        QCoreApplication::sendEvent(window, &event);
    }

private Q_SLOTS:
    void init()
    {
        settings = std::make_unique<OwnSettings>();
        desktopIsDark = false;
    }

    void shouldDressTheApplicationAsTheDesktopIs()
    {
        desktopIsDark = true;
        Appearance appearance([this] { return desktopIsDark; });

        QVERIFY(appIsDark());
        QVERIFY(appearance.theme().isDark);
        QVERIFY(qApp->styleSheet().contains(Theme::dark().accent.name()));
    }

    void shouldFollowTheDesktopWhileItRuns()
    {
        Appearance appearance([this] { return desktopIsDark; });
        QSignalSpy changed(&appearance, &Appearance::changed);
        QWidget window;
        QVERIFY(!appIsDark());

        desktopIsDark = true;
        announceTheme(&window);
        announceTheme(&window);

        QTRY_VERIFY(appIsDark());
        QCOMPARE(changed.size(), 1);

        desktopIsDark = false;
        announceTheme(&window);
        QTRY_VERIFY(!appIsDark());
    }

    void shouldLetTheUsersChoiceOverrideTheDesktop()
    {
        Appearance appearance([this] { return desktopIsDark; });
        appearance.setChoice(Appearance::Choice::Dark);
        QVERIFY(appIsDark());

        QWidget window;
        announceTheme(&window);
        QCoreApplication::processEvents();
        QVERIFY(appIsDark());

        appearance.setChoice(Appearance::Choice::System);
        QVERIFY(!appIsDark());
    }

    void shouldKeepTheChoice()
    {
        {
            Appearance appearance([this] { return desktopIsDark; });
            appearance.toggle();
            QCOMPARE(appearance.choice(), Appearance::Choice::Dark);
        }
        Appearance next([this] { return desktopIsDark; });
        QCOMPARE(next.choice(), Appearance::Choice::Dark);
        QVERIFY(appIsDark());
        next.toggle();
        QVERIFY(!appIsDark());
    }

    void shouldIgnoreAKeptChoiceThatIsNone()
    {
        QSettings().setValue(QStringLiteral("appearance/theme"), QStringLiteral("Purple"));
        Appearance appearance([this] { return desktopIsDark; });
        QCOMPARE(appearance.choice(), Appearance::Choice::System);
    }

    void shouldReadTheDesktopsPaletteByDefault()
    {
        Appearance appearance;
        QVERIFY(!appIsDark());
    }
};

SALESBENCH_TEST(AppearanceTest)
#include "appearancetest.moc"
