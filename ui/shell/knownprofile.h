// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"
#include "models/domain/signinmethod.h"

#include <QDateTime>

#include <optional>

namespace salesbench {

/// What is known of a profile without opening it: how it stood when it was last left.
struct KnownProfile {
    QString folder; ///< absolute; what tells one from another
    QString server; ///< its host; empty: it has none, or it is not known
    Person user;
    std::optional<SignInMethod::Kind> signIn; ///< nothing where nobody signs in, or it is not known
    QDateTime lastUsed; ///< invalid: not known
    QDateTime lastSync; ///< invalid: never, or not known
    int pending = 0; ///< documents with changes not yet on the server
    bool isOpen = false; ///< at work now

    bool operator==(const KnownProfile &) const = default;
};

/// "sales.fjordtel.example"
QString profileTitle(const KnownProfile &profile);

/// "Mara Lindqvist, used today 13:58. 3 changes pending.", as rich text.
QString profileStory(const KnownProfile &profile, const QDate &today);

/// "Mara Lindqvist at sales.fjordtel.example", for the middle of a sentence.
QString profileName(const KnownProfile &profile);

/// "With a token"
QString signInText(SignInMethod::Kind kind);

/// "today 13:58", "7 Oct 13:58", "7 Oct 2025"
QString momentText(const QDateTime &when, const QDate &today);

} // namespace salesbench
