// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/twinrows.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

int twinState(Twin::State state)
{
    return static_cast<int>(state);
}

} // namespace

Result<void> TwinRows::note(RowId row, RowId original)
{
    return m_database.execute(u"INSERT OR IGNORE INTO twin (row, original, state) VALUES (?, ?, ?)"_s,
                              {row, original, twinState(Twin::State::Found)});
}

Result<QVector<Twin>> TwinRows::all(const QString &condition, qint64 value)
{
    return m_database
        .query(u"SELECT row, original, state, CAST(joined AS BLOB) FROM twin WHERE "_s + condition
                   + u" ORDER BY row"_s,
               {value})
        .map([](QSqlQuery *query) {
            QVector<Twin> twins;
            while (query->next()) {
                twins.append({query->value(0).toLongLong(), query->value(1).toLongLong(),
                              static_cast<Twin::State>(query->value(2).toInt()),
                              toDocument(query->value(3).toByteArray())});
            }
            return twins;
        });
}

Result<QVector<Twin>> TwinRows::found()
{
    return all(u"state = ?"_s, twinState(Twin::State::Found));
}

Result<std::optional<Twin>> TwinRows::of(RowId row)
{
    return all(u"row = ?"_s, row).map([](const QVector<Twin> &twins) {
        return twins.isEmpty() ? std::nullopt : std::optional(twins.first());
    });
}

Result<void> TwinRows::put(const Twin &twin)
{
    return m_database.execute(
        u"INSERT OR REPLACE INTO twin (row, original, state, joined) VALUES (?, ?, ?, CAST(? AS TEXT))"_s,
        {twin.row, twin.original, twinState(twin.state), toBytes(twin.joined)});
}

QString offeredTwins()
{
    // Not beside one that is going itself: nobody is to be asked to delete what may be the only one left.
    return u"FROM twin JOIN document AS second ON second.row = twin.row "
           "JOIN document AS original ON original.row = twin.original "
           "WHERE twin.state = %1 AND NOT second.deleted AND NOT original.deleted "
           "AND second.sync IN (%2, %3, %4) AND NOT (original.sync = %5 AND original.remote = '{}')"_s
               .arg(twinState(Twin::State::Offered))
               .arg(static_cast<int>(SyncState::Synced))
               .arg(static_cast<int>(SyncState::Waiting))
               .arg(static_cast<int>(SyncState::Refused))
               .arg(static_cast<int>(SyncState::Conflict));
}

Result<int> countTwins(Database &database)
{
    return database.query(u"SELECT count(*) "_s + offeredTwins(), {}).map([](QSqlQuery *query) {
        const int count = query->next() ? query->value(0).toInt() : 0;
        query->finish();
        return count;
    });
}

QJsonObject toJson(const Twin &twin)
{
    return {{u"row"_s, twin.row},
            {u"original"_s, twin.original},
            {u"state"_s, twinState(twin.state)},
            {u"joined"_s, twin.joined}};
}

Twin toTwin(const QJsonObject &json)
{
    return {json.value("row"_L1).toInteger(), json.value("original"_L1).toInteger(),
            static_cast<Twin::State>(json.value("state"_L1).toInt()), json.value("joined"_L1).toObject()};
}

} // namespace salesbench
