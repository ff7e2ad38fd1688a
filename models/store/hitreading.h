// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"
#include "models/domain/problem.h"
#include "models/store/database.h"

namespace salesbench {

/// Of each kind the newest @p limit documents that hold all words of @p text; nothing for a text without
/// words.
Result<QVector<SearchHit>> readHits(Database &database, const QString &text, int limit);

} // namespace salesbench
