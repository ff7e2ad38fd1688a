// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/apidescription.h"
#include "net/server/tmfquery.h"

namespace salesbench {

/// 400 names a condition of @p query that compares a number or a date-time of the schema @p name with what
/// is none. Attributes that no schema has are compared with anything.
ApiResult<void> checkValues(const SchemaSet &schemas, const QString &name, const TmfQuery &query);

} // namespace salesbench
