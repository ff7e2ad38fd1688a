// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/suggestions.h"

#include "models/domain/whendone.h"
#include "ui/details/fieldeditor.h"

namespace salesbench {

namespace {

constexpr int MostSuggestions = 200;

} // namespace

void offerSuggestions(WorkspaceQueries &queries, ResourceKind kind, FieldEditor *editor)
{
    whenDone(queries.values(kind, *editor->field().suggestions, MostSuggestions), editor,
             [editor](const Result<QVector<FieldValue>> &answer) {
                 QStringList names;
                 for (const FieldValue &value : answer.value_or(QVector<FieldValue>())) {
                     if (!value.value.isEmpty())
                         names.append(value.value);
                 }
                 editor->setSuggestions(names);
             });
}

} // namespace salesbench
