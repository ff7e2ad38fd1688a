// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/decisions.h"

#include "models/domain/decision.h"
#include "models/domain/merge.h"
#include "models/domain/references.h"
#include "models/store/keptrows.h"
#include "models/store/recorder.h"
#include "models/store/settings.h"
#include "models/store/twinlinks.h"
#include "models/store/twinsweep.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr qint64 LastOfAll = std::numeric_limits<qint64>::max();

struct DecisionsText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Decisions)
};

tl::unexpected<Problem> changedSince(const Record &record)
{
    return notAllowed(DecisionsText::tr("“%1” has changed since, and stays as it is.")
                          .arg(nameOf(record.kind, record.local)));
}

/// What is to be sent of the document that the decision made.
Operation operationOf(const Record &after, Decision::What what)
{
    Operation operation{.row = after.row};
    if (what == Decision::What::Recreate) {
        operation.op = Edit::Op::Create;
        operation.content = after.local;
    } else if (after.deleted) {
        operation.op = Edit::Op::Delete;
    } else {
        operation.content = diffPatch(after.base, after.local);
        operation.before = diffPatch(after.local, after.base);
    }
    return operation;
}

} // namespace

Result<Record> Decisions::stands(const Record &seen)
{
    const Result<std::optional<Record>> found = m_tables.documents.find(seen.kind, seen.localId);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return tl::unexpected(
            Problem{Problem::Kind::NotFound, DecisionsText::tr("There is no such document any more."), {}});
    return **found;
}

Result<void> Decisions::decide(const Decision &decision)
{
    if (decision.what != Decision::What::Retry)
        return begin(decision).and_then([&] { return m_tables.steps.forgetUndone(); });
    return stands(decision.seen).and_then([&](const Record &before) {
        return decided(before, decision, m_now).and_then([&](const std::optional<Record> &after) {
            return tryNow(before, *after, decision.title);
        });
    });
}

Result<void> Decisions::tryNow(const Record &before, const Record &after, const QString &title)
{
    m_tables.changes.add(after.kind, after.row);
    return m_tables.outbox.tryNow(after.row)
        .and_then([&] { return m_tables.outbox.of(after.row); })
        .and_then([&](const QVector<Operation> &operations) {
            Record waiting = after;
            waiting.sync = syncOf(operations);
            return m_tables.documents.replace(before, waiting);
        })
        .and_then([&] { return m_tables.history.noteWhole(after.row, m_now, title); });
}

Result<void> Decisions::begin(const Decision &decision)
{
    return m_tables.steps.begin(decision.title, m_now).and_then([&](qint64 step) {
        m_step = step;
        return carryOut(decision);
    });
}

Result<void> Decisions::carryOut(const Decision &decision)
{
    return stands(decision.seen)
        .and_then([&](const Record &before) {
            return decided(before, decision, m_now).and_then([&](const std::optional<Record> &after) {
                return keep(before).and_then(
                    [&] { return after ? put(before, *after, decision) : remove(before, decision); });
            });
        })
        .and_then([&] {
            QJsonObject kept = toJson(decision, m_kept);
            if (m_twin)
                kept.insert("twin"_L1, toJson(*m_twin));
            return m_tables.steps.setDecision(m_step, kept);
        });
}

Result<void> Decisions::put(const Record &before, const Record &after, const Decision &decision)
{
    switch (decision.what) {
    case Decision::What::DeleteTwin:
        return deleteTwin(before, after, decision);
    case Decision::What::KeepTwin:
        return keepTwin(before, decision);
    default:
        return replace(before, after, decision);
    }
}

/// The document and what waits of it, before anything happens to them.
Result<void> Decisions::keep(const Record &record)
{
    m_tables.changes.add(record.kind, record.row);
    return keptRow(m_tables, record).map([this](const QJsonObject &kept) { m_kept.append(kept); });
}

