// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QSet>
#include <QStringList>

namespace salesbench {

/// RFC 7396. Members of @p patch that are null remove; lists are replaced whole.
QJsonObject mergePatch(const QJsonObject &target, const QJsonObject &patch);

/// The smallest RFC 7396 patch that turns @p from into @p to.
QJsonObject diffPatch(const QJsonObject &from, const QJsonObject &to);
/// The same where it is known that they differ under no other than @p names.
QJsonObject diffPatch(const QJsonObject &from, const QJsonObject &to, const QStringList &names);

/// First-level attributes whose values differ. Numbers compare by value.
QSet<QString> changedAttributes(const QJsonObject &from, const QJsonObject &to);

/// What a three-way merge came to.
struct MergeResult {
    QJsonObject merged;       ///< remote, with every local change that does not conflict put in
    QStringList conflicts;    ///< first-level attributes changed on both sides to different values; merged has the local value there
    QStringList takenRemote;  ///< changed on the server alone
    QStringList keptLocal;    ///< changed here alone
    QStringList put;          ///< under no other name does merged differ from remote
};

/// Attribute by attribute: local = base takes remote, remote = base keeps local, equal is nothing, else a
/// conflict. Lists merge by key (note: id, else text and date; relatedParty: role and id;
/// prospectContact: mediumType and value; quoteItem: id). status and statusChangeReason are one unit, and so
/// is a Money. Attributes that a server owns (href, dates of state) always come from remote.
MergeResult mergeThreeWays(const QJsonObject &base, const QJsonObject &local, const QJsonObject &remote);

} // namespace salesbench
