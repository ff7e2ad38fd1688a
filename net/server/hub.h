// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "models/store/serverevents.h"
#include "net/server/apidescription.h"
#include "net/server/callbackrules.h"
#include "net/server/eventlimits.h"
#include "net/server/serveruser.h"
#include "net/server/writequeue.h"

namespace salesbench {

/// Who asks the hub of which API. One sees and deletes only one's own subscriptions.
struct HubContext {
    QString basePath;
    QString id; ///< empty for the hub as a whole
    ServerUser user;
    const ApiDescription &description;
    CallbackRules callbacks;
    EventLimits limits;
    Surroundings surroundings;
};

/// POST: 201 with Location; 400 (the callback or the query is wrong), 409 (the same one is there already, or
/// too many are), 415.
ApiResult<WriteQueue::Work> prepareSubscription(const HubContext &context, const HttpRequest &request);

/// DELETE: 204, 404.
WriteQueue::Work prepareUnsubscription(const HubContext &context);

/// GET: the list, or the one that is asked for; 200, 404.
ApiResult<HttpResponse> readHub(Database &database, const HubContext &context);

} // namespace salesbench
