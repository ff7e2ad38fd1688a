// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/newestdates.h"

#include "models/domain/face.h"

#include <qcoro/qcorofuture.h>

using namespace Qt::StringLiterals;

namespace salesbench {

QString NewestDates::key() const
{
    return QString("newest/"_L1 + resourceType(m_kind).name);
}

QCoro::Task<Result<void>> NewestDates::load(SyncContext &context)
{
    const Result<QJsonValue> kept = co_await context.journal.setting(key());
    if (!kept)
        co_return tl::unexpected(kept.error());
    const QJsonObject dates = kept->toObject().value("dates"_L1).toObject();
    if (kept->toObject().value("server"_L1).toString() == context.capabilities.server) {
        for (auto it = dates.begin(); it != dates.end(); ++it)
            m_texts.insert(it.key(), it.value().toString());
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> NewestDates::keep(SyncContext &context) const
{
    QJsonObject dates;
    for (auto it = m_texts.begin(); it != m_texts.end(); ++it)
        dates.insert(it.key(), it.value());
    const QJsonValue all = QJsonObject{{u"server"_s, context.capabilities.server}, {u"dates"_s, dates}};
    co_return co_await context.journal.setSetting(key(), all);
}

void NewestDates::note(const QJsonObject &document)
{
    const ResourceType &type = resourceType(m_kind);
    for (const QLatin1StringView attribute : {type.creationDateAttribute, type.changeDateAttribute}) {
        const QDateTime date = json::toDateTime(document.value(attribute));
        const QDateTime newest = json::toDateTime(m_texts.value(attribute));
        if (date.isValid() && (!newest.isValid() || newest < date))
            m_texts.insert(attribute, document.value(attribute).toString());
    }
}

} // namespace salesbench
