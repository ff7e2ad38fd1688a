// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/attributechange.h"

#include <QSet>
#include <QStringList>

namespace salesbench {

/// RFC 7396. Members of @p patch that are null remove; lists are replaced whole.
QJsonObject mergePatch(const QJsonObject &target, const QJsonObject &patch);

/// The smallest RFC 7396 patch that turns @p from into @p to.
QJsonObject diffPatch(const QJsonObject &from, const QJsonObject &to);

/// The names of changesBetween().
QSet<QString> changedAttributes(const QJsonObject &from, const QJsonObject &to);
/// Of these, what people may change: not what a server sets by itself.
QSet<QString> editedAttributes(const QJsonObject &from, const QJsonObject &to);

/// What of the changes made here is to be put into the server's document.
struct LocalChanges {
    AttributeChanges changes; ///< from what the server has, by value
    QStringList conflicts; ///< first-level attributes changed on both sides to different values; changes has
                           ///< the local one there, in a list only for the elements in question
};

/// Attribute by attribute: local = base takes remote, remote = base keeps local, equal is nothing, else a
/// conflict. Lists merge by key (note: id, else text and date; relatedParty: role and id;
/// prospectContact: mediumType and value; quoteItem: id). status and statusChangeReason are one unit, and so
/// is a Money. Attributes that a server owns (href, dates of state) always come from remote.
LocalChanges localChanges(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote);

/// What a three-way merge came to.
struct MergeResult {
    QJsonObject merged; ///< remote with all of localChanges(), and the local id where it has none
    QStringList conflicts;
};
MergeResult mergeThreeWays(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote);

} // namespace salesbench
