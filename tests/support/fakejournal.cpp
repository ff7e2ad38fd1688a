// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakejournal.h"

#include "models/domain/merge.h"
#include "models/domain/references.h"

#include <QPromise>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::testing {

namespace {

template<typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

QFuture<Result<void>> done()
{
    return ready<void>({});
}

bool isStopped(SyncState state)
{
    return state == SyncState::Conflict || state == SyncState::Refused || state == SyncState::LocalOnly;
}

} // namespace

void FakeJournal::create(ResourceKind kind, const QString &localId, QJsonObject document)
{
    const QMutexLocker lock(&m_mutex);
    document.insert("id"_L1, localId);
    Entry fresh;
    fresh.kind = kind;
    fresh.localId = localId;
    fresh.local = document;
    fresh.op = Edit::Op::Create;
    fresh.state = SyncState::Waiting;
    fresh.sequence = ++m_sequence;
    m_entries.push_back(fresh);
}

void FakeJournal::update(const QString &id, const QJsonObject &patch)
{
    const QMutexLocker lock(&m_mutex);
    Entry *known = entry(id);
    known->local = mergePatch(known->local, patch);
    known->sequence = ++m_sequence;
    if (known->state != SyncState::Conflict && known->state != SyncState::LocalOnly)
        known->state = SyncState::Waiting;
}

void FakeJournal::remove(const QString &id)
{
    const QMutexLocker lock(&m_mutex);
    Entry *known = entry(id);
    known->op = Edit::Op::Delete;
    known->deleted = true;
    known->sequence = ++m_sequence;
    known->state = SyncState::Waiting;
}

void FakeJournal::know(ResourceKind kind, const QJsonObject &document, const QString &etag)
{
    const QMutexLocker lock(&m_mutex);
    take(kind, {.serverId = document.value("id"_L1).toString(), .document = document, .etag = etag});
}

FakeJournal::Entry FakeJournal::find(const QString &id) const
{
    const QMutexLocker lock(&m_mutex);
    const Entry *known = const_cast<FakeJournal *>(this)->entry(id);
    return known ? *known : Entry();
}

int FakeJournal::count(ResourceKind kind) const
{
    const QMutexLocker lock(&m_mutex);
    return int(
        std::count_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.kind == kind; }));
}

void FakeJournal::put(const Entry &changed)
{
    const QMutexLocker lock(&m_mutex);
    *entry(changed.localId) = changed;
}

