// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/resource.h"
#include "models/domain/session.h"
#include "models/domain/signinmethod.h"

#include <QStringList>

#include <optional>

namespace salesbench {

/// What the workbench was asked to do.
struct Options {
    enum class Command { Window, Sync, Apply, Export, Help, Version };
    Command command = Command::Window;
    ResourceKind resource = ResourceKind::SalesLead; ///< of Export
    QString file; ///< of Apply and Export; "-" = standard input or output

    bool demo = false;
    std::optional<int> leads; ///< of the demo
    std::optional<Role> role; ///< as whom the demo is started
    QString server; ///< a valid address for ServerAddress::parse, or empty
    QString quoteServer; ///< the same
    QString tokenFile; ///< or the client's secret, with a method
    std::optional<SignInMethod> method; ///< of the kind Client
    QString profile; ///< a folder; empty = the usual one
    QString screenshots;
};

/// The largest demo that can be asked for.
inline constexpr int MostDemoLeads = 1'000'000;

/// Reads a command line, the program's name first. BadInput, naming what is wrong, for an unknown option,
/// a missing value, or options that contradict each other.
Result<Options> parseCommandLine(const QStringList &arguments);

/// All options and commands, for --help.
QString commandLineHelp();

} // namespace salesbench
