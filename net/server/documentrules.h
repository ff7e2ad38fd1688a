// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/apierror.h"
#include "net/server/servedresource.h"

#include <QDateTime>

namespace salesbench {

/// null means absent, at every depth.
QJsonObject withoutNulls(const QJsonObject &object);

/// The document that a POST of @p body makes. id is the client's or @p newId; attributes that the server owns
/// are its own.
QJsonObject newDocument(const ServedResource &resource, const QJsonObject &body, const QString &newId,
                        const QDateTime &now);

/// @p wanted with those attributes of @p before that a client cannot set.
QJsonObject withServersOwn(const ServedResource &resource, const QJsonObject &before, QJsonObject wanted);

/// The document that a PATCH which turns @p before into @p wanted makes; both fit the schema. 400: an
/// attribute that never changes (id, href, creationDate) changed; 409: an illegal move of a state, both
/// states named.
ApiResult<QJsonObject> changedDocument(const ServedResource &resource, const QJsonObject &before,
                                       QJsonObject wanted, const QDateTime &now);

} // namespace salesbench
