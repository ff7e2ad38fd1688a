// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace salesbench {

/// Milliseconds since 1970 of a date-time, or of a date alone, which is its midnight. Without a zone it is
/// UTC. A plus that a query turned into a space counts as one. Nothing where @p text is neither.
std::optional<qint64> instantOf(const QString &text);

/// As this server writes a date-time. What it wrote itself sorts and compares as text.
QString instantText(qint64 instant);

} // namespace salesbench
