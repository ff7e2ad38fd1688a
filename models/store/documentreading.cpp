// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/documentreading.h"

#include "models/domain/merge.h"
#include "models/store/documentrows.h"
#include "models/store/listsql.h"
#include "models/store/rawquery.h"
#include "models/store/rowformat.h"
#include "models/store/twinrows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

qint64 number(ResourceKind kind)
{
    return static_cast<qint64>(kind);
}

QString rowsStatement()
{
    QString fields;
    for (int i = 0; i < FieldCount; ++i)
        fields += ", summary."_L1 + fieldName(static_cast<Field>(i));
    // CROSS JOIN keeps the list's order.
    return "SELECT summary.row, localId, serverId, sync"_L1 + fields
        + " FROM json_each(?) AS asked CROSS JOIN summary ON summary.row = asked.value "
          "CROSS JOIN document ON document.row = summary.row WHERE summary.kind = ?"_L1;
}

ListRow toListRow(const RawQuery &query)
{
    enum { Row, LocalId, ServerId, Sync, FirstField };
    ListRow row{query.number(Row),
                query.text(LocalId),
                query.text(ServerId),
                static_cast<SyncState>(query.number(Sync)),
                {}};
    for (int i = 0; i < FieldCount; ++i)
        row.summary.setValue(static_cast<Field>(i), query.value(FirstField + i));
    return row;
}

/// Over the columns of document, with the kind and the id for its places.
Result<std::optional<Record>> findBy(QLatin1StringView column, Database &database, ResourceKind kind,
                                     const QString &id)
{
    QSqlQuery &query = database.prepared("SELECT "_L1 + recordColumns()
                                         + u" FROM document WHERE kind = ? AND %1 = ?"_s.arg(column));
    query.bindValue(0, number(kind));
    query.bindValue(1, id);
    return database.run(query).map([&] {
        std::optional<Record> found = query.next() ? std::optional(toRecord(query)) : std::nullopt;
        query.finish();
        return found;
    });
}

constexpr QLatin1StringView FromPending{
    "FROM outbox JOIN document ON document.row = outbox.row AND document.sync <> 0"};

/// "4,5,3": every state has one digit, so its place in the text is its place in the order.
QString stateList(const QVector<SyncState> &states)
{
    QStringList numbers;
    for (SyncState state : states)
        numbers.append(QString::number(static_cast<int>(state)));
    return numbers.join(u',');
}

/// Which changes come first is found out before anything else is read of them: there may be many. A document
/// whose deletion waits has no summary: its name is in the document alone.
QString pendingStatement(const QVector<SyncState> &states)
{
    const QString list = stateList(states);
    return u"WITH first AS MATERIALIZED (SELECT sequence, instr('%1', outbox.state) AS place %2 "
           "WHERE outbox.state IN (%1) ORDER BY place, sequence LIMIT ?) "
           "SELECT first.sequence, op, document.kind, localId, name, title, outbox.state, document.reason, "
           "outbox.made, attempts, CASE WHEN summary.row IS NULL THEN local END, notBefore, "
           "document.sync = %3 AND document.remote = '{}' AND NOT document.deleted "
           "FROM first JOIN outbox ON outbox.sequence = first.sequence JOIN document ON document.row = "
           "outbox.row "
           "JOIN step ON step.id = outbox.step LEFT JOIN summary ON summary.row = document.row "
           "ORDER BY place, first.sequence"_s.arg(list, FromPending,
                                                  QString::number(static_cast<int>(SyncState::Conflict)));
}

QString twinsStatement()
{
    return u"SELECT second.kind, second.localId, (SELECT name FROM summary WHERE row = second.row), "
           "original.localId "_s
        + offeredTwins() + u" ORDER BY twin.row LIMIT ?"_s;
}

PendingChange toTwinChange(const RawQuery &query)
{
    enum { Kind, LocalId, Name, Original };
    PendingChange change;
    change.kind = static_cast<ResourceKind>(query.number(Kind));
    change.localId = query.text(LocalId);
    change.name = query.text(Name);
    change.state = SyncState::Conflict;
    change.twinOf = query.text(Original);
    return change;
}

PendingChange toPending(const RawQuery &query)
{
    enum { Sequence, Op, Kind, LocalId, Name, Title, State, Reason, Made, Attempts, Deleted, NotBefore, GoneThere };
    PendingChange change;
    change.sequence = query.number(Sequence);
    change.op = static_cast<Edit::Op>(query.number(Op));
    change.kind = static_cast<ResourceKind>(query.number(Kind));
    change.localId = query.text(LocalId);
    change.name = query.text(Name);
    change.title = query.text(Title);
    change.state = static_cast<SyncState>(query.number(State));
    change.reason = query.text(Reason);
    change.when = toTime(query.value(Made));
    change.attempts = static_cast<int>(query.number(Attempts));
    if (const qint64 notBefore = query.number(NotBefore); notBefore > 0)
        change.notBefore = toTime(notBefore);
    change.goneThere = query.number(GoneThere) != 0;
    if (!query.isNull(Deleted)) {
        const QJsonObject document = toDocument(query.bytes(Deleted).toByteArray());
        change.name = nameOf(change.kind, document);
    }
    return change;
}

