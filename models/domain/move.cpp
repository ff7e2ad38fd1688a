// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/move.h"

#include "models/domain/parts.h"
#include "models/domain/words.h"

#include <QCoreApplication>

#include <deque>
#include <map>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct MoveText {
    Q_DECLARE_TR_FUNCTIONS(Move)
};

QString statusOf(const Record &record)
{
    return json::toText(record.local.value(resourceType(record.kind).stateAttribute));
}

/// Why @p record cannot move to @p to; empty where it can.
QString hindrance(const Record &record, State to)
{
    if (record.deleted)
        return MoveText::tr("It is deleted here, so its status stays as it is.");
    const std::optional<State> from = stateFromText(statusOf(record));
    if (from && resourceType(record.kind).lifecycle.allows(*from, to))
        return {};
    return illegalMoveText(record.kind, statusOf(record), toText(to));
}

QJsonArray withNote(const QJsonObject &document, const MoveReason &reason, const Surroundings &surroundings)
{
    Note note;
    note.setId(surroundings.newId());
    note.setAuthor(reason.author);
    note.setDate(surroundings.now());
    note.setText(reason.text);
    QJsonArray notes = document.value("note"_L1).toArray();
    notes.append(note.json());
    return notes;
}

} // namespace

Result<QJsonObject> movePatch(const Record &record, State to, const MoveReason &reason,
                              const Surroundings &surroundings)
{
    if (const QString why = hindrance(record, to); !why.isEmpty())
        return notAllowed(why);
    if (needsReason(to) && reason.text.isEmpty())
        return badInput(MoveText::tr("Write the reason first."));
    QJsonObject patch{{resourceType(record.kind).stateAttribute, QString(toText(to))}};
    if (record.kind != ResourceKind::Quote)
        patch.insert("statusChangeReason"_L1, reason.text.isEmpty() ? QJsonValue() : QJsonValue(reason.text));
    else if (!reason.text.isEmpty())
        patch.insert("note"_L1, withNote(record.local, reason, surroundings));
    return patch;
}

QString statusText(ResourceKind kind, const QString &value)
{
    const std::optional<State> state = stateFromText(value);
    return state ? stateWord(kind, *state) : value;
}

QString illegalMoveText(ResourceKind kind, const QString &from, const QString &to)
{
    const auto shown = [kind](const QString &value) {
        return value.isEmpty() ? MoveText::tr("no status") : statusText(kind, value);
    };
    const auto sentence = [&](const QString &text) { return text.arg(shown(from), shown(to)); };
    switch (kind) {
    case ResourceKind::SalesLead:
        return sentence(MoveText::tr("No step leads this lead from “%1” to “%2”."));
    case ResourceKind::SalesOpportunity:
        return sentence(MoveText::tr("No step leads this opportunity from “%1” to “%2”."));
    case ResourceKind::Quote:
        return sentence(MoveText::tr("No step leads this quote from “%1” to “%2”."));
    }
    return {};
}

std::vector<State> wayThrough(const Lifecycle &lifecycle, State from, State to)
{
    std::map<State, State> cameFrom;
    std::deque<State> open{from};
    while (!open.empty() && !cameFrom.contains(to)) {
        const State here = open.front();
        open.pop_front();
        for (State next : lifecycle.next(here)) {
            if (next != from && cameFrom.emplace(next, here).second)
                open.push_back(next);
        }
    }
    std::vector<State> result;
    for (State state = to; cameFrom.contains(state); state = cameFrom.at(state))
        result.insert(result.begin(), state);
    return result;
}

bool canMove(ResourceKind kind, const QJsonObject &from, const QJsonObject &to)
{
    const ResourceType &type = resourceType(kind);
    if (from.value(type.stateAttribute) == to.value(type.stateAttribute))
        return true;
    const std::optional<State> start = stateOf(kind, from);
    const std::optional<State> end = stateOf(kind, to);
    return start && end && !wayThrough(type.lifecycle, *start, *end).empty();
}

} // namespace salesbench
