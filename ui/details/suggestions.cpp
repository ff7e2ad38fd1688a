// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/suggestions.h"

#include "models/domain/whendone.h"
#include "ui/details/fieldeditor.h"

namespace salesbench {

namespace {

constexpr int Most = 200;

} // namespace

void offerSuggestions(WorkspaceQueries &queries, ResourceKind kind, FieldEditor *editor)
{
    whenDone(queries.values(kind, *editor->field().suggestions, Most), editor,
             [editor](const Result<QVector<FieldValue>> &answer) {
                 QStringList names;
                 for (const FieldValue &value : answer.value_or(QVector<FieldValue>())) {
                     if (!value.value.isEmpty())
                         names.append(value.value);
                 }
                 editor->setSuggestions(names);
             });
}

void findKnownPart(WorkspaceQueries &queries, QObject *context, ListQuery query,
                   std::function<QJsonObject(const QJsonObject &document)> pick,
                   std::function<void(const QJsonObject &part)> take)
{
    const auto readRecord = [=, &queries, kind = query.kind](const Result<QVector<ListRow>> &rows) {
        if (!rows || rows->isEmpty()) {
            take({});
            return;
        }
        whenDone(queries.record(kind, rows->first().localId), context, [=](const Result<Record> &record) {
            take(record ? pick(record->local) : QJsonObject());
        });
    };
    whenDone(queries.head(query, 1), context, [=, &queries, kind = query.kind](const Result<ListHead> &head) {
        whenDone(queries.rows(kind, head ? head->first : QVector<RowId>()), context, readRecord);
    });
}

ListQuery having(ResourceKind kind, Field field, const QString &value)
{
    ListQuery query;
    query.kind = kind;
    query.filter.anyOf[field] = {value};
    return query;
}

} // namespace salesbench