Result<QVector<PendingChange>> readTwins(Database &database, qint64 limit)
{
    RawQuery query(database, twinsStatement());
    query.bind(limit);
    QVector<PendingChange> changes;
    while (query.next())
        changes.append(toTwinChange(query));
    return query.result().map([&] { return changes; });
}

Problem noSuchDocument()
{
    return {Problem::Kind::NotFound,
            QCoreApplication::translate("Storage", "There is no such document any more."),
            {}};
}

} // namespace

Result<QVector<ListRow>> readRows(Database &database, ResourceKind kind, const QVector<RowId> &rows)
{
    static const QString statement = rowsStatement();
    RawQuery query(database, statement);
    query.bind(jsonList(rows)).bind(number(kind));
    QVector<ListRow> result;
    result.reserve(rows.size());
    while (query.next())
        result.append(toListRow(query));
    return query.result().map([&] { return result; });
}

Result<QVector<FieldValue>> readValues(Database &database, ResourceKind kind, Field field, int limit)
{
    RawQuery query(database, listsql::values(field));
    query.bind(number(kind)).bind(qint64(limit));
    QVector<FieldValue> values;
    while (query.next())
        values.append({query.value(0).toString(), query.value(1).toString(), query.number(2)});
    return query.result().map([&] { return values; });
}

Result<Record> readRecord(Database &database, ResourceKind kind, const QString &id)
{
    return findBy("localId"_L1, database, kind, id)
        .and_then([&](std::optional<Record> found) {
            return found ? Result<std::optional<Record>>(found) : findBy("serverId"_L1, database, kind, id);
        })
        .and_then([](std::optional<Record> found) -> Result<Record> {
            if (!found)
                return tl::unexpected(noSuchDocument());
            found->unsent = changedAttributes(found->base, found->local);
            return *found;
        });
}

Result<QVector<AuditEntry>> readHistory(Database &database, ResourceKind kind, const QString &id, int limit)
{
    enum { Made, Who, Title, Attribute, Before, After, FromServer };
    RawQuery query(
        database,
        u"SELECT made, who, title, attribute, before, after, fromServer FROM audit WHERE row = "
        "(SELECT row FROM document WHERE kind = ?1 AND localId = ?2 "
        "UNION SELECT row FROM document WHERE kind = ?1 AND serverId = ?2) ORDER BY id DESC LIMIT ?"_s);
    query.bind(number(kind)).bind(id).bind(qint64(limit));
    QVector<AuditEntry> entries;
    while (query.next()) {
        entries.append({toTime(query.value(Made)), query.text(Who), query.text(Title), query.text(Attribute),
                        toValue(query.value(Before)), toValue(query.value(After)),
                        query.number(FromServer) != 0});
    }
    return query.result().map([&] { return entries; });
}

Result<QVector<PendingChange>> readPending(Database &database, int limit, const QVector<SyncState> &states)
{
    if (states.isEmpty())
        return readPending(database, limit, {PendingStates.begin(), PendingStates.end()});
    QVector<PendingChange> changes;
    if (states.contains(SyncState::Conflict)) {
        const Result<QVector<PendingChange>> twins = readTwins(database, limit);
        if (!twins)
            return twins;
        changes = *twins;
    }
    RawQuery query(database, pendingStatement(states));
    query.bind(qint64(limit - changes.size()));
    while (query.next())
        changes.append(toPending(query));
    return query.result().map([&] { return changes; });
}

Result<QMap<SyncState, qint64>> countPending(Database &database)
{
    RawQuery query(database, u"SELECT outbox.state, count(*) %1 GROUP BY outbox.state"_s.arg(FromPending));
    QMap<SyncState, qint64> counts;
    while (query.next())
        counts.insert(static_cast<SyncState>(query.number(0)), query.number(1));
    return query.result().and_then([&] { return countTwins(database); }).map([&](int twins) {
        counts[SyncState::Conflict] += twins;
        return counts;
    });
}

Result<QVector<Referrer>> readReferrers(Database &database, const QString &localId, int limit)
{
    return DocumentRows(database, {}).referringTo(localId, limit).map([](const QVector<Record> &records) {
        QVector<Referrer> referrers;
        for (const Record &record : records)
            referrers.append({record.kind, record.localId, nameOf(record.kind, record.local)});
        return referrers;
    });
}

} // namespace salesbench
