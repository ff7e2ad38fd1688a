// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/console.h"
#include "app/workbench/desk.h"

namespace salesbench {

/// Desks one after the other, from the start of the program until the user quits.
class DeskRun {
public:
    /// @p tells is false where nobody would see a dialog: then problems are said on standard error alone.
    explicit DeskRun(const DeskTools &tools, bool tells = true)
        : m_tools(tools)
        , m_tells(tells)
    {
    }

    /// Runs the event loop. A plan that cannot be opened gives way to the one that was at work before it;
    /// else the user is asked for another, unless @p options named it.
    ExitCode run(const Options &options);

private:
    bool open(DeskPlan &plan);
    void leave(Desk &desk, const std::optional<DeskPlan> &next);
    void removeUnwanted();
    void say(const Problem &problem);

    DeskTools m_tools;
    bool m_tells;
    bool m_asks = false; ///< what comes next, once the desk is left
    std::optional<DeskPlan> m_next; ///< this does
    QString m_unwanted; ///< the folder of a profile that is to be removed
    ExitCode m_failure = ExitCode::Done; ///< of the last that could not be opened
};

} // namespace salesbench
