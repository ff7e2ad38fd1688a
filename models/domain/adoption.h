// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

#include <QStringList>
#include <QVector>

namespace salesbench {

// An attempt to send that got no answer may have arrived, and so may every attempt before it. What the
// server has by now is then partly one's own work, and must not be taken for somebody else's; nor the other
// way round.

/// What a creation without an answer has left on the server, as far as one can tell: of @p attempted, the
/// local documents that were sent (oldest first), each attribute as @p found, the server's document, agrees
/// with it. References must name the server's ids in all of them.
QJsonObject arrived(ResourceKind kind, const QVector<QJsonObject> &attempted, const QJsonObject &found);

/// What counts as the server's last known document, once it has answered @p remote to @p sent while the user
/// went on to @p local: where both have gone on from what was sent, it is that, so that the next look sees
/// two changes and not one.
QJsonObject baseBeside(const QJsonObject &sent, const QJsonObject &local, const QJsonObject &remote);

/// The same, where the user went on to delete the document @p localId: nothing of what somebody else did
/// since it was sent counts as known.
QJsonObject baseBesideDeletion(const QJsonObject &sent, const QJsonObject &remote, const QString &localId);

/// @p base with every attribute of @p remote that one of the attempts left there.
QJsonObject baseAfter(const QJsonObject &base, const QVector<QJsonObject> &attempted,
                      const QJsonObject &remote);

/// The ids by which a creation is found again where the server gives documents ids of its own: the local id,
/// as the id of the document's first note.
QStringList markers(const QJsonObject &document);

/// @p document with a note of @p text that has @p localId as its id, before all others.
QJsonObject withMarker(QJsonObject document, const QString &localId, const QString &text);

} // namespace salesbench
