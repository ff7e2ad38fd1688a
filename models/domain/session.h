// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace salesbench {

enum class Role { Representative, Supervisor, Integration };

/// "representative", "supervisor", "integration": as in the users file.
QLatin1StringView toText(Role role);

/// A person who works with leads. partyId is the id of their relatedParty entries.
struct Person {
    QString partyId;
    QString name;
    Role role = Role::Representative;
    QString title; ///< "Sales representative, India"; may be empty
    bool operator==(const Person &) const = default;
};

/// Who sits at the screen, and by which rules.
struct Session {
    Person user;
    QVector<Person> team; ///< everyone a lead can be given to, the user included
    QString ownerRole;    ///< the relatedParty role that marks the owner; a setting
    bool canAssign() const { return user.role == Role::Supervisor; }
};

/// The owner's role unless the setting says otherwise.
inline constexpr QLatin1StringView DefaultOwnerRole{"salesRepresentative"};

} // namespace salesbench
