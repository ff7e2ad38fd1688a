// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSqlDatabase>

namespace salesbench {

/// What the outbox of a damaged workspace still holds, as far as it can be read: lines of edits as
/// `salesbench apply` reads them. New documents keep their ids, so that later lines still mean them.
QByteArray rescuedEdits(QSqlDatabase &damaged);

} // namespace salesbench
