// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

#include <QJsonObject>
#include <QStringList>


namespace salesbench {

// What is to be sent, decided from documents alone. References in `local` are the server's already.

/// What a server's document and the workspace's come to.
struct UpdatePlan {
    enum class Action {
        Nothing, ///< the server has all of it
        Send, ///< patch, in RFC 7396
        Conflict, ///< both sides changed `attributes`
        Illegal, ///< the lifecycle has no way from the server's state to ours
    };
    Action action = Action::Nothing;
    QJsonObject patch;
    QStringList attributes;
    QString step; ///< the patch moves only this far: our state lies more than one move ahead; else empty
};

/// @p afterSilence: an earlier attempt got no answer. A state between @p base's and @p local's is then what
/// that attempt left behind, and no conflict.
UpdatePlan planUpdate(ResourceKind kind, const QJsonObject &base, const QJsonObject &local,
                      const QJsonObject &remote, bool afterSilence = false);

/// What a POST carries: @p local without what only the server sets, the state among it. A reason for a
/// state beyond the first follows with the move.
QJsonObject creationBody(ResourceKind kind, const QJsonObject &local);

/// True when the server's document is another one than the user saw at deleting it.
bool changedSince(const QJsonObject &base, const QJsonObject &remote);

/// @p document as if it had its state (where it has one) at @p state and no reason for it yet.
QJsonObject withState(ResourceKind kind, QJsonObject document, const QString &state);

} // namespace salesbench
