// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

#include <QMap>
#include <QVector>

namespace salesbench {

// One creation may have become two documents on a server that keeps no keys: a proxy repeated the request, or
// a workspace was restored from a backup and sent once more what it had sent. Both carry the creation's
// marker.

/// The ids that mark @p document, which the server calls @p serverId, as the creation with that local id: its
/// own, and that of its first note. Any other note's id is no marker.
QStringList creationMarkers(const QString &serverId, const QJsonObject &document);

/// Of two that came from one creation, whether @p a was made first: by its date, else by its id. The same at
/// every desk.
bool isElder(ResourceKind kind, const QJsonObject &a, const QJsonObject &b);

/// The values that each first-level attribute has had in a workspace, oldest first.
using PastValues = QMap<QString, QVector<QJsonValue>>;

/// What @p younger and @p elder, which came from one creation, began as: @p younger without what was done to
/// it since, by @p past.
QJsonObject commonOrigin(const QJsonObject &younger, const PastValues &past, const QJsonObject &elder);

} // namespace salesbench
