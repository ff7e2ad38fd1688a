// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/recordchanges.h"

#include "models/domain/conversion.h"
#include "models/domain/move.h"
#include "models/domain/ownership.h"
#include "models/domain/words.h"
#include "ui/list/kindwords.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct RecordChangesText {
    Q_DECLARE_TR_FUNCTIONS(RecordChanges)
};

/// What a change is about: the document's name, or how many there are.
QString subject(ResourceKind kind, qsizetype count, const QString &name)
{
    return count == 1 ? RecordChangesText::tr("“%1”").arg(name) : countedText(kind, count);
}

Result<Change> moveOne(const Record &record, State to, const QString &reason, const Context &context)
{
    if (record.kind == ResourceKind::SalesLead && to == State::Accepted)
        return acceptLead(record, reason, context.surroundings);
    const Result<QJsonObject> patch =
        movePatch(record, to, {reason, context.session.user.name}, context.surroundings);
    if (!patch)
        return tl::unexpected(patch.error());
    return Change{{}, {{Edit::Op::Update, record.kind, record.localId, *patch}}};
}

QString moveTitle(const QVector<Record> &records, State to)
{
    const Record &first = records.first();
    const QString word = moveWord(first.kind, {stateOf(first.kind, first.local).value_or(to), to});
    return RecordChangesText::tr("%1: %2").arg(
        word, subject(first.kind, records.size(), nameOf(first.kind, first.local)));
}

} // namespace

Result<Change> chooseForAll(ResourceKind kind, const QVector<ListRow> &rows, Field field, const QString &value)
{
    Change change;
    QString name;
    for (const ListRow &row : rows) {
        if (row.summary.text(field) == value)
            continue;
        name = row.summary.text(Field::Name);
        change.edits.append({Edit::Op::Update, kind, row.localId, {{QString(fieldName(field)), value}}});
    }
    if (change.edits.isEmpty())
        return notAllowed(RecordChangesText::tr("Nothing to change: it is so already."));
    const QString what = subject(kind, change.edits.size(), name);
    change.title = field == Field::Rating
        ? RecordChangesText::tr("Rate %1 %2").arg(what, choiceText(value).toLower())
        : RecordChangesText::tr("Set the priority of %1 to %2").arg(what, choiceText(value).toLower());
    return change;
}

QVector<State> commonMoves(ResourceKind kind, const QVector<ListRow> &rows)
{
    const Lifecycle &lifecycle = resourceType(kind).lifecycle;
    QVector<State> common;
    for (State to : lifecycle.states()) {
        const auto mayMove = [&](const ListRow &row) {
            const auto from = stateFromText(row.summary.text(Field::Status));
            return from && lifecycle.allows(*from, to);
        };
        if (!rows.isEmpty() && std::ranges::all_of(rows, mayMove))
            common.append(to);
    }
    return common;
}

Result<Change> moveAll(const QVector<Record> &records, State to, const QString &reason, const Context &context)
{
    if (records.isEmpty())
        return notAllowed(RecordChangesText::tr("The documents are not there any more."));
    Change all{moveTitle(records, to), {}};
    for (const Record &record : records) {
        const Result<Change> one = moveOne(record, to, reason, context);
        if (!one)
            return one;
        all.edits += one->edits;
    }
    return all;
}

Result<Change> claimAll(const QVector<Record> &records, const Session &session)
{
    Change all;
    QString name;
    Result<Change> one = notAllowed(RecordChangesText::tr("The documents are not there any more."));
    for (const Record &record : records) {
        one = claim(record, session.user, session.ownerRole);
        if (!one)
            continue; // someone has it: the free ones are meant
        all.edits += one->edits;
        name = nameOf(record.kind, record.local);
    }
    if (all.edits.isEmpty())
        return one;
    all.title =
        RecordChangesText::tr("Claim %1").arg(subject(all.edits.first().kind, all.edits.size(), name));
    return all;
}

Change deleteAll(ResourceKind kind, const QVector<ListRow> &rows)
{
    Change change;
    for (const ListRow &row : rows)
        change.edits.append({Edit::Op::Delete, kind, row.localId, {}});
    const QString name = rows.isEmpty() ? QString() : rows.first().summary.text(Field::Name);
    change.title = RecordChangesText::tr("Delete %1").arg(subject(kind, rows.size(), name));
    return change;
}

} // namespace salesbench
