// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"
#include "tests/support/testcase.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/icons.h"

#include <QPainter>

using namespace salesbench;
using namespace Qt::StringLiterals;

class PillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldHaveAWordAndAGlyphForEveryStateButSynced()
    {
        QStringList icons;
        for (int value = 0; value <= int(SyncState::LocalOnly); ++value) {
            const Pill pill = syncPill(SyncState(value), Theme::light());
            QCOMPARE(pill.text.isEmpty(), SyncState(value) == SyncState::Synced);
            QVERIFY(iconNames().contains(pill.icon));
            QVERIFY(!icons.contains(pill.icon));
            icons.append(pill.icon);
        }
        for (int value = 0; value < StateCount; ++value)
            QVERIFY(iconNames().contains(statePill(State(value), {}, Theme::light()).icon));
    }

    void shouldChangeItsGroundOnASelection()
    {
        const Pill pill = statePill(State::Accepted, u"Accepted"_s, Theme::light());
        QImage image(160, 28, QImage::Format_ARGB32_Premultiplied);
        const auto groundOf = [&](bool selected) {
            image.fill(Theme::light().base);
            QPainter painter(&image);
            paintPill(painter, image.rect(), pill, Theme::light(), selected);
            painter.end();
            return image.pixelColor(5, 14);
        };

        QCOMPARE(groundOf(false), Theme::light().pill(State::Accepted).fill);
        QCOMPARE(groundOf(true), Theme::light().selPill);
        QCOMPARE(image.pixelColor(pillSize(pill).width() + 2, 14), Theme::light().base);
    }

    void shouldStayWithinItsRoom()
    {
        QImage image(60, 28, QImage::Format_ARGB32_Premultiplied);
        image.fill(Theme::light().base);
        QPainter painter(&image);
        paintPill(painter, QRect(0, 0, 50, 28),
                  statePill(State::Accepted, u"A very long word"_s, Theme::light()), Theme::light());
        painter.end();
        for (int y = 0; y < 28; ++y)
            QCOMPARE(image.pixelColor(52, y), Theme::light().base);
    }

    void shouldDrawAPersonsDiscAndARingForNobody()
    {
        const QImage mara = avatarPixmap(u"p1"_s, u"Mara Lindqvist"_s, 30, 1.0, Theme::light()).toImage();
        const QImage nobody = avatarPixmap({}, {}, 30, 1.0, Theme::light()).toImage();
        QCOMPARE(mara.pixelColor(15, 4), avatarColor(u"p1"));
        QCOMPARE(nobody.pixelColor(15, 15).alpha(), 0);
    }
};

SALESBENCH_TEST(PillTest)
#include "pilltest.moc"
