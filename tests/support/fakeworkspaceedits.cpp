// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeworkspaceedits.h"

#include "models/domain/decision.h"
#include "models/domain/editing.h"
#include "models/domain/merge.h"
#include "models/domain/references.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::testing {

namespace {

const QDateTime editTime({2026, 10, 7}, {12, 0}, QTimeZone::utc());

Result<void> refused(Problem::Kind kind, const QString &sentence)
{
    return tl::make_unexpected(Problem{kind, sentence, {}});
}

AuditEntry entry(const QString &title)
{
    const QJsonValue nothing(QJsonValue::Undefined);
    return {editTime, u"Mara Lindqvist"_s, title, {}, nothing, nothing, false};
}

bool sameDocument(const Record &a, const Record &b)
{
    return a.local == b.local && a.base == b.base && a.sync == b.sync && a.deleted == b.deleted;
}

bool sameDocuments(const Documents &a, const Documents &b)
{
    return std::ranges::equal(a, b, [](const auto &left, const auto &right) {
        return left.first == right.first && sameDocument(left.second, right.second);
    });
}

} // namespace

QFuture<Result<void>> FakeWorkspace::Edits::record(Change change)
{
    return m_state.later<void>([this, change]() -> Result<void> {
        if (m_state.editProblem)
            return tl::make_unexpected(*m_state.editProblem);
        const Documents before = m_state.documents;
        if (const Result<void> done = apply(change); !done) {
            m_state.documents = before;
            return done;
        }
        if (!sameDocuments(before, m_state.documents))
            note(change, before);
        return {};
    });
}

void FakeWorkspace::Edits::note(const Change &change, const Documents &before)
{
    m_state.changes.append(change);
    m_state.undoable.push_back({change, before, m_state.documents, m_state.twins});
    m_state.redoable.clear();
    announce(before, m_state.documents);
}

QFuture<Result<void>> FakeWorkspace::Edits::decide(Decision decision)
{
    return m_state.later<void>([this, decision]() -> Result<void> {
        if (m_state.editProblem)
            return tl::make_unexpected(*m_state.editProblem);
        const Documents before = m_state.documents;
        const QMap<RowId, QString> twins = m_state.twins;
        if (const Result<void> done = applyDecision(decision); !done) {
            m_state.documents = before;
            return done;
        }
        m_state.decisions.append(decision);
        if (decision.what == Decision::What::Retry)
            announce(before, m_state.documents);
        else
            note({decision.title, {}}, before);
        if (decision.what == Decision::What::KeepTwin)
            m_state.undoable.back().twins = twins;
        return {};
    });
}

Result<void> FakeWorkspace::Edits::applyDecision(const Decision &decision)
{
    Record *stands = m_state.find(decision.seen.kind, decision.seen.localId);
    if (!stands)
        return refused(Problem::Kind::NotFound, u"There is no such document any more."_s);
    const Result<std::optional<Record>> after = decided(*stands, decision, editTime);
    if (!after)
        return tl::make_unexpected(after.error());
    const bool isAboutTwin =
        decision.what == Decision::What::DeleteTwin || decision.what == Decision::What::KeepTwin;
    if (isAboutTwin && !m_state.twins.contains(stands->row))
        return refused(Problem::Kind::NotAllowed, u"There is nothing to decide about this one any more."_s);
    if (decision.what == Decision::What::KeepTwin)
        m_state.twins.remove(stands->row);
    m_state.delays.remove(stands->row);
    m_state.history[stands->row].append(entry(decision.title));
    if (!*after)
        return remove(*stands, decision.title);
    *stands = **after;
    return {};
}

Result<void> FakeWorkspace::Edits::remove(const Record &record, const QString &title)
{
    const QString id = record.localId;
    m_state.documents.erase(record.row);
    for (const Record *referrer : m_state.referringTo(id)) {
        const QJsonObject patch = diffPatch(referrer->local, withoutReferences(referrer->local, {id}));
        const Edit edit{Edit::Op::Update, referrer->kind, referrer->localId, patch};
        if (const Result<void> done = applyOne(edit, title); !done)
            return done;
    }
    return {};
}

