// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace salesbench {

/// How a server keeps one person's change from overwriting another's unseen, the weakest first.
enum class WriteGuard {
    None, ///< not at all: only by looking just before
    Tests, ///< a patch that tests what it replaces (RFC 6902 §4.6)
    Versions, ///< ETag and If-Match (RFC 9110 §13.1.1)
};

} // namespace salesbench
