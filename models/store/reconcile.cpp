// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/reconcile.h"

#include "models/domain/merge.h"
#include "models/domain/references.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// Where the move to the state that the user wants was one step, it must be one still.
bool canFollow(const Record &record, const QJsonObject &document, const QJsonObject &merged)
{
    const ResourceType &type = resourceType(record.kind);
    const auto from = stateOf(record.kind, document);
    const auto to = stateOf(record.kind, merged);
    return from == to || stateOf(record.kind, record.base) == from || (from && to && type.lifecycle.allows(*from, *to));
}

void markConflict(Record &record, const QJsonObject &document)
{
    record.remote = document;
    record.sync = SyncState::Conflict;
}

} // namespace

Result<QMap<QString, QString>> knownServerIds(DocumentRows &documents, const QStringList &ids)
{
    QMap<QString, QString> known;
    for (const QString &id : ids) {
        const Result<std::optional<Record>> found = documents.findLocal(id);
        if (!found)
            return tl::unexpected(found.error());
        if (*found)
            known.insert(id, (*found)->serverId);
    }
    return known;
}

Result<QJsonObject> withServerReferences(DocumentRows &documents, const QJsonObject &document)
{
    QStringList ids;
    const QVector<Reference> all = references(document);
    for (const Reference &reference : all)
        ids.append(reference.id);
    return knownServerIds(documents, ids).map([&](QMap<QString, QString> known) {
        known.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
        return withReferences(document, known);
    });
}

Result<void> reconcile(DocumentRows &documents, Record &record, const QJsonObject &document,
                       const QString &etag)
{
    const Result<QJsonObject> local = withServerReferences(documents, record.local);
    if (!local)
        return tl::unexpected(local.error());
    record.local = *local;
    const MergeResult merge = mergeThreeWays(record.base, record.local, document);
    const bool canGo = record.deleted
        ? changedAttributes(record.base, document).isEmpty()
        : merge.conflicts.isEmpty() && canFollow(record, document, merge.merged);
    if (!canGo) {
        markConflict(record, document);
        return {};
    }
    if (!record.deleted)
        record.local = merge.merged;
    record.base = document;
    record.etag = etag;
    record.remote = {};
    if (record.sync == SyncState::Conflict)
        record.sync = SyncState::Waiting;
    return {};
}

} // namespace salesbench