FakeJournal::Entry *FakeJournal::entry(const QString &id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &e) { return e.localId == id || e.serverId == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

QFuture<Result<void>> FakeJournal::recover()
{
    const QMutexLocker lock(&m_mutex);
    for (Entry &entry : m_entries) {
        if (entry.state != SyncState::Sending)
            continue;
        entry.state = SyncState::Unknown;
        entry.unknown = true;
    }
    return done();
}

bool FakeJournal::isReady(const Entry &entry, const QDateTime &now) const
{
    if (entry.state == SyncState::Synced || entry.state == SyncState::Sending || isStopped(entry.state)
        || (entry.notBefore.isValid() && entry.notBefore > now))
        return false;
    const QVector<Reference> needed =
        entry.serverId.isEmpty() ? origins(entry.kind, entry.local) : references(entry.local);
    return std::none_of(needed.begin(), needed.end(), [this](const Reference &reference) {
        const Entry *other = const_cast<FakeJournal *>(this)->entry(reference.id);
        return other && other->serverId.isEmpty() && other->state != SyncState::LocalOnly;
    });
}

QFuture<Result<QVector<OutboxWork>>> FakeJournal::due(QDateTime now, int limit)
{
    ++questions;
    if (thinking.count() == 0)
        return ready<QVector<OutboxWork>>(findDue(now, limit));
    auto promise = std::make_shared<QPromise<Result<QVector<OutboxWork>>>>();
    promise->start();
    QTimer::singleShot(thinking, [this, promise, now, limit] {
        promise->addResult(findDue(now, limit));
        promise->finish();
    });
    return promise->future();
}

QVector<OutboxWork> FakeJournal::findDue(const QDateTime &now, int limit) const
{
    const QMutexLocker lock(&m_mutex);
    QVector<OutboxWork> result;
    for (const Entry &e : m_entries) {
        if (!isReady(e, now) || result.size() == limit)
            continue;
        const Edit::Op op = e.op == Edit::Op::Create && !e.serverId.isEmpty() ? Edit::Op::Update : e.op;
        result.append({.kind = e.kind,
                       .localId = e.localId,
                       .serverId = e.serverId,
                       .op = op,
                       .base = e.base,
                       .local = e.local,
                       .etag = e.etag,
                       .lastSequence = e.sequence,
                       .attempts = e.attempts,
                       .unknown = e.unknown,
                       .attempted = e.unknown ? e.attempted : QVector<QJsonObject>()});
    }
    return result;
}

QFuture<Result<void>> FakeJournal::markSending(ResourceKind, QString localId, qint64)
{
    const QMutexLocker lock(&m_mutex);
    entry(localId)->state = SyncState::Sending;
    entry(localId)->attempted.append(entry(localId)->local);
    return done();
}

void FakeJournal::settleDone(Entry &entry, qint64 lastSequence, const Outcome &outcome)
{
    entry.unknown = false;
    entry.attempted.clear();
    entry.attempts = 0;
    entry.notBefore = {};
    entry.local = mergeThreeWays(outcome.sent, entry.local, outcome.remote.document).merged;
    entry.base = outcome.remote.document;
    entry.serverId = outcome.remote.serverId;
    entry.etag = outcome.remote.etag;
    entry.op = Edit::Op::Update;
    entry.state = outcome.partly || entry.sequence > lastSequence ? SyncState::Waiting : SyncState::Synced;
}

QFuture<Result<void>> FakeJournal::settle(ResourceKind, QString localId, qint64 lastSequence, Outcome outcome)
{
    const QMutexLocker lock(&m_mutex);
    Entry &e = *entry(localId);
    using Kind = Outcome::Kind;
    if (outcome.kind == Kind::Done && e.deleted) {
        m_entries.erase(m_entries.begin() + (&e - m_entries.data()));
        return done();
    }
    e.reason = outcome.reason;
    e.notBefore = outcome.notBefore;
    e.attempts +=
        outcome.kind == Kind::Retry || (outcome.kind == Kind::Unknown && outcome.notBefore.isValid());
    e.unknown = e.unknown || outcome.kind == Kind::Unknown;
    switch (outcome.kind) {
    case Kind::Done:
        settleDone(e, lastSequence, outcome);
        break;
    case Kind::Conflict:
        e.state = SyncState::Conflict;
        e.remote = outcome.remote.document;
        break;
    case Kind::Refused:
        e.state = SyncState::Refused;
        break;
    case Kind::LocalOnly:
        e.state = SyncState::LocalOnly;
        break;
    default:
        e.state = SyncState::Waiting;
    }
    return done();
}

QFuture<Result<void>> FakeJournal::awaken(ResourceKind kind)
{
    const QMutexLocker lock(&m_mutex);
    for (Entry &entry : m_entries) {
        if (entry.kind == kind && entry.state == SyncState::LocalOnly)
            entry.state = SyncState::Waiting;
    }
    return done();
}

bool FakeJournal::take(ResourceKind kind, const RemoteDocument &document)
{
    Entry *known = entry(document.serverId);
    if (!known) {
        Entry fresh;
        fresh.kind = kind;
        fresh.localId = "local-"_L1 + document.serverId;
        fresh.serverId = document.serverId;
        fresh.base = fresh.local = document.document;
        fresh.etag = document.etag;
        fresh.seen = true;
        m_entries.push_back(fresh);
        return true;
    }
    known->seen = true;
    const bool changed = !changedAttributes(known->base, document.document).isEmpty();
    const MergeResult merge = mergeThreeWays(known->base, known->local, document.document);
    if (!changed || !merge.conflicts.isEmpty())
        return changed;
    known->local = merge.merged;
    known->base = document.document;
    known->etag = document.etag;
    return true;
}

QFuture<Result<PullCounts>> FakeJournal::takePage(ResourceKind kind, QVector<RemoteDocument> page)
{
    const QMutexLocker lock(&m_mutex);
    if (m_pageProblem)
        return ready<PullCounts>(tl::unexpected(*m_pageProblem));
    PullCounts counts;
    for (const RemoteDocument &document : page)
        counts.changed += take(kind, document);
    return ready<PullCounts>(counts);
}

QFuture<Result<QStringList>> FakeJournal::unseen(ResourceKind kind, int limit)
{
    const QMutexLocker lock(&m_mutex);
    QStringList result;
    for (const Entry &entry : m_entries) {
        if (entry.kind == kind && !entry.serverId.isEmpty() && !entry.seen && result.size() < limit)
            result.append(entry.serverId);
    }
    return ready<QStringList>(result);
}

QFuture<Result<void>> FakeJournal::takeGone(ResourceKind, QString serverId)
{
    const QMutexLocker lock(&m_mutex);
    std::erase_if(m_entries, [&](const Entry &entry) { return entry.serverId == serverId; });
    return done();
}

QFuture<Result<QJsonObject>> FakeJournal::pullState(ResourceKind kind)
{
    const QMutexLocker lock(&m_mutex);
    return ready<QJsonObject>(m_pulls.value(kind));
}

QFuture<Result<void>> FakeJournal::setPullState(ResourceKind kind, QJsonObject state)
{
    const QMutexLocker lock(&m_mutex);
    m_pulls.insert(kind, state);
    return done();
}

QFuture<Result<void>> FakeJournal::beginPull(ResourceKind kind)
{
    const QMutexLocker lock(&m_mutex);
    for (Entry &entry : m_entries)
        entry.seen = entry.kind == kind ? false : entry.seen;
    return done();
}

QFuture<Result<SyncJournal::Counts>> FakeJournal::counts()
{
    const QMutexLocker lock(&m_mutex);
    Counts counts;
    for (const Entry &entry : m_entries) {
        counts.waiting += entry.state != SyncState::Synced && entry.state != SyncState::LocalOnly;
        counts.conflicts += entry.state == SyncState::Conflict;
        counts.refused += entry.state == SyncState::Refused;
        counts.localOnly += entry.state == SyncState::LocalOnly;
        ++counts.documents[entry.kind];
    }
    return ready<Counts>(counts);
}

QFuture<Result<QJsonValue>> FakeJournal::setting(QString key)
{
    const QMutexLocker lock(&m_mutex);
    return ready<QJsonValue>(m_settings.value(key));
}

QFuture<Result<void>> FakeJournal::setSetting(QString key, QJsonValue value)
{
    const QMutexLocker lock(&m_mutex);
    m_settings.insert(key, value);
    return done();
}

QFuture<Result<QMap<QString, QString>>> FakeJournal::serverIds(QStringList localIds)
{
    const QMutexLocker lock(&m_mutex);
    QMap<QString, QString> result;
    for (const Entry &entry : m_entries) {
        if (localIds.contains(entry.localId))
            result.insert(entry.localId, entry.serverId);
    }
    return ready<QMap<QString, QString>>(result);
}

} // namespace salesbench::testing
