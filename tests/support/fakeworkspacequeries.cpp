// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeworkspacequeries.h"

#include "models/domain/conflict.h"
#include "models/domain/references.h"
#include "models/domain/searchwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::testing {

namespace {

Summary summaryOf(const Record &record)
{
    return summarize(record.kind, record.local, DefaultOwnerRole);
}

/// QByteArray folds the same letters as SQLite does: ASCII's.
Qt::CaseSensitivity caseOf(Field field)
{
    return field == Field::OwnerId ? Qt::CaseSensitive : Qt::CaseInsensitive;
}

bool holds(const QStringList &values, Field field, const QString &value)
{
    return std::ranges::any_of(values, [&](const QString &one) {
        return one.toUtf8().compare(value.toUtf8(), caseOf(field)) == 0;
    });
}

bool matches(const Record &record, const ListFilter &filter)
{
    const Summary summary = summaryOf(record);
    for (auto it = filter.anyOf.begin(); it != filter.anyOf.end(); ++it) {
        if (!holds(*it, it.key(), summary.text(it.key())))
            return false;
    }
    for (auto it = filter.noneOf.begin(); it != filter.noneOf.end(); ++it) {
        if (holds(*it, it.key(), summary.text(it.key())))
            return false;
    }
    const bool isBounded = filter.createdFrom.isValid() || filter.createdTo.isValid();
    const qint64 created = summary.value(Field::Created).toLongLong();
    if (isBounded && summary.value(Field::Created).isNull())
        return false;
    if (filter.createdFrom.isValid() && created < filter.createdFrom.toMSecsSinceEpoch())
        return false;
    if (filter.createdTo.isValid() && created >= filter.createdTo.toMSecsSinceEpoch())
        return false;
    if (filter.unsentOnly && (record.sync == SyncState::Synced || record.sync == SyncState::LocalOnly))
        return false;
    return holdsWords(searchText(record.kind, record.local), searchWords(filter.text));
}

int compare(Field field, const QVariant &a, const QVariant &b)
{
    if (a.typeId() == QMetaType::QString)
        return a.toString().toUtf8().compare(b.toString().toUtf8(), caseOf(field));
    return a.toDouble() < b.toDouble() ? -1 : a.toDouble() > b.toDouble();
}

/// Absent values last, whatever the direction.
bool comesBefore(const Record &a, const Record &b, const QVector<SortKey> &keys)
{
    const Summary left = summaryOf(a);
    const Summary right = summaryOf(b);
    for (const SortKey &key : keys) {
        const QVariant &x = left.value(key.field);
        const QVariant &y = right.value(key.field);
        if (x.isNull() != y.isNull())
            return y.isNull();
        if (const int order = compare(key.field, x, y))
            return (order < 0) == (key.order == Qt::AscendingOrder);
    }
    const bool newestFirst = keys.isEmpty() || keys.first().order == Qt::DescendingOrder;
    return newestFirst ? a.row > b.row : a.row < b.row;
}

QVector<RowId> idsOf(const QVector<const Record *> &records)
{
    QVector<RowId> ids;
    for (const Record *record : records)
        ids.append(record->row);
    return ids;
}

PendingChange toPending(const Record &record, const FakeWorkspace::Delay &delay)
{
    PendingChange change;
    change.sequence = record.row;
    change.op = record.base.isEmpty() ? Edit::Op::Create : record.deleted ? Edit::Op::Delete : Edit::Op::Update;
    change.kind = record.kind;
    change.localId = record.localId;
    change.name = summaryOf(record).text(Field::Name);
    change.state = record.sync;
    change.reason = record.reason;
    change.when = record.edited;
    change.attempts = delay.attempts;
    change.notBefore = delay.notBefore;
    change.goneThere = isGoneThere(record);
    return change;
}

PendingChange toTwin(const Record &record, const QString &original)
{
    PendingChange change;
    change.kind = record.kind;
    change.localId = record.localId;
    change.name = summaryOf(record).text(Field::Name);
    change.state = SyncState::Conflict;
    change.twinOf = original;
    return change;
}

} // namespace

