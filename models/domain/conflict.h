// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

namespace salesbench {

/// One thing that differs between the sides of a conflict, as merge.h divides a document: an attribute, a
/// state together with its reason, or one element of a list whose elements have names.
struct ConflictPart {
    enum class Verdict {
        Mine,   ///< changed here alone: stays
        Theirs, ///< changed on the server alone: is taken
        Same,   ///< the same change on both sides
        Open,   ///< a person decides
    };
    Verdict verdict = Verdict::Open;
    QString attribute; ///< first-level; for a state with its reason, the state's
    bool isElement = false; ///< of the attribute's list, the one named `key`
    QString key;
    bool withReason = false; ///< the values are objects that hold the state and statusChangeReason
    bool canBeMine = true;   ///< false where no way of the lifecycle leads from their state to mine
    QJsonValue base;   ///< Undefined where there is none, as in the other two
    QJsonValue mine;
    QJsonValue theirs;

    /// What stands without anybody's choice; mine while it is open.
    const QJsonValue &settled() const { return verdict == Verdict::Theirs ? theirs : mine; }
};

/// The parts of the document that differ, open ones first. What only the server sets is none of them, and no
/// total that follows from lines. For a document that is deleted here: what the server changed since.
QVector<ConflictPart> conflictParts(const Record &record);

/// The document that comes of it: every part by its verdict, open ones by @p chosen, which holds a value for
/// each part of @p parts (it counts for open ones only). A quote is added up anew where its lines are not the
/// server's.
QJsonObject settledDocument(const Record &record, const QVector<ConflictPart> &parts,
                            const QVector<QJsonValue> &chosen);

/// The server deleted it while there were changes here.
bool isGoneThere(const Record &record);

} // namespace salesbench
