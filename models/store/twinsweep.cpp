// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/twinsweep.h"

#include "models/domain/decision.h"
#include "models/domain/merge.h"
#include "models/store/reconcile.h"
#include "models/store/twinlinks.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct TwinSweepText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::TwinSweep)
};

QString joinedText()
{
    return TwinSweepText::tr("Joined with its twin on the server");
}

bool mayMerge(const Record &record)
{
    return standsStill(record) && !record.serverId.isEmpty();
}

QJsonObject under(QJsonObject document, const QString &serverId)
{
    document.insert("id"_L1, serverId);
    return document;
}

/// Whether anybody did something to it.
bool isTouched(const QJsonObject &from, const QJsonObject &to)
{
    return !editedAttributes(from, to).isEmpty();
}

/// As the server has it.
Record untouched(Record record)
{
    record.local = record.base;
    record.sync = SyncState::Synced;
    record.reason.clear();
    record.edited = {};
    return record;
}

/// @p record for another document of the server's.
Record exchanged(Record record, const Record &other)
{
    record.serverId = other.serverId;
    record.etag = other.etag;
    record.base = other.base;
    record.local = other.local;
    record.remote = {};
    record.reason.clear();
    return record;
}

} // namespace

Result<void> TwinSweep::run()
{
    const Result<QVector<Twin>> twins = TwinRows(*m_tables.database).found();
    if (!twins)
        return tl::unexpected(twins.error());
    for (const Twin &twin : *twins) {
        if (Result<void> done = sweep(twin); !done)
            return done;
    }
    return {};
}

Result<void> TwinSweep::sweep(const Twin &twin)
{
    const Result<std::optional<Record>> original = m_tables.documents.at(twin.original);
    if (!original)
        return tl::unexpected(original.error());
    const Result<std::optional<Record>> other = m_tables.documents.at(twin.row);
    if (!other)
        return tl::unexpected(other.error());
    if (!*original || !*other || !mayMerge(**original) || !mayMerge(**other))
        return {};
    m_step = 0;
    Pair pair{.original = **original, .other = **other};
    pair.isExchanged = isElder(pair.original.kind, pair.other.base, pair.original.base);
    return pastValues(pair.younger().row)
        .and_then([&](const PastValues &past) {
            pair.origin = commonOrigin(pair.younger().base, past, pair.elder().base);
            return join(pair);
        })
        .and_then([&] { return pair.isExchanged ? nameElder(pair) : Result<void>(); })
        .and_then([&] { return offer(twin, pair.other); });
}

/// The creation's links lead to the one that it stands for from now on.
Result<void> TwinSweep::nameElder(const Pair &pair)
{
    const Reference younger{pair.original.kind, pair.original.serverId};
    const Result<QVector<Record>> documents = naming(m_tables, younger, pair.original, pair.other);
    if (!documents)
        return tl::unexpected(documents.error());
    for (const Record &document : *documents) {
        const Result<void> done = step().and_then([&](qint64 id) {
            return nameOther(m_tables, document, younger, pair.other.serverId, id, joinedText());
        });
        if (!done)
            return done;
    }
    return {};
}

Result<void> TwinSweep::offer(Twin twin, const Record &other)
{
    const Result<std::optional<Record>> now = m_tables.documents.at(twin.row);
    if (!now)
        return tl::unexpected(now.error());
    twin.state = Twin::State::Offered;
    twin.joined = (*now)->base;
    m_tables.changes.add(other.kind, other.row);
    return TwinRows(*m_tables.database).put(twin);
}

bool TwinSweep::hasRest(const Twin &twin, const Record &other)
{
    return isTouched(under(twin.joined, other.serverId), other.local);
}

Result<void> TwinSweep::takeRest(const Twin &twin, const Record &original, const Record &other, qint64 step)
{
    if (!mayMerge(original))
        return notAllowed(
            TwinSweepText::tr("What was changed in this one cannot go into the other yet: there is "
                              "something to decide about that one first, or it is being sent."));
    m_step = step;
    return join({.original = original, .other = other, .isExchanged = false, .origin = twin.joined});
}

