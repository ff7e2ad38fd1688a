// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/endedlinks.h"

#include "models/domain/references.h"

namespace salesbench {

namespace {

Result<void> endLinkOf(WriterTables &tables, const Record &other, const Record &gone)
{
    Record after = other;
    after.local = withReferences(other.local, {{gone.localId, gone.serverId}});
    if (after.local == other.local)
        return {};
    tables.changes.add(other.kind, other.row);
    return tables.documents.replace(other, after);
}

} // namespace

Result<void> endLinks(WriterTables &tables, const Record &gone)
{
    const QVector<Reference> named = references(gone.local);
    for (const Reference &reference : named) {
        const Result<void> done = tables.documents.find(reference.kind, reference.id)
                                      .and_then([&](const std::optional<Record> &other) {
                                          return other ? endLinkOf(tables, *other, gone) : Result<void>();
                                      });
        if (!done)
            return done;
    }
    return tables.documents.referringTo(gone.localId, DocumentRows::MostReferrers)
        .and_then([&](const QVector<Record> &others) {
            Result<void> done;
            for (auto other = others.begin(); done && other != others.end(); ++other)
                done = endLinkOf(tables, *other, gone);
            return done;
        });
}

} // namespace salesbench
