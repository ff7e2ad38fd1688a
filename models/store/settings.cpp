// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/settings.h"

#include "models/store/rowformat.h"
#include "models/store/twinrows.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// The first column of the first row; null where there is none.
Result<QVariant> value(Database &database, const QString &sql, const QVariantList &values)
{
    return database.query(sql, values).map([](QSqlQuery *query) {
        const QVariant found = query->next() ? query->value(0) : QVariant();
        query->finish();
        return found;
    });
}

} // namespace

Result<QJsonValue> readSetting(Database &database, const QString &key)
{
    return value(database, u"SELECT value FROM setting WHERE key = ?"_s, {key}).map(toValue);
}

Result<void> writeSetting(Database &database, const QString &key, const QJsonValue &value)
{
    if (value.isUndefined())
        return database.execute(u"DELETE FROM setting WHERE key = ?"_s, {key});
    return database.execute(u"INSERT OR REPLACE INTO setting (key, value) VALUES (?, CAST(? AS TEXT))"_s,
                            {key, valueColumn(value)});
}

Result<QJsonObject> readPullState(Database &database, ResourceKind kind)
{
    return value(database, u"SELECT state FROM pull WHERE kind = ?"_s, {static_cast<int>(kind)})
        .map([](const QVariant &state) { return toDocument(state.toByteArray()); });
}

Result<void> writePullState(Database &database, ResourceKind kind, const QJsonObject &state)
{
    return database.execute(u"INSERT OR REPLACE INTO pull (kind, state) VALUES (?, CAST(? AS TEXT))"_s,
                            {static_cast<int>(kind), toBytes(state)});
}

Result<SyncJournal::Counts> countDocuments(Database &database)
{
    SyncJournal::Counts counts;
    const Result<QSqlQuery *> unsent =
        database.query(u"SELECT sync, count(*) FROM document WHERE sync <> 0 GROUP BY sync"_s, {});
    if (!unsent)
        return tl::unexpected(unsent.error());
    while ((*unsent)->next()) {
        const auto state = static_cast<SyncState>((*unsent)->value(0).toInt());
        const int count = (*unsent)->value(1).toInt();
        (state == SyncState::LocalOnly ? counts.localOnly : counts.waiting) += count;
        counts.conflicts += state == SyncState::Conflict ? count : 0;
        counts.refused += state == SyncState::Refused ? count : 0;
    }
    const Result<int> twins = countTwins(database);
    if (!twins)
        return tl::unexpected(twins.error());
    counts.twins = *twins;
    for (const ResourceType &type : resourceTypes()) {
        const Result<QVariant> count =
            value(database, u"SELECT count(*) FROM summary WHERE kind = ?"_s, {static_cast<int>(type.kind)});
        if (!count)
            return tl::unexpected(count.error());
        counts.documents.insert(type.kind, count->toLongLong());
    }
    return counts;
}

} // namespace salesbench