Result<PastValues> TwinSweep::pastValues(RowId row)
{
    return m_tables.database
        ->query(u"SELECT attribute, before, after FROM audit WHERE row = ? AND attribute <> '' ORDER BY id"_s,
                {row})
        .map([](QSqlQuery *query) {
            PastValues past;
            while (query->next())
                past[query->value(0).toString()] += {toValue(query->value(1)), toValue(query->value(2))};
            return past;
        });
}

Result<void> TwinSweep::join(const Pair &pair)
{
    Result<Record> after = joined(pair);
    if (!after)
        return tl::unexpected(after.error());
    const bool isNothing =
        !pair.isExchanged && after->local == pair.original.local && pair.other.local == pair.other.base;
    if (isNothing)
        return {};
    return wait(pair, *after).and_then([&] { return write(pair, *after); });
}

/// The creation's record with the elder's document and the edits of both.
Result<Record> TwinSweep::joined(const Pair &pair)
{
    const Record &elder = pair.elder();
    Record after = exchanged(pair.original, elder);
    const QJsonObject origin = under(pair.origin, elder.serverId);
    const QJsonObject edited = under(pair.younger().local, elder.serverId);
    if (!isTouched(origin, edited))
        return after;
    Record merged = after;
    merged.base = origin;
    merged.local = edited;
    if (Result<void> done = reconcile(m_tables.documents, merged, elder.base, elder.etag); !done)
        return tl::unexpected(done.error());
    merged.local = mergeThreeWays(elder.base, elder.local, merged.local).merged;
    return merged;
}

/// What is to be sent of it waits, as edits do, or stands still as a conflict.
Result<void> TwinSweep::wait(const Pair &pair, Record &after)
{
    const bool isConflict = after.sync == SyncState::Conflict;
    return appendRest(pair, after)
        .and_then([&] { return m_tables.outbox.of(after.row); })
        .and_then([&](const QVector<Operation> &operations) {
            if (!isConflict)
                after.sync = operations.isEmpty() ? SyncState::Synced : SyncState::Waiting;
            if (operations.isEmpty())
                after.edited = {};
            else if (!after.edited.isValid())
                after.edited = m_now;
            return isConflict ? m_tables.outbox.setState(after.row, Outbox::All, SyncState::Conflict)
                              : m_tables.outbox.restart(after.row);
        });
}

/// Beside what waits already: what was done to the other one, and what has been sent to the younger.
Result<void> TwinSweep::appendRest(const Pair &pair, const Record &after)
{
    const Result<QVector<Operation>> others = m_tables.outbox.of(pair.other.row);
    if (!others)
        return tl::unexpected(others.error());
    const bool isMore =
        !others->isEmpty() || isTouched(under(pair.origin, pair.younger().serverId), pair.younger().base);
    const QJsonObject content = diffPatch(after.base, after.local);
    if (!isMore || content.isEmpty())
        return m_tables.outbox.removeUpTo(pair.other.row, Outbox::All);
    return step()
        .and_then([&](qint64 id) {
            return m_tables.outbox.append({.row = after.row,
                                           .step = id,
                                           .content = content,
                                           .before = diffPatch(after.local, after.base),
                                           .made = m_now});
        })
        .and_then([&] { return m_tables.outbox.removeUpTo(pair.other.row, Outbox::All); });
}

/// Nobody did it, so nobody can undo it; but as part of a decision.
Result<qint64> TwinSweep::step()
{
    if (m_step != 0)
        return m_step;
    return m_tables.steps.beginForGood(joinedText(), m_now).map([this](qint64 id) { return m_step = id; });
}

Result<void> TwinSweep::write(const Pair &pair, const Record &after)
{
    const Record quiet = untouched(pair.isExchanged ? exchanged(pair.other, pair.original) : pair.other);
    Record between = pair.other;
    between.serverId.clear(); // no two may have one at any moment
    m_tables.changes.add(after.kind, after.row);
    m_tables.changes.add(after.kind, quiet.row);
    return m_tables.documents.replace(pair.other, between)
        .and_then([&] { return m_tables.documents.replace(pair.original, after); })
        .and_then([&] { return m_tables.documents.replace(between, quiet); })
        .and_then([&] {
            return m_tables.history.noteChanges(after.row, m_now, joinedText(), pair.original.local,
                                                after.local);
        })
        .and_then([&] { return m_tables.history.noteWhole(quiet.row, m_now, joinedText()); });
}

} // namespace salesbench
