// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverpages.h"
#include "net/server/apidescription.h"
#include "net/server/servedresource.h"
#include "net/server/serveruser.h"
#include "net/server/tmfquery.h"

namespace salesbench {

/// A document whole, with its ETag.
HttpResponse documentResponse(int status, const ServedDocument &document);

/// GET by id: 200, 304, 404.
ApiResult<HttpResponse> readDocument(Database &database, const ServedResource &resource, const QString &id,
                                     const ServerUser &user, const HttpRequest &request);

/// What a GET of a list asks for.
struct ListWork {
    TmfQuery query;
    ServerPageQuery plan;
};

/// 400 names what is wrong in the query.
ApiResult<ListWork> prepareList(const SchemaSet &schemas, const ServedResource &resource,
                                const ServerUser &user, const HttpRequest &request,
                                qint64 maximumLimit = TmfQuery::MaximumLimit);

/// GET of a list: 200 when it is whole, 206 when it is a part.
ApiResult<HttpResponse> readList(Database &database, const ListWork &work, const HttpRequest &request);

/// What one may not read is not there.
ApiResult<ServedDocument> findReadable(ServerDocuments &documents, const ServedResource &resource,
                                       const QString &id, const ServerUser &user);

} // namespace salesbench
