// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/recorder.h"

#include "models/domain/editing.h"
#include "models/domain/merge.h"
#include "models/store/decisions.h"
#include "models/store/reconcile.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct RecorderText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Recorder)
};

/// What a further edit of a document in @p state waits for.
SyncState stateOfEdit(SyncState state)
{
    return state == SyncState::Conflict || state == SyncState::LocalOnly ? state : SyncState::Waiting;
}

/// An edit, and the row that its document had, so that doing it again restores the same one.
QJsonObject toUndone(const Operation &operation, const Record &record)
{
    return {{u"op"_s, static_cast<int>(operation.op)},
            {u"kind"_s, static_cast<int>(record.kind)},
            {u"id"_s, record.localId},
            {u"row"_s, operation.row},
            {u"content"_s, operation.content},
            {u"before"_s, operation.before}};
}

Edit fromUndone(const QJsonObject &undone)
{
    return {.op = static_cast<Edit::Op>(undone.value("op"_L1).toInt()),
            .kind = static_cast<ResourceKind>(undone.value("kind"_L1).toInt()),
            .id = undone.value("id"_L1).toString(),
            .content = undone.value("content"_L1).toObject()};
}

bool mayBeOnServer(const Record &record)
{
    return !record.serverId.isEmpty() || record.sync == SyncState::Sending
        || record.sync == SyncState::Unknown;
}

/// Lists of @p document that @p target has not at all, by name.
QStringList listsBegun(const QJsonObject &document, const QJsonObject &target)
{
    QStringList names = document.keys();
    names.removeIf(
        [&](const QString &name) { return target.contains(name) || !document.value(name).isArray(); });
    return names;
}

/// @p local with the step from the patch @p from to the patch @p to: element by element in a list, where
/// others' may have come meanwhile. What cannot be told apart becomes as @p to has it, unless @p later, the
/// edits made since, have set it.
QJsonObject stepped(const QJsonObject &local, const QJsonObject &from, const QJsonObject &to,
                    const QVector<Operation> &later)
{
    const QJsonObject wanted = mergePatch(local, to);
    QJsonObject target = wanted;
    const QStringList begun = listsBegun(local, wanted);
    for (const QString &name : begun) // an empty one, which merges with what others put in
        target.insert(name, QJsonArray());
    MergeResult result = mergeThreeWays(mergePatch(local, from), local, target);
    for (const QString &name : begun) {
        if (result.merged.value(name).toArray().isEmpty())
            result.merged.remove(name);
    }
    const bool isSetSince = std::ranges::any_of(result.conflicts, [&later](const QString &name) {
        return std::ranges::any_of(
            later, [&name](const Operation &operation) { return operation.content.contains(name); });
    });
    return result.conflicts.isEmpty() || isSetSince ? result.merged : wanted;
}

/// Of steps after @p step, which were not undone before it because they had begun to be sent.
QVector<Operation> madeAfter(qint64 step, QVector<Operation> operations)
{
    operations.removeIf([step](const Operation &operation) { return operation.step <= step; });
    return operations;
}

} // namespace

Result<void> Recorder::record(const Change &change)
{
    m_title = change.title;
    const Result<qint64> step = m_tables.steps.begin(m_title, m_now);
    if (!step)
        return tl::unexpected(step.error());
    m_step = *step;
    for (const Edit &edit : change.edits) {
        if (Result<void> applied = apply(edit, 0); !applied)
            return applied;
    }
    return m_tables.changes.isEmpty() ? m_tables.steps.remove(m_step) : m_tables.steps.forgetUndone();
}

Result<void> Recorder::recordWithin(qint64 step, const QString &title, const Edit &edit)
{
    m_step = step;
    m_title = title;
    return apply(edit, 0);
}

Result<void> Recorder::apply(const Edit &edit, RowId row)
{
    if (edit.op == Edit::Op::Create)
        return create(edit, row);
    const Result<Record> before = editable(edit);
    if (!before)
        return tl::unexpected(before.error());
    return edit.op == Edit::Op::Update ? update(*before, edit.content) : remove(*before);
}

Result<Record> Recorder::editable(const Edit &edit)
{
    const Result<std::optional<Record>> found = m_tables.documents.find(edit.kind, edit.id);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || (*found)->deleted)
        return tl::unexpected(
            Problem{Problem::Kind::NotFound, RecorderText::tr("There is no such document any more."), {}});
    return **found;
}

