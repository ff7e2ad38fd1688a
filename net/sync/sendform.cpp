// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/sendform.h"

#include "models/domain/references.h"

#include <qcoro/qcorofuture.h>

namespace salesbench {

namespace {

SendForm formOf(const QJsonObject &local, QMap<QString, QString> ids)
{
    const QStringList withoutServerId = ids.keys(QString());
    for (const QString &id : withoutServerId)
        ids.remove(id);
    const QJsonObject kept = withoutReferences(local, withoutServerId);
    return {.document = withReferences(kept, ids), .kept = kept, .incomplete = kept != local};
}

} // namespace

QCoro::Task<Result<SendForm>> sendForm(SyncContext &context, QJsonObject local)
{
    QStringList named;
    for (const Reference &reference : references(local))
        named.append(reference.id);
    if (named.isEmpty())
        co_return formOf(local, {});
    const Result<QMap<QString, QString>> ids = co_await context.journal.serverIds(named);
    if (!ids)
        co_return tl::unexpected(ids.error());
    co_return formOf(local, *ids);
}

} // namespace salesbench
