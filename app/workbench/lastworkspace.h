// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace salesbench {

/// What the start says of the workspace that was open last, without opening it.
struct LastWorkspace {
    QString folder;
    QString name; ///< its server's host
    QDateTime lastSync; ///< invalid: never
    int pending = 0; ///< documents with changes not yet on the server
};

/// Nothing where none was, or where its folder is gone.
std::optional<LastWorkspace> lastWorkspace();
void keepLastWorkspace(const LastWorkspace &workspace);

} // namespace salesbench