Result<void> Recorder::create(const Edit &edit, RowId row)
{
    const Result<std::optional<Record>> twin = m_tables.documents.findLocal(edit.id);
    if (!twin)
        return tl::unexpected(twin.error());
    if (edit.id.isEmpty() || *twin)
        return badInput(RecorderText::tr("A new document needs an id of its own."));
    const Result<QJsonObject> document = withServerReferences(m_tables.documents, createdDocument(edit));
    if (!document)
        return tl::unexpected(document.error());
    Record record;
    record.kind = edit.kind;
    record.row = row;
    record.localId = edit.id;
    record.sync = SyncState::Waiting;
    record.edited = m_now;
    record.local = *document;
    return m_tables.documents.insert(record)
        .and_then([&] {
            m_tables.changes.add(record.kind, record.row);
            return m_tables.history.noteWhole(record.row, m_now, m_title);
        })
        .and_then([&] {
            return m_tables.outbox.append({.row = record.row,
                                           .step = m_step,
                                           .op = Edit::Op::Create,
                                           .content = record.local,
                                           .made = m_now});
        });
}

Result<void> Recorder::update(const Record &before, const QJsonObject &patch)
{
    const Result<QJsonObject> document =
        updatedDocument(before.kind, before.local, patch).and_then([this](const QJsonObject &made) {
            return withServerReferences(m_tables.documents, made);
        });
    if (!document)
        return tl::unexpected(document.error());
    if (*document == before.local)
        return {};
    Record after = before;
    after.local = *document;
    return append(before, after,
                  {.op = Edit::Op::Update,
                   .content = diffPatch(before.local, after.local),
                   .before = diffPatch(after.local, before.local)})
        .and_then([&] {
            return m_tables.history.noteChanges(after.row, m_now, m_title, before.local, after.local);
        });
}

Result<void> Recorder::remove(const Record &before)
{
    Record after = before;
    after.deleted = true;
    return append(before, after, {.op = Edit::Op::Delete}).and_then([&] {
        return m_tables.history.noteWhole(after.row, m_now, m_title);
    });
}

/// The document, and the operation that it came by.
Result<void> Recorder::append(const Record &before, Record after, Operation operation)
{
    operation.row = after.row;
    operation.step = m_step;
    operation.made = m_now;
    operation.state = stateOfEdit(before.sync);
    after.edited = m_now;
    const bool again = before.sync == SyncState::Refused;
    if (before.sync == SyncState::Synced || again)
        after.sync = SyncState::Waiting;
    if (again)
        after.reason.clear();
    // What was made here and deleted before it left is nothing to send.
    if (after.deleted && !mayBeOnServer(before))
        after.sync = SyncState::Synced;
    m_tables.changes.add(after.kind, after.row);
    return m_tables.documents.replace(before, after)
        .and_then([&] { return again ? m_tables.outbox.restart(after.row) : Result<void>(); })
        .and_then([&] { return m_tables.outbox.append(operation); });
}

Result<void> Recorder::undo()
{
    const Result<Step> step = m_tables.steps.newestRecorded();
    if (!step)
        return tl::unexpected(step.error());
    if (step->id == 0)
        return notAllowed(RecorderText::tr("There is nothing to undo."));
    if (!step->decision.isEmpty())
        return Decisions(m_tables).takeBack(*step);
    m_title = RecorderText::tr("Undo: %1").arg(step->title);
    const Result<QVector<Operation>> operations = m_tables.outbox.ofStep(step->id);
    if (!operations)
        return tl::unexpected(operations.error());
    QJsonArray undone;
    for (auto it = operations->rbegin(); it != operations->rend(); ++it) {
        const Result<std::optional<Record>> record = m_tables.documents.at(it->row);
        if (!record)
            return tl::unexpected(record.error());
        undone.prepend(toUndone(*it, **record));
        if (Result<void> done = takeBack(*it); !done)
            return done;
    }
    return m_tables.steps.setUndone(step->id, undone);
}

