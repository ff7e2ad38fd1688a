// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <QDateTime>

#include <optional>

namespace salesbench {

/// The first answer to a request that carried an Idempotency-Key.
struct ServerAnswer {
    QByteArray request; ///< digest of the body
    int status = 0;
    QByteArray headers; ///< lines "Name: value"
    QByteArray body;
};

// Over a Database with ServerDocuments::migrations(). A key means something within its scope only.

Result<std::optional<ServerAnswer>> findAnswer(Database &database, const QString &scope, const QString &key);

/// Inside the transaction that did what the answer tells.
Result<void> keepAnswer(Database &database, const QString &scope, const QString &key,
                        const ServerAnswer &answer, const QDateTime &now);

Result<void> forgetAnswersBefore(Database &database, const QDateTime &time);

} // namespace salesbench
