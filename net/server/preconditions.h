// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/apierror.h"

namespace salesbench {

/// The strong ETag of a document in the state @p revision.
QByteArray etagOf(qint64 revision);

/// If-Match: 412 where @p etag is not among those asked for. A weak one never matches.
ApiResult<void> checkIfMatch(const HttpRequest &request, const QByteArray &etag);

/// If-None-Match: true where the client already has what @p etag names.
bool isKnownToClient(const HttpRequest &request, const QByteArray &etag);

/// Accept: 406 unless JSON is among what the client takes.
ApiResult<void> checkAccept(const HttpRequest &request);

/// "application/json" of "Application/JSON; charset=utf-8".
QByteArray mediaTypeOf(const QByteArray &header);

/// Content-Type: 415 unless it is one of @p types; none counts as JSON.
ApiResult<void> checkContentType(const HttpRequest &request, const QByteArrayList &types);

} // namespace salesbench