Result<void> Recorder::takeBack(const Operation &operation)
{
    const Result<std::optional<Record>> record = m_tables.documents.at(operation.row);
    if (!record)
        return tl::unexpected(record.error());
    m_tables.changes.add((*record)->kind, operation.row);
    return m_tables.outbox.remove(operation).and_then([&] {
        return operation.op == Edit::Op::Create ? m_tables.documents.remove(**record)
                                                : takeBackEdit(operation, **record);
    });
}

Result<void> Recorder::takeBackEdit(const Operation &operation, const Record &before)
{
    const Result<QVector<Operation>> left = m_tables.outbox.of(operation.row);
    if (!left)
        return tl::unexpected(left.error());
    const Result<QJsonObject> local =
        step(before.local, operation.content, operation.before, madeAfter(operation.step, *left));
    if (!local)
        return tl::unexpected(local.error());
    Record after = before;
    after.local = *local;
    if (operation.op == Edit::Op::Delete)
        after.deleted = false;
    after.edited = left->isEmpty() ? QDateTime() : left->last().made;
    after.sync = syncOf(*left);
    return (left->isEmpty() ? takeServers(after) : mergeAgain(after))
        .and_then([&] { return m_tables.documents.replace(before, after); })
        .and_then([&] {
            return operation.op == Edit::Op::Delete
                ? m_tables.history.noteWhole(after.row, m_now, m_title)
                : m_tables.history.noteChanges(after.row, m_now, m_title, before.local, after.local);
        });
}

/// With the server's ids of what they link: a pull puts these into the document, and not into its edits.
Result<QJsonObject> Recorder::step(QJsonObject local, QJsonObject from, QJsonObject to,
                                   const QVector<Operation> &later)
{
    for (QJsonObject *document : {&local, &from, &to}) {
        Result<QJsonObject> known = withServerReferences(m_tables.documents, *document);
        if (!known)
            return known;
        *document = *known;
    }
    return stepped(local, from, to, later);
}

/// No edit is left: what stands is the server's, and what it has no place for.
Result<void> Recorder::takeServers(Record &record)
{
    if (!record.remote.isEmpty()) {
        record.local = mergeThreeWays(record.base, record.local, record.remote).merged;
        record.base = record.remote;
    }
    if (changedAttributes(record.base, record.local).isEmpty())
        record.local = record.base;
    record.remote = {};
    return {};
}

/// With one edit less the rest may not contradict the server any more.
Result<void> Recorder::mergeAgain(Record &record)
{
    if (record.sync != SyncState::Conflict || record.remote.isEmpty())
        return {};
    return reconcile(m_tables.documents, record, record.remote, {}).and_then([&] {
        return record.sync == SyncState::Conflict ? Result<void>() : m_tables.outbox.restart(record.row);
    });
}

Result<void> Recorder::redo()
{
    const Result<Step> step = m_tables.steps.nextUndone();
    if (!step)
        return tl::unexpected(step.error());
    if (step->id == 0)
        return notAllowed(RecorderText::tr("There is nothing to redo."));
    if (!step->decision.isEmpty())
        return Decisions(m_tables).doAgain(*step);
    m_step = step->id;
    m_title = step->title;
    for (const QJsonValue &value : step->undone) {
        if (Result<void> done = doAgain(value.toObject()); !done)
            return done;
    }
    return m_tables.steps.setRedone(step->id);
}

Result<void> Recorder::doAgain(const QJsonObject &undone)
{
    Edit edit = fromUndone(undone);
    if (edit.op == Edit::Op::Update) {
        const Result<Record> now = editable(edit);
        if (!now)
            return tl::unexpected(now.error());
        const Result<QVector<Operation>> left = m_tables.outbox.of(now->row);
        if (!left)
            return tl::unexpected(left.error());
        const Result<QJsonObject> local =
            step(now->local, undone.value("before"_L1).toObject(), edit.content, madeAfter(m_step, *left));
        if (!local)
            return tl::unexpected(local.error());
        edit.content = diffPatch(now->local, *local);
    }
    return apply(edit, undone.value("row"_L1).toInteger());
}

Result<UndoState> Recorder::undoState()
{
    return m_tables.steps.newestRecorded().and_then([this](const Step &recorded) {
        return m_tables.steps.nextUndone().map([&](const Step &undone) {
            return UndoState{recorded.title, undone.title};
        });
    });
}

} // namespace salesbench
