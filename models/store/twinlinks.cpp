// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/twinlinks.h"

#include "models/domain/merge.h"
#include "models/store/recorder.h"

#include <algorithm>

namespace salesbench {

Result<QVector<Record>> naming(WriterTables &tables, const Reference &twin, const Record &first,
                               const Record &second)
{
    QVector<Record> result;
    const QVector<Reference> named = references(first.local) + references(second.local);
    for (const Reference &reference : named) {
        const Result<std::optional<Record>> found = tables.documents.find(reference.kind, reference.id);
        if (!found)
            return tl::unexpected(found.error());
        const bool isIt = *found && !(*found)->deleted && references((*found)->local).contains(twin);
        if (isIt && std::ranges::find(result, (*found)->row, &Record::row) == result.end())
            result.append(**found);
    }
    return result;
}

Result<void> nameOther(WriterTables &tables, const Record &document, const Reference &twin,
                       const QString &other, qint64 step, const QString &title)
{
    // Of its kind alone: a server may number each of its lists from one.
    const QString name = resourceType(twin.kind).name;
    const QJsonObject links{{name, document.local.value(name)}};
    const Edit edit{Edit::Op::Update, document.kind, document.localId,
                    diffPatch(links, withReferences(links, {{twin.id, other}}))};
    return Recorder(tables).recordWithin(step, title, edit);
}

} // namespace salesbench