Record *FakeWorkspace::State::find(ResourceKind kind, const QString &id)
{
    for (auto &[row, record] : documents) {
        if (record.kind == kind && (record.localId == id || (!id.isEmpty() && record.serverId == id)))
            return &record;
    }
    return nullptr;
}

QVector<const Record *> FakeWorkspace::State::referringTo(const QString &localId) const
{
    QVector<const Record *> result;
    for (const auto &[row, record] : documents) {
        const bool names = std::ranges::any_of(
            references(record.local), [&](const Reference &reference) { return reference.id == localId; });
        if (names && record.sync != SyncState::Synced && !record.deleted)
            result.append(&record);
    }
    return result;
}

QVector<const Record *> FakeWorkspace::State::select(const ListQuery &query) const
{
    QVector<const Record *> result;
    for (const auto &[row, record] : documents) {
        if (record.kind == query.kind && !record.deleted && matches(record, query.filter))
            result.append(&record);
    }
    std::ranges::sort(result, [&query](const Record *a, const Record *b) { return comesBefore(*a, *b, query.sort); });
    return result;
}

ListRow FakeWorkspace::State::toRow(const Record &record)
{
    return {record.row, record.localId, record.serverId, record.sync, summaryOf(record)};
}

QFuture<Result<ListHead>> FakeWorkspace::Queries::head(ListQuery query, int count)
{
    return m_state.ask<ListHead>(u"head"_s, [this, query, count]() -> Result<ListHead> {
        const QVector<RowId> ids = idsOf(m_state.select(query));
        return ListHead{ids.size(), ids.first(std::min<qsizetype>(count, ids.size()))};
    });
}

QFuture<Result<QVector<RowId>>> FakeWorkspace::Queries::order(ListQuery query)
{
    return m_state.ask<QVector<RowId>>(u"order"_s, [this, query]() -> Result<QVector<RowId>> { return idsOf(m_state.select(query)); });
}

QFuture<Result<QVector<ListRow>>> FakeWorkspace::Queries::rows(ResourceKind kind, QVector<RowId> rows)
{
    return m_state.ask<QVector<ListRow>>(u"rows"_s, [this, kind, rows]() -> Result<QVector<ListRow>> {
        QVector<ListRow> result;
        for (RowId row : rows) {
            const auto found = m_state.documents.find(row);
            if (found != m_state.documents.end() && found->second.kind == kind && !found->second.deleted)
                result.append(State::toRow(found->second));
        }
        return result;
    });
}

QFuture<Result<QVector<FieldValue>>> FakeWorkspace::Queries::values(ResourceKind kind, Field field, int limit)
{
    return m_state.ask<QVector<FieldValue>>(u"values"_s, [this, kind, field, limit]() -> Result<QVector<FieldValue>> {
        QMap<QByteArray, FieldValue> found;
        for (const auto &[row, record] : m_state.documents) {
            if (record.kind != kind || record.deleted)
                continue;
            const Summary summary = summaryOf(record);
            const QByteArray key = summary.text(field).toUtf8();
            FieldValue &value = found[caseOf(field) == Qt::CaseSensitive ? key : key.toLower()];
            value.value = summary.text(field);
            value.label = field == Field::OwnerId ? summary.text(Field::OwnerName) : value.value;
            ++value.count;
        }
        QVector<FieldValue> result(found.begin(), found.end());
        std::ranges::stable_sort(result, [](const FieldValue &a, const FieldValue &b) { return a.count > b.count; });
        return result.first(std::min<qsizetype>(limit, result.size()));
    });
}

QFuture<Result<QMap<QString, double>>> FakeWorkspace::Queries::sums(ListQuery query)
{
    return m_state.ask<QMap<QString, double>>(u"sums"_s, [this, query]() -> Result<QMap<QString, double>> {
        QMap<QString, double> sums;
        for (const Record *record : m_state.select(query)) {
            const Summary summary = summaryOf(*record);
            if (!summary.value(Field::Amount).isNull())
                sums[summary.text(Field::Currency)] += summary.value(Field::Amount).toDouble();
        }
        return sums;
    });
}

