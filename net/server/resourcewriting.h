// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "net/server/apidescription.h"
#include "net/server/eventrecorder.h"
#include "net/server/servedresource.h"
#include "net/server/serveruser.h"
#include "net/server/writequeue.h"

namespace salesbench {

/// Who writes what, by which rules.
struct WriteContext {
    const ServedResource &resource;
    const ApiDescription &description;
    QString id; ///< empty for POST
    ServerUser user;
    QString ownerRole;
    Surroundings surroundings;
    const EventRecorder &events;
};

// Each looks at the request at once, on the calling thread, and returns what remains to be done inside the
// transaction.

/// POST: 201 with Location and ETag; 400, 403, 409 (the id is taken), 415, 422 (the Idempotency-Key came with
/// another body).
ApiResult<WriteQueue::Work> prepareCreate(const WriteContext &context, const HttpRequest &request);

/// What a PATCH may be: its Content-Type.
const QByteArrayList &patchTypes();

/// PATCH, all or nothing: 200 and the whole document; 400, 403, 404, 409 (an illegal move, a failed test),
/// 412, 413, 415, 422 (a pointer that leads nowhere).
ApiResult<WriteQueue::Work> preparePatch(const WriteContext &context, const HttpRequest &request);

/// DELETE: 204; 403, 404, 412.
ApiResult<WriteQueue::Work> prepareDelete(const WriteContext &context, const HttpRequest &request);

} // namespace salesbench