QFuture<Result<void>> FakeWorkspace::Edits::undo()
{
    return m_state.later<void>([this]() -> Result<void> {
        if (m_state.editProblem)
            return tl::make_unexpected(*m_state.editProblem);
        if (m_state.undoable.empty())
            return refused(Problem::Kind::NotAllowed, u"There is nothing to undo."_s);
        State::Step step = m_state.undoable.back();
        std::swap(step.twins, m_state.twins);
        m_state.undoable.pop_back();
        m_state.redoable.push_back(step);
        m_state.changes.removeLast();
        m_state.documents = step.before;
        announce(step.after, step.before);
        return {};
    });
}

QFuture<Result<void>> FakeWorkspace::Edits::redo()
{
    return m_state.later<void>([this]() -> Result<void> {
        if (m_state.editProblem)
            return tl::make_unexpected(*m_state.editProblem);
        if (m_state.redoable.empty())
            return refused(Problem::Kind::NotAllowed, u"There is nothing to redo."_s);
        State::Step step = m_state.redoable.back();
        std::swap(step.twins, m_state.twins);
        m_state.redoable.pop_back();
        m_state.undoable.push_back(step);
        m_state.changes.append(step.change);
        m_state.documents = step.after;
        announce(step.before, step.after);
        return {};
    });
}

UndoState FakeWorkspace::Edits::undoState() const
{
    return {m_state.undoable.empty() ? QString() : m_state.undoable.back().change.title,
            m_state.redoable.empty() ? QString() : m_state.redoable.back().change.title};
}

Result<void> FakeWorkspace::Edits::apply(const Change &change)
{
    for (const Edit &edit : change.edits) {
        if (const Result<void> done = applyOne(edit, change.title); !done)
            return done;
    }
    return {};
}

Result<void> FakeWorkspace::Edits::applyOne(const Edit &edit, const QString &title)
{
    if (edit.op == Edit::Op::Create)
        return create(edit, title);
    Record *record = m_state.find(edit.kind, edit.id);
    if (!record || record->deleted)
        return refused(Problem::Kind::NotFound, u"There is no such document any more."_s);
    if (edit.op == Edit::Op::Update)
        return update(*record, edit.content, title);
    record->deleted = true;
    record->sync = record->serverId.isEmpty() ? SyncState::Synced : SyncState::Waiting;
    m_state.history[record->row].append(entry(title));
    return {};
}

Result<void> FakeWorkspace::Edits::create(const Edit &edit, const QString &title)
{
    if (edit.id.isEmpty() || m_state.find(edit.kind, edit.id))
        return refused(Problem::Kind::BadInput, u"A new document needs an id of its own."_s);
    Record record;
    record.kind = edit.kind;
    record.row = ++m_state.lastRow;
    record.localId = edit.id;
    record.sync = SyncState::Waiting;
    record.edited = editTime;
    record.local = createdDocument(edit);
    record.unsent = changedAttributes({}, record.local);
    m_state.documents[record.row] = record;
    m_state.history[record.row].append(entry(title));
    return {};
}

Result<void> FakeWorkspace::Edits::update(Record &record, const QJsonObject &patch, const QString &title)
{
    const Result<QJsonObject> after = updatedDocument(record.kind, record.local, patch);
    if (!after)
        return tl::make_unexpected(after.error());
    if (*after == record.local)
        return {};
    for (const QString &attribute : changedAttributes(record.local, *after)) {
        AuditEntry line = entry(title);
        line.attribute = attribute;
        line.before = record.local.value(attribute);
        line.after = after->value(attribute);
        m_state.history[record.row].append(line);
    }
    record.local = *after;
    record.unsent = changedAttributes(record.base, *after);
    if (record.sync != SyncState::Conflict && record.sync != SyncState::LocalOnly)
        record.sync = SyncState::Waiting;
    record.edited = editTime;
    return {};
}

void FakeWorkspace::Edits::announce(const Documents &before, const Documents &after)
{
    QMap<ResourceKind, QVector<RowId>> touched;
    for (const auto &[row, record] : after) {
        const auto old = before.find(row);
        if (old == before.end() || !sameDocument(old->second, record))
            touched[record.kind].append(row);
    }
    for (const auto &[row, record] : before) {
        if (!after.contains(row))
            touched[record.kind].append(row);
    }
    for (auto it = touched.begin(); it != touched.end(); ++it)
        Q_EMIT m_queries.changed(it.key(), it.value());
    Q_EMIT undoStateChanged();
    Q_EMIT recorded();
}

} // namespace salesbench::testing
