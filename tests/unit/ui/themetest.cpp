// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/widgets/stylesheet.h"
#include "ui/widgets/theme.h"

#include <cmath>

using namespace salesbench;

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldKeepTextReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void shouldKeepTextReadable()
    {
        QFETCH(bool, dark);
        const Theme &theme = dark ? Theme::dark() : Theme::light();

        for (const QColor &ground : {theme.base, theme.window, theme.panel, theme.header, theme.hover}) {
            QVERIFY(contrast(theme.text, ground) >= 4.5);
            QVERIFY(contrast(theme.text2, ground) >= 4.5);
            QVERIFY(contrast(theme.text3, ground) >= 4.5);
            QVERIFY(contrast(theme.focus, ground) >= 3.0);
        }
        for (const PillColors &pill : theme.pills) {
            QVERIFY(contrast(pill.fg, pill.fill) >= 4.5);
            QVERIFY(contrast(pill.fg, theme.selPill) >= 4.5);
        }
        QVERIFY(contrast(theme.onAccent, theme.accent) >= 4.5);
    }

    void shouldFollowThePalette()
    {
        QVERIFY(Theme::of(Theme::dark().palette()).isDark);
        QVERIFY(!Theme::of(Theme::light().palette()).isDark);
    }

    void shouldFillEveryTokenOfTheStyleSheet()
    {
        const QString sheet = styleSheet(Theme::light());
        QVERIFY(sheet.contains(Theme::light().accent.name()));
        QVERIFY(!sheet.contains(QLatin1Char('@')));
        QVERIFY(!sheet.contains(QColor().name() + QStringLiteral(" solid")));
        QVERIFY(sheet != styleSheet(Theme::dark()));
    }

    void shouldGiveAPersonTheSameColorAndInitials()
    {
        QCOMPARE(avatarColor(u"rep-1"), avatarColor(u"rep-1"));
        QCOMPARE(initials(QStringLiteral("Mara van Lindqvist")), QStringLiteral("ML"));
        QCOMPARE(initials(QStringLiteral("Cher")), QStringLiteral("C"));
        QVERIFY(initials({}).isEmpty());
    }
};

SALESBENCH_TEST(ThemeTest)
#include "themetest.moc"
