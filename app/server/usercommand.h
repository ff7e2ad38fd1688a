// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/session.h"

namespace salesbench {

/// "user add", "user list" or "user remove", and with what.
struct UserCommand {
    enum class Action { Add, List, Remove };

    Action action = Action::List;
    QString name; ///< empty for List
    Role role = Role::Representative; ///< for Add
    QString partyId; ///< for Add
};

/// What is to be printed: the new token, the list, or nothing.
Result<QString> runUserCommand(const QString &file, const UserCommand &command);

} // namespace salesbench
