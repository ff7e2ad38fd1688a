// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"
#include "models/domain/surroundings.h"
#include "models/domain/workspace.h"
#include "models/domain/workspacestatus.h"

class QWidget;

namespace salesbench {

/// Every modal question, behind an interface so that tests never block.
class Dialogs {
public:
    virtual ~Dialogs() = default;
    /// Yes or no; @p action is the label of the button that says yes.
    virtual bool confirm(QWidget *parent, const QString &title, const QString &text, const QString &action) = 0;
    /// A whole sentence that the user has to see before going on.
    virtual void tell(QWidget *parent, const QString &title, const QString &text) = 0;
};

/// What every page of the workbench works with. Made once in app/, outlives every window.
struct Context {
    WorkspaceQueries &queries;
    WorkspaceEdits &edits;
    WorkspaceStatus &status;
    Dialogs &dialogs;
    Session session;
    Surroundings surroundings;
};

} // namespace salesbench
