// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "net/server/servedresource.h"

namespace salesbench {

/// A document's way from one state to another: @p before is empty where it was created, @p after where it was
/// deleted.
struct DocumentChange {
    const ServedResource &resource;
    QJsonObject before;
    QJsonObject after;

    const QJsonObject &document() const { return after.isEmpty() ? before : after; }
};

/// The events that tell of @p change, whole, in their order: StateChange before AttributeValueChange, which
/// comes only where more changed than the state. Those of one change share a correlationId.
QVector<QJsonObject> eventsOf(const DocumentChange &change, const Surroundings &surroundings);

} // namespace salesbench
