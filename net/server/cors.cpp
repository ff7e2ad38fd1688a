// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/cors.h"

namespace salesbench {

namespace {

const QVector<HttpHeader> &preflightHeaders()
{
    static const QVector<HttpHeader> headers{
        {"Access-Control-Allow-Methods", "GET, HEAD, POST, PATCH, DELETE"},
        {"Access-Control-Allow-Headers",
         "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key"},
        {"Access-Control-Max-Age", "600"}};
    return headers;
}

} // namespace

HttpReply Cors::allowing(const HttpRequest &request, HttpReply reply) const
{
    if (m_origins.isEmpty())
        return reply;
    const QByteArray origin = request.header("Origin");
    const bool allowed = m_origins.contains(origin);
    const bool preflight =
        request.method == "OPTIONS" && !request.header("Access-Control-Request-Method").isNull();
    return [origin, allowed, preflight, reply = std::move(reply)](HttpResponse response) {
        response.headers.append(HttpHeader{"Vary", "Origin"});
        if (allowed) {
            response.headers.append(HttpHeader{"Access-Control-Allow-Origin", origin});
            response.headers.append(
                HttpHeader{"Access-Control-Expose-Headers",
                           "ETag, Link, Location, Retry-After, X-Result-Count, X-Total-Count, "
                           "Idempotency-Replayed"});
        }
        if (allowed && preflight)
            response.headers += preflightHeaders();
        reply(std::move(response));
    };
}

} // namespace salesbench
