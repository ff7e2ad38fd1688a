// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/puller.h"

#include "models/domain/adoption.h"
#include "models/domain/merge.h"
#include "models/domain/twins.h"
#include "models/store/endedlinks.h"
#include "models/store/reconcile.h"
#include "models/store/seenrows.h"
#include "models/store/twinsweep.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// On its way: the answer brings the server's document, and what it was merged with must not move meanwhile.
bool isUnderWay(const Record &record)
{
    return record.sync == SyncState::Sending || record.sync == SyncState::Unknown;
}

bool hasEdits(const Record &record)
{
    return record.sync != SyncState::Synced;
}

} // namespace

/// Just enough to see that nothing changed, which is so for nearly every document of nearly every pull.
struct Puller::Known {
    RowId row = 0;
    QByteArray base;
    QString etag;
    bool hasRemote = false;

    bool isAs(const RemoteDocument &remote) const
    {
        return row != 0 && !hasRemote && base == toBytes(remote.document);
    }
};

Result<Puller::Known> Puller::find(ResourceKind kind, const QString &serverId)
{
    return m_tables.database
        ->query(u"SELECT row, CAST(coalesce(base, local) AS BLOB), etag, remote IS NOT NULL FROM document "
                "WHERE kind = ? AND serverId = ?"_s,
                {static_cast<int>(kind), serverId})
        .map([](QSqlQuery *query) {
            if (!query->next())
                return Known();
            const Known known{query->value(0).toLongLong(), query->value(1).toByteArray(),
                              query->value(2).toString(), query->value(3).toBool()};
            query->finish();
            return known;
        });
}

Result<PullCounts> Puller::takePage(ResourceKind kind, const QVector<RemoteDocument> &page)
{
    for (const RemoteDocument &remote : page) {
        if (Result<void> taken = takeOne(kind, remote); !taken)
            return tl::unexpected(taken.error());
    }
    return SeenRows(*m_tables.database)
        .add(kind, m_seen)
        .and_then([this] { return TwinSweep(m_tables).run(); })
        .map([this] { return m_counts; });
}

Result<void> Puller::takeOne(ResourceKind kind, const RemoteDocument &remote)
{
    const Result<Known> known = find(kind, remote.serverId);
    if (!known)
        return tl::unexpected(known.error());
    if (known->row != 0)
        m_seen.append(known->row);
    if (known->isAs(remote))
        return keepEtag(*known, remote.etag);
    const Result<std::optional<Record>> record =
        known->row != 0 ? m_tables.documents.at(known->row) : findCreation(kind, remote);
    if (!record)
        return tl::unexpected(record.error());
    if (!*record)
        return insertNew(kind, remote);
    return known->row != 0 ? takeChanged(**record, remote) : adopt(**record, remote);
}

Result<void> Puller::keepEtag(const Known &known, const QString &etag)
{
    if (etag.isEmpty() || etag == known.etag)
        return {};
    return m_tables.database->execute(u"UPDATE document SET etag = ? WHERE row = ?"_s, {etag, known.row});
}

Result<void> Puller::insertNew(ResourceKind kind, const RemoteDocument &remote)
{
    Record record;
    record.kind = kind;
    record.localId = m_tables.surroundings.newId();
    record.serverId = remote.serverId;
    record.local = remote.document;
    record.base = remote.document;
    record.etag = remote.etag;
    ++m_counts.changed;
    return m_tables.documents.insert(record).and_then([&] {
        m_seen.append(record.row);
        m_tables.changes.add(kind, record.row);
        return m_original == 0 ? Result<void>() : TwinRows(*m_tables.database).note(record.row, m_original);
    });
}

Result<void> Puller::takeChanged(const Record &before, const RemoteDocument &remote)
{
    if (isUnderWay(before) || (before.sync == SyncState::Conflict && before.remote == remote.document))
        return {};
    Record after = before;
    Result<void> done;
    if (hasEdits(before)) {
        done = reconcile(m_tables.documents, after, remote.document, remote.etag);
    } else {
        // There may be more here than the server has a place for: it stays, and is no question for a person.
        after.local = mergeThreeWays(before.base, before.local, remote.document).merged;
        after.base = remote.document;
        after.etag = remote.etag;
        after.remote = {};
    }
    ++m_counts.changed;
    if (after.sync == SyncState::Conflict && before.sync != SyncState::Conflict)
        ++m_counts.conflicts;
    return done.and_then([&] { return write(before, after); }).and_then([&] {
        return m_tables.history.noteServerChanges(before.row, m_now, before.base, remote.document);
    });
}

