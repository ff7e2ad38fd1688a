// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverdocuments.h"
#include "net/server/apierror.h"
#include "net/server/servedresource.h"
#include "net/server/serveruser.h"
#include "net/server/tmfquery.h"

namespace salesbench {

/// A document whole, with its ETag.
HttpResponse documentResponse(int status, const ServedDocument &document);

/// Where @p fields is set, id, href and these attributes alone.
QByteArray selectFields(const QByteArray &json, const std::optional<QStringList> &fields);

/// GET by id: 200, 304, 404.
ApiResult<HttpResponse> readDocument(Database &database, const ServedResource &resource, const QString &id,
                                     const ServerUser &user, const HttpRequest &request);

/// GET of a list: 200 when it is whole, 206 when it is a part.
ApiResult<HttpResponse> readList(Database &database, const ServedResource &resource, const ServerUser &user,
                                 const HttpRequest &request);

/// What one may not read is not there.
ApiResult<ServedDocument> findReadable(ServerDocuments &documents, const ServedResource &resource,
                                       const QString &id, const ServerUser &user);

} // namespace salesbench
