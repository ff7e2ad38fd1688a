// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/record.h"

#include <QFuture>

namespace salesbench {

/// A document as a server has it.
struct RemoteDocument {
    QString serverId;
    QJsonObject document;
    QString etag; ///< empty where the server has none
};

/// All that waits for one resource, folded into one piece of work.
struct OutboxWork {
    ResourceKind kind = ResourceKind::SalesLead;
    QString localId;
    QString serverId; ///< empty until created
    Edit::Op op = Edit::Op::Update; ///< Create wins over updates after it; Delete over all
    QJsonObject base;
    QJsonObject local; ///< references still name local ids where the server's are not known
    QString etag;
    qint64 lastSequence = 0; ///< the newest operation in this piece; later ones stay waiting
    int attempts = 0;
    bool unknown = false; ///< an attempt since the last Done got no answer: look before sending again
    QVector<QJsonObject> attempted; ///< then: the local documents that may have been sent, oldest first
    bool partly = false; ///< an update whose links to documents that were stopped stay behind for now
};

/// How one piece of work ended.
struct Outcome {
    enum class Kind {
        Done,      ///< document and etag are what the server answered (empty document for a deletion)
        Retry,     ///< try again not before notBefore; counts an attempt
        Pause,     ///< no network or 401: back to waiting, counts no attempt
        Unknown,   ///< sent, and nobody knows; counts an attempt where notBefore is set
        Conflict,  ///< remote holds the server's document; the user decides
        Refused,   ///< reason holds the server's words; what depends on it waits
        LocalOnly, ///< the server does not have this kind of resource
    };
    Kind kind = Kind::Done;
    RemoteDocument remote; ///< Conflict: an empty document = the server deleted it
    QJsonObject sent; ///< Done: the local document as it was sent. local = mergeThreeWays(sent, local, remote)
    bool partly = false; ///< Done: not all was sent; what local still has beyond remote waits as an update
    QString reason;
    QDateTime notBefore;
};

/// What a pull changed in the workspace.
struct PullCounts {
    int changed = 0; ///< new, or different from the last known document
    int gone = 0;
    int conflicts = 0;
};

/// The synchronisation's side of the workspace: outbox and the server's documents. All calls are
/// asynchronous, from any thread; each is one transaction. `local` is only ever changed by the three-way merge.
class SyncJournal {
public:
    virtual ~SyncJournal() = default;

    /// At start: every operation that was being sent becomes unknown.
    virtual QFuture<Result<void>> recover() = 0;

    /// Work that may be sent now, oldest first, at most @p limit resources; not what is stopped (Conflict,
    /// Refused, LocalOnly) or has its notBefore ahead. Left out until they have a server id: for an update the
    /// documents that it refers to, for a creation only its origins(). Documents that are LocalOnly never
    /// keep another one waiting. A creation whose server id is known already comes as an update.
    virtual QFuture<Result<QVector<OutboxWork>>> due(QDateTime now, int limit) = 0;

    /// Commits "sending" for @p work before it leaves.
    virtual QFuture<Result<void>> markSending(ResourceKind kind, QString localId, qint64 lastSequence) = 0;

    /// Records how the work ended: Done stores server id, base and etag, merges into local, and keeps
    /// operations newer than lastSequence waiting.
    virtual QFuture<Result<void>> settle(ResourceKind kind, QString localId, qint64 lastSequence, Outcome outcome) = 0;

    /// The server has @p kind, which it had not: what was LocalOnly waits again.
    virtual QFuture<Result<void>> awaken(ResourceKind kind) = 0;

    /// Takes a page of server documents in. An empty etag says nothing: the known one stays if the document did. Merges into local where nothing conflicts.
    virtual QFuture<Result<PullCounts>> takePage(ResourceKind kind, QVector<RemoteDocument> page) = 0;

    /// Server ids that the workspace has and that were not seen since the newest pull began.
    virtual QFuture<Result<QStringList>> unseen(ResourceKind kind, int limit) = 0;

    /// The server confirmed that the document is gone.
    virtual QFuture<Result<void>> takeGone(ResourceKind kind, QString serverId) = 0;

    /// A pull's place: kept so that a later start goes on there. An empty object when there is none.
    virtual QFuture<Result<QJsonObject>> pullState(ResourceKind kind) = 0;
    virtual QFuture<Result<void>> setPullState(ResourceKind kind, QJsonObject state) = 0;

    /// A new pull of @p kind begins: from now on takePage marks what was seen.
    virtual QFuture<Result<void>> beginPull(ResourceKind kind) = 0;

    struct Counts {
        int waiting = 0;   ///< documents with changes not yet on the server, stopped ones included, LocalOnly not
        int conflicts = 0;
        int refused = 0;
        int twins = 0; ///< documents that the server has twice, about which the user has not decided
        int localOnly = 0; ///< documents with changes that the server has no place for
        QMap<ResourceKind, qint64> documents;
    };
    virtual QFuture<Result<Counts>> counts() = 0;

    /// Small settings of this workspace: server, capabilities, last synchronisation.
    virtual QFuture<Result<QJsonValue>> setting(QString key) = 0;
    virtual QFuture<Result<void>> setSetting(QString key, QJsonValue value) = 0;

    /// Server ids for local ids, for putting references in place at the moment of sending. Empty for a document
    /// that the server does not have yet; what is no local id is left out.
    virtual QFuture<Result<QMap<QString, QString>>> serverIds(QStringList localIds) = 0;
};

} // namespace salesbench
