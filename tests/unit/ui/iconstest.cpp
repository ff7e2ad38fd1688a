// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"
#include "tests/support/testcase.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPalette>

using namespace salesbench;
using namespace Qt::StringLiterals;

namespace {

/// The colour of the most opaque pixel.
QColor inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage();
    QColor best(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor color = image.pixelColor(x, y); color.alpha() > best.alpha())
                best = color;
        }
    }
    return best;
}

bool isNear(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 12;
}

} // namespace

class IconsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldDrawEveryIconInTheColorAskedFor_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : iconNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void shouldDrawEveryIconInTheColorAskedFor()
    {
        QFETCH(QString, name);
        for (int size : {12, 16, 20, 32}) {
            const QPixmap picture = iconPixmap(name, Theme::light().accent, size, 2.0);
            QCOMPARE(picture.size(), QSize(size, size) * 2);
            QVERIFY(isNear(inkOf(picture), Theme::light().accent));
        }
    }

    void shouldFollowTheThemeAfterItWasSet()
    {
        const QIcon leads = icon(u"leads"_s);
        qApp->setPalette(Theme::light().palette());
        QVERIFY(isNear(inkOf(leads.pixmap(20)), Theme::light().text2));
        QVERIFY(isNear(inkOf(leads.pixmap(20, QIcon::Disabled)), Theme::light().text3));

        qApp->setPalette(Theme::dark().palette());
        QVERIFY(isNear(inkOf(leads.pixmap(20)), Theme::dark().text2));
        QVERIFY(isNear(inkOf(leads.pixmap(20, QIcon::Normal, QIcon::On)), Theme::dark().accent));
    }

    void shouldAnswerAnUnknownNameWithNothing()
    {
        QTest::ignoreMessage(QtWarningMsg, "There is no icon called nonsense.");
        QVERIFY(icon(u"nonsense"_s).isNull());
        QVERIFY(iconPixmap(u"nonsense"_s, Theme::light().text, 16).isNull());
    }

    void shouldDrawTheProductsTile()
    {
        qApp->setPalette(Theme::light().palette());
        QVERIFY(isNear(appTile(24).toImage().pixelColor(3, 12), Theme::light().accent));
        QVERIFY(!appIcon().pixmap(32).isNull());
    }

    void shouldPaintASheet()
    {
        const QString directory = qEnvironmentVariable("SALESBENCH_PICTURES");
        if (directory.isEmpty())
            QSKIP("Set SALESBENCH_PICTURES to a directory to look at every icon.");
        QPixmap sheet(1000, 560);
        sheet.fill(Theme::light().base);
        QPainter painter(&sheet);
        painter.setPen(Theme::light().text3);
        painter.setFont(uiFont(10));
        int place = 0;
        for (const QString &name : iconNames()) {
            const QPoint at(place % 10 * 100 + 10, place / 10 * 62 + 8);
            painter.drawPixmap(at, iconPixmap(name, Theme::light().text, 32));
            painter.drawPixmap(at + QPoint(38, 12), iconPixmap(name, Theme::light().text, 20));
            painter.drawPixmap(at + QPoint(64, 18), iconPixmap(name, Theme::light().text, 12));
            painter.drawText(at + QPoint(0, 44), name);
            ++place;
        }
        QVERIFY(sheet.save(directory + u"/icons.png"));
    }
};

SALESBENCH_TEST(IconsTest)
#include "iconstest.moc"
