// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/deskrun.h"

#include "app/workbench/removeprofile.h"
#include "app/workbench/start.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>

#include <utility>

namespace salesbench {

ExitCode DeskRun::run(const Options &options)
{
    std::optional<DeskPlan> plan = givenPlan(options);
    const bool isGiven = plan.has_value();
    if (!plan)
        plan = keptPlan();
    if (!plan)
        plan = askForPlan(m_tools);
    std::optional<DeskPlan> before;
    while (plan) {
        const bool opened = open(*plan);
        removeUnwanted();
        if (opened && !m_next && !m_asks)
            break;
        if (!opened && !before && isGiven)
            return m_failure;
        if (opened)
            before = m_asks ? std::nullopt : std::exchange(plan, m_next);
        else
            plan = std::exchange(before, {});
        if (!plan || m_asks)
            plan = askForPlan(m_tools);
    }
    return ExitCode::Done;
}

/// False where it cannot be opened, which has been said by then. Keeps in @p plan what was typed since.
bool DeskRun::open(DeskPlan &plan)
{
    m_asks = false;
    m_next.reset();
    const Result<std::unique_ptr<Desk>> opened = Desk::open(plan, m_tools);
    if (!opened) {
        say(opened.error());
        return false;
    }
    Desk &desk = **opened;
    QObject::connect(&desk, &Desk::switchRequested, &desk, [&] {
        if (const std::optional<DeskPlan> next = askForPlan(m_tools, &desk))
            leave(desk, next);
    });
    QObject::connect(&desk, &Desk::profileRequested, &desk,
                     [&](const QString &folder) { leave(desk, planForProfile(folder)); });
    QObject::connect(&desk, &Desk::signedOut, &desk, [&](bool removes) {
        m_unwanted = removes ? desk.folder() : QString();
        m_asks = true;
        desk.window().close();
    });
    QObject::connect(&desk, &Desk::reopenRequested, &desk, [&] {
        DeskPlan again = plan;
        again.signIn = desk.signIn();
        leave(desk, again);
    });
    desk.enterList();
    desk.window().show();
    QApplication::exec();
    desk.keepLast();
    plan.signIn = desk.signIn();
    return true;
}

void DeskRun::leave(Desk &desk, const std::optional<DeskPlan> &next)
{
    m_next = next;
    desk.window().close();
}

/// Once nobody has it open any more.
void DeskRun::removeUnwanted()
{
    const QString folder = std::exchange(m_unwanted, {});
    const Result<void> removed = folder.isEmpty() ? Result<void>() : removeProfile(folder);
    if (!removed && m_tells)
        m_tools.dialogs.tell(nullptr, QGuiApplication::applicationDisplayName(), removed.error().sentence);
}

void DeskRun::say(const Problem &problem)
{
    m_failure = failed(problem);
    if (m_tells)
        m_tools.dialogs.tell(nullptr, QGuiApplication::applicationDisplayName(), problem.sentence);
}

} // namespace salesbench
