// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpmessage.h"
#include "net/server/apierror.h"

namespace salesbench {

/// The requests of which @p batch consists. Who asks, and how it came here, is the batch's in each.
ApiResult<QVector<HttpRequest>> requestsOf(const HttpRequest &batch);

/// Has @p handle answer each of @p requests, independent of one another, and gives all answers to @p reply in
/// the order of the requests.
void answerTogether(const QVector<HttpRequest> &requests,
                    const std::function<void(const HttpRequest &, const HttpReply &)> &handle,
                    const HttpReply &reply);

} // namespace salesbench
