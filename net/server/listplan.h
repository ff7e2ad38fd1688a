// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverpages.h"
#include "net/server/schema.h"
#include "net/server/servedresource.h"
#include "net/server/serveruser.h"
#include "net/server/tmfquery.h"

namespace salesbench {

/// How the database answers @p query, whose values have been checked, for @p user: by columns as far as they
/// reach, the rest by looking into documents.
ServerPageQuery planList(const SchemaSet &schemas, const ServedResource &resource, const TmfQuery &query,
                         const ServerUser &user);

} // namespace salesbench
