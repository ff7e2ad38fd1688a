// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace salesbench {

/// Why @p text is no e-mail address, in a sentence; empty when it is one. Only what is surely wrong is refused.
QString emailObjection(const QString &text);

/// The same for a phone number in any country's way of writing.
QString phoneObjection(const QString &text);

} // namespace salesbench
