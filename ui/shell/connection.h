// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lifecycle.h"
#include "models/domain/workspacestatus.h"

namespace salesbench {

/// The connection in plain words, for the chip in the top bar.
struct ConnectionChip {
    QString text; ///< "Offline – 3 changes pending"
    State tone = State::Acknowledged; ///< whose pill's colours it has
    QString icon;
    QString tip; ///< a whole sentence that says why, and what happens next
};
ConnectionChip connectionChip(const WorkspaceStatus::Snapshot &now);

/// "1 change pending", "2 changes sending", "1 change refused"; empty when everything is on the server.
QString pendingText(const WorkspaceStatus::Snapshot &now);

/// "Last sync 14:32:08", with the day when it was not @p today; "Never synchronised".
QString lastSyncText(const WorkspaceStatus::Snapshot &now, const QDate &today);

/// "Reading leads: 120 of 412"; empty while nothing runs.
QString progressText(const WorkspaceStatus::Snapshot &now);

/// What a change of somebody else's has to fear from ours, in a whole sentence.
QString guardText(const WorkspaceStatus::Snapshot &now);

/// "Leads and opportunities; quotes stay on this computer."
QString resourcesText(const WorkspaceStatus::Snapshot &now);

/// "Quotes stay on this computer: the server has no place for them. …", for the documents that do.
QString absentText(const WorkspaceStatus::Snapshot &now);

} // namespace salesbench
