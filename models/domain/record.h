// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

#include <QJsonObject>
#include <QSet>

#include <array>

namespace salesbench {

/// A document as the workspace holds it.
struct Record {
    ResourceKind kind = ResourceKind::SalesLead;
    RowId row = 0;
    QString localId;
    QString serverId;
    SyncState sync = SyncState::Synced;
    QJsonObject local;  ///< what the user sees and edits; its id is the server's once known, else the local one
    QJsonObject base;   ///< the server's last known document; empty before the server has one
    QJsonObject remote; ///< only while it differs from base: the server's side of a conflict
    QString etag;
    QString reason; ///< the server's words behind Refused or Conflict
    QSet<QString> unsent; ///< first-level attributes that differ from base
    QDateTime edited; ///< last local edit; invalid if none
    bool deleted = false; ///< deletion recorded, not yet confirmed
};

/// One intended change to one document.
struct Edit {
    enum class Op { Create, Update, Delete };
    Op op = Op::Update;
    ResourceKind kind = ResourceKind::SalesLead;
    QString id;          ///< local or server id; for Create the new local id (uuid, made by the caller)
    QJsonObject content; ///< Create: the document; Update: an RFC 7396 merge patch; Delete: empty
};

/// What a user did in one step: kept, sent, undone and redone as one.
struct Change {
    QString title; ///< translated, for Undo and the timeline: "Assign 20 leads to Mara Lindqvist"
    QVector<Edit> edits;
};

/// What a user decides about one document whose changes wait to be sent or were stopped.
struct Decision {
    enum class What {
        Retry,    ///< send at once what was refused or put off
        Discard,  ///< drop what was not sent: the server's document stands; one that it never had goes
        Settle,   ///< end a conflict: `result` stands, and what of it is not the server's is sent
        Recreate, ///< the server deleted it: make it there anew, under the same local id
        DeleteTwin, ///< it is twice there: delete this one; what was changed in it goes into the other
        KeepTwin, ///< it is twice there, and shall be
    };
    What what = What::Retry;
    QString title;      ///< translated, for Undo and the timeline
    Record seen;        ///< the document as the user saw it
    QJsonObject result = {}; ///< Settle: the whole document. A deletion goes on, and needs none
};

/// A document that names another one.
struct Referrer {
    ResourceKind kind = ResourceKind::SalesLead;
    QString localId;
    QString name;
};

/// A line of a document's history.
struct AuditEntry {
    QDateTime when;
    QString who;
    QString title;     ///< the change's title, or what the synchronisation did
    QString attribute; ///< first-level attribute, empty for a whole document
    QJsonValue before;
    QJsonValue after;
    bool fromServer = false;
};

/// A change that waits to be sent, or that was stopped.
struct PendingChange {
    qint64 sequence = 0;
    Edit::Op op = Edit::Op::Update;
    ResourceKind kind = ResourceKind::SalesLead;
    QString localId;
    QString name; ///< the document's name
    QString title;
    SyncState state = SyncState::Waiting;
    QString reason;
    QDateTime when;
    int attempts = 0;
    QDateTime notBefore; ///< the next try; invalid: as soon as there is a server
    bool goneThere = false; ///< a Conflict because the server deleted the document
    QString twinOf; ///< local id of the document of whose creation the server made this one too; no change
};

/// How a change that goes to the server may stand, first what needs the user. LocalOnly stays here.
inline constexpr std::array PendingStates{SyncState::Conflict, SyncState::Refused, SyncState::Unknown,
                                          SyncState::Sending, SyncState::Waiting};

} // namespace salesbench