QFuture<Result<QVector<SearchHit>>> FakeWorkspace::Queries::search(QString text, int limit)
{
    return m_state.ask<QVector<SearchHit>>(u"search"_s, [this, text, limit]() -> Result<QVector<SearchHit>> {
        QVector<SearchHit> hits;
        const QStringList words = searchWords(text);
        for (const ResourceType &type : resourceTypes()) {
            if (words.isEmpty())
                break;
            ListQuery query;
            query.kind = type.kind;
            query.filter.text = text;
            const auto found = m_state.select(query);
            for (const Record *record : found.first(std::min<qsizetype>(limit, found.size()))) {
                hits.append({type.kind, State::toRow(*record),
                             excerpt(searchText(type.kind, record->local), words)});
            }
        }
        return hits;
    });
}

QFuture<Result<Record>> FakeWorkspace::Queries::record(ResourceKind kind, QString id)
{
    return m_state.ask<Record>(u"record"_s, [this, kind, id]() -> Result<Record> {
        if (const Record *found = m_state.find(kind, id))
            return *found;
        return tl::make_unexpected(Problem{Problem::Kind::NotFound, u"There is no such document any more."_s, {}});
    });
}

QFuture<Result<QVector<AuditEntry>>> FakeWorkspace::Queries::history(ResourceKind kind, QString localId, int limit)
{
    return m_state.ask<QVector<AuditEntry>>(u"history"_s, [this, kind, localId, limit]() -> Result<QVector<AuditEntry>> {
        const Record *found = m_state.find(kind, localId);
        const QVector<AuditEntry> all = found ? m_state.history[found->row] : QVector<AuditEntry>();
        QVector<AuditEntry> newestFirst(all.rbegin(), all.rend());
        return newestFirst.first(std::min<qsizetype>(limit, newestFirst.size()));
    });
}

QFuture<Result<QVector<PendingChange>>> FakeWorkspace::Queries::pending(int limit, QVector<SyncState> states)
{
    if (states.isEmpty())
        states = QVector<SyncState>(PendingStates.begin(), PendingStates.end());
    return m_state.ask<QVector<PendingChange>>(u"pending"_s, [=, this]() -> Result<QVector<PendingChange>> {
        QVector<PendingChange> result =
            states.contains(SyncState::Conflict) ? twins() : QVector<PendingChange>();
        for (SyncState state : states) {
            for (const auto &[row, record] : m_state.documents) {
                if (record.sync == state)
                    result.append(toPending(record, m_state.delays.value(row)));
            }
        }
        return result.first(std::min<qsizetype>(limit, result.size()));
    });
}

QFuture<Result<QMap<SyncState, qint64>>> FakeWorkspace::Queries::pendingCounts()
{
    using Counts = QMap<SyncState, qint64>;
    return m_state.ask<Counts>(u"pendingCounts"_s, [this]() -> Result<Counts> {
        Counts counts{{SyncState::Conflict, twins().size()}};
        for (const auto &[row, record] : m_state.documents) {
            if (record.sync != SyncState::Synced)
                ++counts[record.sync];
        }
        return counts;
    });
}

QVector<PendingChange> FakeWorkspace::Queries::twins() const
{
    QVector<PendingChange> result;
    for (auto it = m_state.twins.begin(); it != m_state.twins.end(); ++it) {
        const auto found = m_state.documents.find(it.key());
        if (found != m_state.documents.end() && !found->second.deleted)
            result.append(toTwin(found->second, *it));
    }
    return result;
}

QFuture<Result<QVector<Referrer>>> FakeWorkspace::Queries::referrers(QString localId, int limit)
{
    return m_state.ask<QVector<Referrer>>(u"referrers"_s, [this, localId, limit]() -> Result<QVector<Referrer>> {
        QVector<Referrer> result;
        for (const Record *record : m_state.referringTo(localId)) {
            if (result.size() < limit)
                result.append({record->kind, record->localId, nameOf(record->kind, record->local)});
        }
        return result;
    });
}

} // namespace salesbench::testing
