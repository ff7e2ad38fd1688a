// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverpages.h"
#include "net/server/servedresource.h"
#include "net/server/serveruser.h"
#include "net/server/tmfquery.h"

namespace salesbench {

/// How the database answers @p query for @p user: by columns as far as they reach, the rest by looking into
/// documents.
ServerPageQuery planList(const ServedResource &resource, const TmfQuery &query, const ServerUser &user);

} // namespace salesbench
