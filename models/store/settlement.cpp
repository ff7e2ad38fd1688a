// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/settlement.h"

#include "models/domain/adoption.h"
#include "models/domain/merge.h"
#include "models/domain/references.h"
#include "models/store/endedlinks.h"
#include "models/store/reconcile.h"
#include "models/store/seenrows.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace salesbench {

namespace {

struct SettlementText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Settlement)
};

bool isLinkUnsent(const Record &record, const Reference &link)
{
    return record.sync == SyncState::Synced && !record.deleted && references(record.local).contains(link)
        && !changedAttributes(record.base, record.local).isEmpty();
}

Outcome sharedId(const Outcome &outcome)
{
    Outcome refused;
    refused.kind = Outcome::Kind::Refused;
    refused.reason =
        SettlementText::tr("The server gave this one the id of another document (%1), and cannot tell the "
                           "two apart. Look at that one there before this is sent again.")
            .arg(outcome.remote.serverId);
    return refused;
}

} // namespace

Result<void> Settlement::settle(const Outcome &outcome)
{
    m_tables.changes.add(m_record.kind, m_record.row);
    switch (outcome.kind) {
    case Outcome::Kind::Done:
        return done(outcome);
    case Outcome::Kind::Retry:
    case Outcome::Kind::Pause:
    case Outcome::Kind::Unknown:
        return retry(outcome);
    case Outcome::Kind::Conflict:
        m_after.remote = outcome.remote.document;
        return stop(SyncState::Conflict, outcome);
    case Outcome::Kind::Refused:
        return stop(SyncState::Refused, outcome);
    case Outcome::Kind::LocalOnly:
        return stop(SyncState::LocalOnly, outcome);
    }
    return {};
}

Result<void> Settlement::done(const Outcome &outcome)
{
    const Result<bool> found = m_tables.outbox.hasDeletion(m_record.row, m_last);
    if (!found)
        return tl::unexpected(found.error());
    const bool deleted = *found;
    if (!deleted && outcome.remote.document.isEmpty()) {
        return tl::unexpected(Problem{
            Problem::Kind::BadInput, SettlementText::tr("The server's answer holds no document."), {}});
    }
    if (!deleted)
        return isAnothers(outcome.remote.serverId).and_then([&](bool isAnothers) {
            return isAnothers ? stop(SyncState::Refused, sharedId(outcome)) : take(outcome);
        });
    return endLinks(m_tables, m_record)
        .and_then([this] { return m_tables.outbox.removeUpTo(m_record.row, Outbox::All); })
        .and_then([this] { return m_tables.documents.remove(m_record); });
}

/// Some servers give one id to two documents that are made at the same moment.
Result<bool> Settlement::isAnothers(const QString &serverId)
{
    if (serverId == m_record.serverId)
        return false;
    return m_tables.documents.findServer(m_record.kind, serverId)
        .map([&](const std::optional<Record> &found) { return found && found->row != m_record.row; });
}

Result<void> Settlement::take(const Outcome &outcome)
{
    const Result<QJsonObject> sent = withServerReferences(m_tables.documents, outcome.sent);
    if (!sent)
        return tl::unexpected(sent.error());
    const Result<QJsonObject> local = withServerReferences(m_tables.documents, m_record.local);
    if (!local)
        return tl::unexpected(local.error());
    const bool wentOn = *local != *sent;
    if (m_record.deleted)
        m_after.base = baseBesideDeletion(*sent, outcome.remote.document, m_record.localId);
    else
        m_after.base = wentOn ? baseBeside(*sent, *local, outcome.remote.document) : outcome.remote.document;
    m_after.local = wentOn ? mergeThreeWays(*sent, *local, m_after.base).merged : m_after.base;
    m_after.remote = {};
    m_after.reason.clear();
    m_after.etag = outcome.remote.etag;
    if (!outcome.remote.serverId.isEmpty())
        m_after.serverId = outcome.remote.serverId;
    return completeLinks()
        .and_then([&] { return keepRest(outcome); })
        .and_then([this] { return write(); })
        .and_then([this] { return SeenRows(*m_tables.database).add(m_after.kind, {m_after.row}); });
}

