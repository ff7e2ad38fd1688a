// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"

#include <functional>

namespace salesbench {

class FieldEditor;

/// Has the values of the editor's column offered while typing; the most frequent ones of @p kind.
void offerSuggestions(WorkspaceQueries &queries, ResourceKind kind, FieldEditor *editor);

/// Finds the part of a document that names the same thing: a person types a name, a document needs the id
/// that others have for it. Reads the first document that @p query finds, and calls @p take with what
/// @p pick finds in it; with an empty object where there is none. Not called when @p context has gone.
void findKnownPart(WorkspaceQueries &queries, QObject *context, ListQuery query,
                   std::function<QJsonObject(const QJsonObject &document)> pick,
                   std::function<void(const QJsonObject &part)> take);

/// The documents of @p kind whose @p field is @p value.
ListQuery having(ResourceKind kind, Field field, const QString &value);

} // namespace salesbench
