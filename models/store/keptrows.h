// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/writertables.h"

#include <QJsonArray>

namespace salesbench {

// Documents and operations as JSON, for a decision that may be taken back.

/// @p record with all that waits of it, and the steps that this came by.
Result<QJsonObject> keptRow(WriterTables &tables, const Record &record);

Record keptRecord(const QJsonObject &kept);
bool holdsOperation(const QJsonArray &operations, qint64 sequence);
/// Puts the operations of keptRow() back, and those of their steps that are gone.
Result<void> restoreOperations(WriterTables &tables, const QJsonObject &kept);

/// What a step keeps of a decision, and the decision to do again.
QJsonObject toJson(const Decision &decision, const QJsonArray &kept);
Decision toDecision(const QJsonObject &json, const QString &title);

} // namespace salesbench
