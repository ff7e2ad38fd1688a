// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenshots.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startchoice.h"

#include <QDir>
#include <QImage>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class ScreenshotsTest : public QObject {
    Q_OBJECT

private:
    OwnSettings settings;

private Q_SLOTS:
    void shouldWriteEveryPageInBothLooks()
    {
        QTemporaryDir directory;
        FakeDesk desk;
        desk.workspace.addLeads(40);
        Context context = desk.context();
        Appearance appearance([] { return false; });
        MainWindow window(context, appearance);
        const QString target = directory.filePath(u"pictures/of/it"_s);

        const Result<int> written = writeScreenshots(window, appearance, {}, target);

        QVERIFY(written);
        const QStringList files = QDir(target).entryList(QDir::Files);
        QCOMPARE(files.size(), *written);
        for (const Page *page : window.pages()) {
            for (const QString &look : {u"light"_s, u"dark"_s}) {
                const QImage picture(target + u'/' + page->iconName() + u'-' + look + u".png");
                QCOMPARE(picture.size(), QSize(1440, 900));
                QCOMPARE(picture.pixelColor(700, 898),
                         look == u"dark"_s ? Theme::dark().window : Theme::light().window);
            }
        }
        for (const QString &name : {u"conflict"_s, u"palette"_s, u"commands"_s, u"start"_s, u"shortcuts"_s, u"about"_s})
            QVERIFY2(files.contains(name + u"-dark.png"), qPrintable(name));
        QCOMPARE(appearance.choice(), Appearance::Choice::System);
    }

    void shouldSayWhereItCouldNotWrite()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        FakeDesk desk;
        Context context = desk.context();
        Appearance appearance([] { return false; });
        MainWindow window(context, appearance);

        const Result<int> written = writeScreenshots(window, appearance, {}, file.fileName());

        QVERIFY(!written);
        QCOMPARE(written.error().kind, Problem::Kind::Storage);
        QVERIFY(written.error().sentence.contains(file.fileName()));
    }
};

SALESBENCH_TEST(ScreenshotsTest)
#include "screenshotstest.moc"
