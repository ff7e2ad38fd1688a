// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverdocuments.h"
#include "net/server/apierror.h"
#include "net/server/servedresource.h"

namespace salesbench {

/// Documents with one external id are versions of one thing: none stands there twice, and the next needs the
/// one before it in its last state, else 409. Without a version a document is the first. @p document may
/// be among those that are kept.
ApiResult<void> checkVersion(ServerDocuments &documents, const ServedResource &resource,
                             const QJsonObject &document);

} // namespace salesbench