Result<void> Decisions::remove(const Record &record, const Decision &decision)
{
    const Result<QVector<Record>> referrers =
        m_tables.documents.referringTo(record.localId, DocumentRows::MostReferrers);
    if (!referrers)
        return tl::unexpected(referrers.error());
    for (const Record &referrer : *referrers) {
        if (Result<void> done = leaveOut(referrer, record, decision.title); !done)
            return done;
    }
    return m_tables.outbox.removeUpTo(record.row, LastOfAll)
        .and_then([&] { return m_tables.documents.remove(record); })
        .and_then([&] { return m_tables.history.noteWhole(record.row, m_now, decision.title); });
}

/// A link to what never came to be would be sent as it is, and mean nothing to the server.
Result<void> Decisions::leaveOut(const Record &referrer, const Record &removed, const QString &title)
{
    if (referrer.sync == SyncState::Sending)
        return notAllowed(DecisionsText::tr("“%1” names it and is being sent at this moment.")
                              .arg(nameOf(referrer.kind, referrer.local)));
    const QJsonObject without = withoutReferences(referrer.local, {removed.localId});
    const Edit edit{Edit::Op::Update, referrer.kind, referrer.localId, diffPatch(referrer.local, without)};
    return keep(referrer).and_then([&] { return Recorder(m_tables).recordWithin(m_step, title, edit); });
}

Result<void> Decisions::replace(const Record &before, const Record &after, const Decision &decision)
{
    return m_tables.outbox.removeUpTo(before.row, LastOfAll)
        .and_then([&] { return append(before, after, decision); })
        .and_then([&] {
            const bool changes = !changedAttributes(before.local, after.local).isEmpty();
            return changes
                ? m_tables.history.noteChanges(after.row, m_now, decision.title, before.local, after.local)
                : m_tables.history.noteWhole(after.row, m_now, decision.title);
        });
}

Result<void> Decisions::append(const Record &before, const Record &after, const Decision &decision)
{
    Result<void> done = m_tables.documents.replace(before, after);
    if (!done || after.sync == SyncState::Synced)
        return done;
    Operation operation = operationOf(after, decision.what);
    operation.step = m_step;
    operation.made = m_now;
    return m_tables.outbox.append(operation).and_then(
        [&] { return decision.what == Decision::What::Recreate ? noteRecreation(after) : Result<void>(); });
}

/// A server that remembers keys would answer a second creation under the same one with the first document.
Result<void> Decisions::noteRecreation(const Record &record)
{
    const QString key = recreationsKey(record.localId);
    return readSetting(*m_tables.database, key).and_then([&](const QJsonValue &times) {
        return writeSetting(*m_tables.database, key, times.toInt() + 1);
    });
}

// Twins -------------------------------------------------------------------------------------------------

Result<Twin> Decisions::twinOf(const Record &record)
{
    const Result<std::optional<Twin>> found = TwinRows(*m_tables.database).of(record.row);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || (*found)->state != Twin::State::Offered)
        return notAllowed(DecisionsText::tr("There is nothing to decide about this one any more."));
    m_twin = **found;
    return **found;
}

Result<void> Decisions::keepTwin(const Record &record, const Decision &decision)
{
    return twinOf(record)
        .and_then([&](Twin twin) {
            twin.state = Twin::State::Kept;
            return TwinRows(*m_tables.database).put(twin);
        })
        .and_then([&] { return m_tables.history.noteWhole(record.row, m_now, decision.title); });
}

Result<void> Decisions::deleteTwin(const Record &before, const Record &after, const Decision &decision)
{
    const Result<Twin> twin = twinOf(before);
    if (!twin)
        return tl::unexpected(twin.error());
    const Result<std::optional<Record>> original = m_tables.documents.at(twin->original);
    if (!original)
        return tl::unexpected(original.error());
    return takeRest(*twin, **original, before)
        .and_then([&] { return nameOriginal(before, **original, decision.title); })
        .and_then([&] { return m_tables.documents.at(before.row); })
        .and_then([&](const std::optional<Record> &now) { return replace(*now, after, decision); });
}

Result<void> Decisions::takeRest(const Twin &twin, const Record &original, const Record &other)
{
    if (!TwinSweep::hasRest(twin, other))
        return {};
    return keep(original).and_then(
        [&] { return TwinSweep(m_tables).takeRest(twin, original, other, m_step); });
}

