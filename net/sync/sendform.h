// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/synccontext.h"

namespace salesbench {

/// A local document made ready for a server.
struct SendForm {
    QJsonObject document; ///< references name the server's ids; those that it cannot know are left out
    QJsonObject kept; ///< the same part of the document with local ids
    bool incomplete = false; ///< a reference was left out
};

QCoro::Task<Result<SendForm>> sendForm(SyncContext &context, QJsonObject local);

} // namespace salesbench
