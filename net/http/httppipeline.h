// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpmessage.h"

#include <optional>

namespace salesbench {

// Several messages, one behind the other, as the body of one: "application/http" (RFC 9112 §10.2).

/// That a Salesbench server answers.
inline constexpr size_t MostInPipeline = 64;

inline constexpr char RequestsType[] = "application/http;msgtype=request";
inline constexpr char ResponsesType[] = "application/http;msgtype=response";

QByteArray toPipeline(const QVector<HttpRequest> &requests);

/// In the order of the requests that they answer.
QByteArray toPipeline(const QVector<HttpResponse> &responses);

/// Nothing where @p pipeline is anything else than whole requests, with heads within HttpLimits.
std::optional<QVector<HttpRequest>> requestsIn(const QByteArray &pipeline);

/// Those before the first that is not whole.
QVector<HttpResponse> responsesIn(const QByteArray &pipeline);

} // namespace salesbench
