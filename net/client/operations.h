// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/syncjournal.h"
#include "net/client/restjob.h"

#include <QJsonArray>
#include <QVector>

namespace salesbench {

// The operations of TMF630, one function each. Parameters by value: these are coroutines.

/// One page of a list.
struct ListPage {
    QVector<RemoteDocument> documents;
    std::optional<qint64> total;
    bool whole = false; ///< the server said 200, not 206
    bool isSalesbench = false; ///< the server is one of ours
    bool hasNumericIds = false; ///< which are text in @p documents
};

/// NotTmf where what comes is no list of documents with ids.
QCoro::Task<RestResult<ListPage>> listPage(ServerConnection connection, ResourceKind kind, QUrlQuery query);

QCoro::Task<RestResult<RemoteDocument>> getDocument(ServerConnection connection, ResourceKind kind, QString serverId);

/// @p idempotencyKey lets a server that honours it answer a repeat with the first answer.
QCoro::Task<RestResult<RemoteDocument>> createDocument(ServerConnection connection, ResourceKind kind,
                                                       QJsonObject document, QString idempotencyKey);

/// Which media type says that a body is a merge patch.
enum class PatchForm {
    Merge, ///< RFC 7396's own
    Plain, ///< JSON: all that some servers take (TMF630)
};

/// RFC 7396. Guarded by If-Match where @p etag is not empty; an empty answer (204) gives an empty document.
QCoro::Task<RestResult<RemoteDocument>> patchDocument(ServerConnection connection, ResourceKind kind,
                                                      QString serverId, QJsonObject patch, QString etag,
                                                      PatchForm form = PatchForm::Merge);

/// RFC 6902: @p operations happen all, or none of them. An empty answer gives an empty document.
QCoro::Task<RestResult<RemoteDocument>> patchDocument(ServerConnection connection, ResourceKind kind,
                                                      QString serverId, QJsonArray operations);

/// Whether the server says that it takes RFC 6902 for this document (OPTIONS, RFC 5789 §3.1). Changes nothing.
QCoro::Task<RestResult<bool>> takesJsonPatch(ServerConnection connection, ResourceKind kind, QString serverId);

QCoro::Task<RestResult<RestAnswer>> deleteDocument(ServerConnection connection, ResourceKind kind, QString serverId,
                                                   QString etag);

/// Asks for the events of the base path at which @p kind is kept; the subscription's id (TMF630, "hub").
QCoro::Task<RestResult<QString>> subscribe(ServerConnection connection, ResourceKind kind, QString callback);

QCoro::Task<RestResult<RestAnswer>> unsubscribe(ServerConnection connection, ResourceKind kind, QString id);

} // namespace salesbench
