// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace salesbench {

struct Theme;

/// The application's style sheet in the colours of @p theme. A widget chooses a look by the dynamic property
/// "look": on a QPushButton "primary", "danger" or "flat"; on a QLabel "title", "section", "muted", "secondary"
/// or "error"; on a QFrame "panel", "card" or "hairline"; on an input "error" after a problem with its value.
QString styleSheet(const Theme &theme);

} // namespace salesbench
