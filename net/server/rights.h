// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/apierror.h"
#include "net/server/serveruser.h"

namespace salesbench {

// Who may do what. What one may not read does not exist for one (404); what one may not do is 403.
// @p owner is always the party id of the document's owner, empty where it is nobody's.

/// The owner whose documents, beside nobody's, @p user sees; nothing where that is all of them.
std::optional<QString> visibleOwner(const ServerUser &user);

bool mayRead(const ServerUser &user, const QString &owner);

ApiResult<void> mayCreate(const ServerUser &user, const QString &owner);

/// @p before is the owner that the document has, @p after the one that the patch leaves it with.
ApiResult<void> mayPatch(const ServerUser &user, const QString &before, const QString &after);

ApiResult<void> mayDelete(const ServerUser &user);

} // namespace salesbench
