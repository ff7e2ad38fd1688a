// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/serveruser.h"

namespace salesbench {

// The file of readUsers(), changed. It is written whole or not at all, and for its owner's eyes alone. A
// server that runs goes on with what it read.

/// Adds somebody and returns their token, which is kept nowhere; makes the file where it is missing.
/// BadInput: the name is taken, a representative without a party, or the file is wrong.
Result<QByteArray> addUser(const QString &file, const QString &name, Role role, const QString &partyId);

/// BadInput where nobody has that name.
Result<void> removeUser(const QString &file, const QString &name);

/// Nothing where no role is called so.
std::optional<Role> roleFromText(const QString &text);

} // namespace salesbench
