// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/windowrun.h"

#include "app/workbench/deskrun.h"
#include "app/workbench/desktopkeychain.h"
#include "app/workbench/keptsecrets.h"
#include "app/workbench/start.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenshots.h"
#include "ui/widgets/messagedialogs.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDesktopServices>
#include <QEventLoop>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salesbench {

namespace {

struct WindowRunText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::WindowRun)
};

/// Pictures are drawn without a display too; a window is not.
bool prepareDisplay(const Options &options)
{
    const auto isSet = [](const char *name) {
        return !qEnvironmentVariableIsEmpty(name);
    };
    if (isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM"))
        return true;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return !options.screenshots.isEmpty();
}

bool hasScreen()
{
    return QGuiApplication::platformName() != "offscreen"_L1;
}

/// What is not shown yet says what is being read; a server that is slow or away must not hold up the
/// pictures.
void waitForFirstSync(const WorkspaceStatus &status)
{
    const QDeadlineTimer patience(5min);
    while (!patience.hasExpired()) {
        const WorkspaceStatus::Snapshot &now = status.now();
        const bool isUnderWay = now.connection == WorkspaceStatus::Connection::Connecting || now.progress;
        const bool isFirst = now.connection == WorkspaceStatus::Connection::Online && !now.lastSync.isValid();
        if (!isUnderWay && !isFirst)
            return;
        QEventLoop loop;
        QTimer::singleShot(50ms, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

ExitCode takePictures(const Options &options, const DeskTools &tools)
{
    const Result<std::unique_ptr<Desk>> desk = Desk::open(*givenPlan(options), tools);
    if (!desk)
        return failed(desk.error());
    (*desk)->window().show();
    waitForFirstSync((*desk)->status());
    const Result<int> count =
        writeScreenshots((*desk)->window(), tools.appearance, startOffer(), options.screenshots);
    if (!count)
        return failed(count.error());
    print(WindowRunText::tr("%1 pictures are in %2.").arg(*count).arg(options.screenshots));
    return ExitCode::Done;
}

} // namespace

ExitCode runWindow(int &argc, char **argv, const Options &options)
{
    if (!prepareDisplay(options)) {
        complain(WindowRunText::tr(
            "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). With --screenshots DIR "
            "the pages are written as pictures."));
        return ExitCode::Useless;
    }
    const QApplication app(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Salesbench"_s);
    QGuiApplication::setDesktopFileName(u"org.salesbench.Salesbench"_s);
    Appearance appearance;
    MessageDialogs dialogs;
    KeptSecrets secrets(std::make_unique<DesktopKeychain>());
    const DeskTools tools{appearance, dialogs, secrets, &QDesktopServices::openUrl};
    return options.screenshots.isEmpty() ? DeskRun(tools, hasScreen()).run(options)
                                         : takePictures(options, tools);
}

} // namespace salesbench
