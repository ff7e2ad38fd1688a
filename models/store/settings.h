// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/syncjournal.h"
#include "models/store/database.h"

namespace salesbench {

// The workspace's small tables: settings, how far a pull has come, counts.

/// Undefined where there is none.
Result<QJsonValue> readSetting(Database &database, const QString &key);
Result<void> writeSetting(Database &database, const QString &key, const QJsonValue &value);

Result<QJsonObject> readPullState(Database &database, ResourceKind kind);
Result<void> writePullState(Database &database, ResourceKind kind, const QJsonObject &state);

Result<SyncJournal::Counts> countDocuments(Database &database);

} // namespace salesbench
