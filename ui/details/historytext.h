// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

namespace salesbench {

/// A line of a document's history in words: "Est. revenue 162,000 EUR → 184,000 EUR". The change's title where
/// the values say less than it does.
QString historyText(ResourceKind kind, const AuditEntry &entry);

/// The sign that stands before it, of ui/widgets/icons.h.
QString historyIcon(ResourceKind kind, const AuditEntry &entry);

/// When it was, as short as can be told apart from others: "14:26" today, "Fri 16:10" in the last six days, else
/// "7 Oct".
QString historyTime(const QDateTime &when, const QDateTime &now);

} // namespace salesbench
