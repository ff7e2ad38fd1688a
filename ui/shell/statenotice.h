// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspacestatus.h"
#include "ui/shell/noticebar.h"

namespace salesbench {

/// What the window says across its top while the workspace is not in its usual state.
struct StateNotice {
    NoticeBar::Tone tone = NoticeBar::Tone::Info;
    QString text; ///< empty: all is as usual
    QString action; ///< label of the button
};

StateNotice stateNotice(const WorkspaceStatus::Snapshot &now);

} // namespace salesbench
