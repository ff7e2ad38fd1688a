// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeworkspace.h"
#include "ui/widgets/context.h"

namespace salesbench::testing {

/// Answers every question with yes, or as told, and keeps what was asked.
class FakeDialogs final : public Dialogs {
public:
    bool confirm(QWidget *, const QString &title, const QString &text, const QString &) override
    {
        asked.append(title + u": " + text);
        return answers.isEmpty() ? yes : answers.takeFirst();
    }
    void tell(QWidget *, const QString &title, const QString &text) override
    {
        told.append(title + u": " + text);
    }

    bool yes = true;
    QList<bool> answers; ///< to the first questions
    QStringList asked;
    QStringList told;
};

/// Everything that a page needs, in memory.
struct FakeDesk {
    FakeWorkspace workspace;
    WorkspaceStatus status;
    FakeDialogs dialogs;
    Session session{{QStringLiteral("p1"), QStringLiteral("Mara Lindqvist"), Role::Representative,
                     QStringLiteral("Sales representative")},
                    {{QStringLiteral("p1"), QStringLiteral("Mara Lindqvist"), Role::Representative, {}},
                     {QStringLiteral("p2"), QStringLiteral("Anil Deshmukh"), Role::Representative, {}},
                     {QStringLiteral("p3"), QStringLiteral("Tom Baker"), Role::Representative, {}}},
                    DefaultOwnerRole};

    Context context()
    {
        return {workspace.queries(), workspace.edits(), status, dialogs, session, workspace.surroundings()};
    }
};

} // namespace salesbench::testing
