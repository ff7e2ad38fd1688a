// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"

#include <functional>

namespace salesbench {

/// Finds the part of a document that names the same thing: a person types a name, a document needs the id
/// that others have for it. Reads the first document that @p query finds, and calls @p take with what
/// @p pick finds in it; with an empty object where there is none. Not called when @p context has gone.
void findKnownPart(WorkspaceQueries &queries, QObject *context, ListQuery query,
                   std::function<QJsonObject(const QJsonObject &document)> pick,
                   std::function<void(const QJsonObject &part)> take);

/// The documents of @p kind whose @p field is @p value.
ListQuery having(ResourceKind kind, Field field, const QString &value);

/// The reference to the offering called @p name that documents of any kind have; an empty one where none has.
void findKnownOffering(WorkspaceQueries &queries, QObject *context, const QString &name,
                       std::function<void(const QJsonObject &offering)> take);

} // namespace salesbench
