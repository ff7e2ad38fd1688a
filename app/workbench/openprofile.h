// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/demoserver.h"
#include "app/workbench/profile.h"
#include "models/store/workspace.h"

namespace salesbench {

/// A profile at work: its workspace, whose it is, and its server.
struct OpenProfile {
    QString folder;
    Person user;
    std::unique_ptr<Workspace> workspace;
    ServerChoice choice; ///< for now
    ServerChoice remembered; ///< what the workspace knows
};

/// Opens the profile of @p options. Runs the event loop until the workspace has said which server is its own.
/// @p chosen is who works with it, where someone was asked.
Result<OpenProfile> openProfile(const Options &options, const std::optional<Person> &chosen = {});

/// For the demo's server of @p profile; @p leads where a number was asked for.
DemoServer::Options demoOptions(const OpenProfile &profile, std::optional<int> leads);

/// The role of the owner's relatedParty; a setting. Another one holds from the next opening of a profile.
QString ownerRoleSetting();
void keepOwnerRole(const QString &role);

/// Keeps the server of @p profile in its workspace, where it is not known there yet.
QFuture<Result<void>> keepServer(OpenProfile &profile);

} // namespace salesbench