/// What names the one that goes names its original from now on.
Result<void> Decisions::nameOriginal(const Record &twin, const Record &original, const QString &title)
{
    const Reference gone{twin.kind, twin.serverId};
    const Result<QVector<Record>> documents = naming(m_tables, gone, twin, original);
    if (!documents)
        return tl::unexpected(documents.error());
    for (const Record &document : *documents) {
        const Result<void> done = keep(document).and_then(
            [&] { return nameOther(m_tables, document, gone, original.serverId, m_step, title); });
        if (!done)
            return done;
    }
    return {};
}

// Taking back -------------------------------------------------------------------------------------------

Result<void> Decisions::takeBack(const Step &step)
{
    const QJsonArray rows = step.decision.value("kept"_L1).toArray();
    for (const QJsonValue &kept : rows) {
        if (Result<void> done = restore(kept.toObject(), step); !done)
            return done;
    }
    const QJsonObject twin = step.decision.value("twin"_L1).toObject();
    const Result<void> offered =
        twin.isEmpty() ? Result<void>() : TwinRows(*m_tables.database).put(toTwin(twin));
    return offered.and_then([&] { return m_tables.steps.setUndone(step.id, {}); });
}

Result<void> Decisions::doAgain(const Step &step)
{
    m_step = step.id;
    return carryOut(toDecision(step.decision, step.title)).and_then([&] {
        return m_tables.steps.setRedone(step.id);
    });
}

Result<void> Decisions::restore(const QJsonObject &kept, const Step &step)
{
    const Record record = keptRecord(kept);
    const QJsonArray operations = kept.value("operations"_L1).toArray();
    const QString title = DecisionsText::tr("Undo: %1").arg(step.title);
    m_tables.changes.add(record.kind, record.row);
    return replaceable(record, operations, step.id)
        .and_then([&](const std::optional<Record> &stands) { return putBack(stands, record, title); })
        .and_then([&] { return restoreOperations(m_tables, kept); });
}

/// The server's document may have come back under a row of its own.
Result<std::optional<Record>> Decisions::nothingInPlaceOf(const Record &record)
{
    if (record.serverId.isEmpty())
        return std::nullopt;
    return m_tables.documents.findServer(record.kind, record.serverId)
        .and_then([&](const std::optional<Record> &other) -> Result<std::optional<Record>> {
            return other ? Result<std::optional<Record>>(changedSince(record)) : std::nullopt;
        });
}

/// What stands in the place of @p record; its operations are gone then, unless they are not the step's.
Result<std::optional<Record>> Decisions::replaceable(const Record &record, const QJsonArray &operations,
                                                     qint64 step)
{
    const Result<std::optional<Record>> now = m_tables.documents.at(record.row);
    if (!now || !*now)
        return now.and_then([&](const std::optional<Record> &) { return nothingInPlaceOf(record); });
    const Result<QVector<Operation>> left = m_tables.outbox.of(record.row);
    if (!left)
        return tl::unexpected(left.error());
    const bool edited = std::ranges::any_of(*left, [&](const Operation &operation) {
        return operation.step != step && !holdsOperation(operations, operation.sequence);
    });
    if (edited || (*now)->sync == SyncState::Sending)
        return changedSince(record);
    for (const Operation &operation : *left) {
        if (Result<void> removed = m_tables.outbox.remove(operation); !removed)
            return tl::unexpected(removed.error());
    }
    return now;
}

Result<void> Decisions::putBack(const std::optional<Record> &stands, Record record, const QString &title)
{
    if (!stands) {
        return m_tables.documents.insert(record).and_then(
            [&] { return m_tables.history.noteWhole(record.row, m_now, title); });
    }
    return m_tables.documents.replace(*stands, record).and_then([&] {
        const bool changes = !changedAttributes(stands->local, record.local).isEmpty();
        return changes ? m_tables.history.noteChanges(record.row, m_now, title, stands->local, record.local)
                       : m_tables.history.noteWhole(record.row, m_now, title);
    });
}

} // namespace salesbench
