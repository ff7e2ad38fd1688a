// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/windowrun.h"

#include "app/workbench/desktopkeychain.h"
#include "app/workbench/keptsecrets.h"
#include "app/workbench/removeprofile.h"
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

class WindowRun {
public:
    explicit WindowRun(const Options &options)
        : m_options(options)
    {
    }

    ExitCode run()
    {
        std::optional<DeskPlan> plan = planWithoutAsking(m_options);
        const bool wasAsked = !plan;
        if (wasAsked)
            plan = askForPlan(m_dialogs);
        while (plan) {
            const bool opened = open(*plan);
            removeUnwanted();
            if (opened && m_next == Next::End)
                return ExitCode::Done;
            if (!opened && !wasAsked && m_next != Next::Ask)
                return m_failure;
            if (!opened || m_next == Next::Ask)
                plan = askForPlan(m_dialogs);
        }
        return ExitCode::Done;
    }

    ExitCode takePictures()
    {
        const Result<std::unique_ptr<Desk>> desk = Desk::open(*planWithoutAsking(m_options), m_tools);
        if (!desk)
            return failed(desk.error());
        (*desk)->window().show();
        waitForFirstSync((*desk)->status());
        const Result<int> count =
            writeScreenshots((*desk)->window(), m_appearance, startOffer(), m_options.screenshots);
        if (!count)
            return failed(count.error());
        print(WindowRunText::tr("%1 pictures are in %2.").arg(*count).arg(m_options.screenshots));
        return ExitCode::Done;
    }

private:
    enum class Next { End, Ask, Reopen };

    /// False where it cannot be opened, which has been said by then. Keeps in @p plan what was typed since.
    bool open(DeskPlan &plan)
    {
        Result<std::unique_ptr<Desk>> opened = Desk::open(plan, m_tools);
        if (!opened) {
            say(opened.error());
            return false;
        }
        Desk &desk = **opened;
        m_next = Next::End;
        const auto closeFor = [this, &desk](Next next) {
            return [this, &desk, next] {
                m_next = next;
                desk.window().close();
            };
        };
        QObject::connect(&desk, &Desk::switchRequested, &desk, closeFor(Next::Ask));
        QObject::connect(&desk, &Desk::signedOut, &desk, [this, &desk](bool removes) {
            if (removes)
                m_unwanted = desk.folder();
        });
        QObject::connect(&desk, &Desk::signedOut, &desk, closeFor(Next::Ask));
        QObject::connect(&desk, &Desk::reopenRequested, &desk, closeFor(Next::Reopen));
        desk.window().show();
        QApplication::exec();
        desk.keepLast();
        plan.signIn = desk.signIn();
        return true;
    }

    /// Once nobody has it open any more.
    void removeUnwanted()
    {
        const QString folder = std::exchange(m_unwanted, {});
        const Result<void> removed = folder.isEmpty() ? Result<void>() : removeProfile(folder);
        if (!removed)
            m_dialogs.tell(nullptr, QGuiApplication::applicationDisplayName(), removed.error().sentence);
    }

    void say(const Problem &problem)
    {
        m_failure = failed(problem);
        if (hasScreen())
            m_dialogs.tell(nullptr, QGuiApplication::applicationDisplayName(), problem.sentence);
    }

    const Options &m_options;
    Appearance m_appearance;
    MessageDialogs m_dialogs;
    KeptSecrets m_secrets{std::make_unique<DesktopKeychain>()};
    DeskTools m_tools{m_appearance, m_dialogs, m_secrets, &QDesktopServices::openUrl};
    Next m_next = Next::End;
    QString m_unwanted; ///< the folder of a profile that is to be removed
    ExitCode m_failure = ExitCode::Done; ///< of the last that could not be opened
};

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
    WindowRun run(options);
    return options.screenshots.isEmpty() ? run.run() : run.takePictures();
}

} // namespace salesbench
