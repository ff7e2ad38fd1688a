// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/knownpart.h"

#include "models/domain/whendone.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// Opportunities and quotes name offerings inside their items, which may hold items again.
QJsonObject offeringIn(const QJsonValue &value, const QString &name)
{
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray()) {
            if (const QJsonObject found = offeringIn(element, name); !found.isEmpty())
                return found;
        }
        return {};
    }
    const QJsonObject object = value.toObject();
    const QJsonObject offering = object.value("productOffering"_L1).toObject();
    if (offering.value("name"_L1).toString() == name && offering.contains("id"_L1))
        return offering;
    for (QLatin1StringView items : {"salesOpportunityItem"_L1, "quoteItem"_L1}) {
        if (const QJsonObject found = offeringIn(object.value(items), name); !found.isEmpty())
            return found;
    }
    return {};
}

void findOfferingFrom(WorkspaceQueries &queries, QObject *context, qsizetype kind, const QString &name,
                      const std::function<void(const QJsonObject &offering)> &take)
{
    if (kind == std::ssize(resourceTypes())) {
        take({});
        return;
    }
    findKnownPart(
        queries, context, having(resourceTypes()[kind].kind, Field::Offering, name),
        [name](const QJsonObject &document) { return offeringIn(document, name); },
        [=, &queries](const QJsonObject &found) {
            if (found.isEmpty())
                findOfferingFrom(queries, context, kind + 1, name, take);
            else
                take(found);
        });
}

} // namespace

void findKnownPart(WorkspaceQueries &queries, QObject *context, ListQuery query,
                   std::function<QJsonObject(const QJsonObject &document)> pick,
                   std::function<void(const QJsonObject &part)> take)
{
    const auto readRecord = [=, &queries, kind = query.kind](const Result<QVector<ListRow>> &rows) {
        if (!rows || rows->isEmpty()) {
            take({});
            return;
        }
        whenDone(queries.record(kind, rows->first().localId), context,
                 [=](const Result<Record> &record) { take(record ? pick(record->local) : QJsonObject()); });
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

void findKnownOffering(WorkspaceQueries &queries, QObject *context, const QString &name,
                       std::function<void(const QJsonObject &offering)> take)
{
    findOfferingFrom(queries, context, 0, name, take);
}

} // namespace salesbench
