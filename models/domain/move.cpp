// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/move.h"

#include "models/domain/parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct MoveText {
    Q_DECLARE_TR_FUNCTIONS(Move)
};

bool isLegal(const Record &record, State to)
{
    const ResourceType &type = resourceType(record.kind);
    const std::optional<State> from = stateFromText(json::toText(record.local.value(type.stateAttribute)));
    return from && !record.deleted && type.lifecycle.allows(*from, to);
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
    if (!isLegal(record, to))
        return notAllowed(MoveText::tr("This status cannot follow the one that the document has."));
    if (needsReason(to) && reason.text.isEmpty())
        return badInput(MoveText::tr("Write the reason first."));
    QJsonObject patch{{resourceType(record.kind).stateAttribute, QString(toText(to))}};
    if (record.kind != ResourceKind::Quote)
        patch.insert("statusChangeReason"_L1, reason.text.isEmpty() ? QJsonValue() : QJsonValue(reason.text));
    else if (!reason.text.isEmpty())
        patch.insert("note"_L1, withNote(record.local, reason, surroundings));
    return patch;
}

} // namespace salesbench