/// A document that names this one back may have been sent while this one was to stay here: without its link.
Result<void> Settlement::completeLinks()
{
    if (!m_record.serverId.isEmpty())
        return {};
    const Result<QVector<Operation>> operations = m_tables.outbox.of(m_record.row);
    if (!operations || operations->isEmpty())
        return operations.map([](const QVector<Operation> &) {});
    const QVector<Reference> named = references(m_record.local);
    for (const Reference &reference : named) {
        const Result<std::optional<Record>> other = m_tables.documents.find(reference.kind, reference.id);
        if (!other)
            return tl::unexpected(other.error());
        if (!*other || !isLinkUnsent(**other, {m_record.kind, m_record.localId}))
            continue;
        if (Result<void> done = sendLinkOf(**other, operations->first().step); !done)
            return done;
    }
    return {};
}

Result<void> Settlement::sendLinkOf(const Record &other, qint64 step)
{
    Record waiting = other;
    waiting.sync = SyncState::Waiting;
    waiting.edited = m_record.edited;
    m_tables.changes.add(other.kind, other.row);
    return m_tables.documents.replace(other, waiting).and_then([&] {
        return m_tables.outbox.append({.row = other.row,
                                       .step = step,
                                       .content = diffPatch(other.base, other.local),
                                       .before = diffPatch(other.local, other.base),
                                       .made = m_record.edited});
    });
}

/// What was not sent waits as an update in the place of what was: an edit that was made later may be taken
/// back. What the server has no place for (a link to a document that stays here) is not sent, and waits for
/// nothing.
Result<void> Settlement::keepRest(const Outcome &outcome)
{
    if (!outcome.partly)
        return m_tables.outbox.removeUpTo(m_record.row, m_last);
    const Result<QVector<Operation>> operations = m_tables.outbox.of(m_record.row);
    if (!operations)
        return tl::unexpected(operations.error());
    const auto later =
        std::ranges::find_if(*operations, [this](const Operation &each) { return each.sequence > m_last; });
    if (later != operations->begin()) {
        const QJsonObject local = localBefore(later, operations->end());
        if (!changedAttributes(m_after.base, local).isEmpty())
            return putRest(*std::prev(later), local);
    }
    return m_tables.outbox.removeUpTo(m_record.row, m_last);
}

/// What the document was before the edits in [@p edit, @p end).
QJsonObject Settlement::localBefore(QVector<Operation>::const_iterator edit,
                                    QVector<Operation>::const_iterator end) const
{
    QJsonObject local = m_after.local;
    while (end != edit)
        local = mergePatch(local, (--end)->before);
    return local;
}

Result<void> Settlement::putRest(const Operation &last, const QJsonObject &local)
{
    const Operation rest{.sequence = last.sequence,
                         .row = last.row,
                         .step = last.step,
                         .content = diffPatch(m_after.base, local),
                         .before = diffPatch(local, m_after.base),
                         .made = last.made};
    return m_tables.outbox.remove(last).and_then([&] { return m_tables.outbox.restore(rest); }).and_then([&] {
        return m_tables.outbox.removeUpTo(last.row, last.sequence - 1);
    });
}

Result<void> Settlement::stop(SyncState state, const Outcome &outcome)
{
    m_after.reason = outcome.reason;
    return m_tables.outbox.setState(m_record.row, Outbox::All, state).and_then([this] { return write(); });
}

Result<void> Settlement::retry(const Outcome &outcome)
{
    m_after.reason = outcome.reason;
    // What broke off because the network went, or the user stopped it, is tried again as soon as that is
    // over.
    const bool isPutOff = outcome.notBefore.isValid();
    const bool counts = outcome.kind == Outcome::Kind::Retry;
    return (outcome.kind == Outcome::Kind::Unknown
                ? m_tables.outbox.doubt(m_record.row, m_last, isPutOff, outcome.notBefore)
                : m_tables.outbox.retryLater(m_record.row, m_last, counts, outcome.notBefore))
        .and_then([this] { return write(); });
}

/// The document, standing as its operations do.
Result<void> Settlement::write()
{
    const Result<QVector<Operation>> operations = m_tables.outbox.of(m_record.row);
    if (!operations)
        return tl::unexpected(operations.error());
    const bool doubted = std::ranges::any_of(*operations, &Operation::doubted);
    // What was deleted here and has not arrived there is nothing to send.
    const bool vanished = m_after.deleted && m_after.serverId.isEmpty() && !doubted;
    m_after.sync = vanished ? SyncState::Synced : syncOf(*operations);
    if (operations->isEmpty())
        m_after.edited = {};
    return m_tables.documents.replace(m_record, m_after);
}

} // namespace salesbench