/// A creation of this workspace whose answer was lost: the server has it under the local id, or marked with
/// it. One that has arrived already has come to be there twice.
Result<std::optional<Record>> Puller::findCreation(ResourceKind kind, const RemoteDocument &remote)
{
    m_original = 0;
    const QStringList strict = creationMarkers(remote.serverId, remote.document);
    const QStringList ids = QStringList(remote.serverId) + markers(remote.document);
    for (const QString &id : ids) {
        Result<std::optional<Record>> found = m_tables.documents.findLocal(id);
        if (!found)
            return found;
        if (!*found || (*found)->kind != kind)
            continue;
        if ((*found)->serverId.isEmpty())
            return found;
        if (m_original == 0 && strict.contains(id))
            m_original = (*found)->row;
    }
    return std::optional<Record>();
}

Result<void> Puller::adopt(const Record &before, const RemoteDocument &remote)
{
    m_seen.append(before.row);
    ++m_counts.changed;
    const Result<QJsonObject> local = withServerReferences(m_tables.documents, before.local);
    if (!local)
        return tl::unexpected(local.error());
    return m_tables.outbox.of(before.row).and_then([&](const QVector<Operation> &operations) {
        QVector<QJsonObject> attempted = attempts(operations, {});
        if (attempted.isEmpty() && !operations.isEmpty())
            attempted.append(operations.first().content);
        const QJsonObject sent = arrived(before.kind, attempted, remote.document);
        Record after = before;
        after.serverId = remote.serverId;
        after.etag = remote.etag;
        after.base = before.deleted ? baseBesideDeletion(sent, remote.document, before.localId)
                                    : baseBeside(sent, *local, remote.document);
        after.local = mergeThreeWays(sent, *local, after.base).merged;
        // What was refused for want of an answer has one now.
        if (after.sync == SyncState::Refused)
            after.sync = SyncState::Waiting;
        return write(before, after);
    });
}

Result<void> Puller::write(const Record &before, const Record &after)
{
    m_tables.changes.add(after.kind, after.row);
    Result<void> done;
    if (after.sync != before.sync) {
        done = after.sync == SyncState::Conflict
            ? m_tables.outbox.setState(after.row, Outbox::All, SyncState::Conflict)
            : m_tables.outbox.restart(after.row);
    }
    return done.and_then([&] { return m_tables.documents.replace(before, after); });
}

Result<void> Puller::takeGone(ResourceKind kind, const QString &serverId)
{
    const Result<std::optional<Record>> found = m_tables.documents.findServer(kind, serverId);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || isUnderWay(**found))
        return {};
    const Record &before = **found;
    if (!hasEdits(before) || before.deleted)
        return remove(before);
    Record after = before;
    after.remote = {};
    after.sync = SyncState::Conflict;
    return write(before, after);
}

Result<void> Puller::remove(const Record &record)
{
    m_tables.changes.add(record.kind, record.row);
    return endLinks(m_tables, record)
        .and_then([&] { return m_tables.outbox.removeUpTo(record.row, Outbox::All); })
        .and_then([&] { return m_tables.documents.remove(record); })
        .and_then([&] { return m_tables.history.noteServerDeletion(record.row, m_now); });
}

Result<RowId> Puller::refreshOwners(RowId row, int count)
{
    const Result<QSqlQuery *> found = m_tables.database->query(
        u"SELECT row FROM summary WHERE row > ? ORDER BY row LIMIT ?"_s, {row, count});
    if (!found)
        return tl::unexpected(found.error());
    QVector<RowId> rows;
    while ((*found)->next())
        rows.append((*found)->value(0).toLongLong());
    for (const RowId next : std::as_const(rows)) {
        const Result<bool> changed = m_tables.documents.at(next).and_then(
            [this](const std::optional<Record> &record) { return m_tables.documents.refreshOwner(*record); });
        if (!changed)
            return tl::unexpected(changed.error());
    }
    return rows.isEmpty() ? 0 : rows.last();
}

} // namespace salesbench
