// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/telemetry.h"

namespace salesbench {

namespace {

/// Of a path: a client can send one as long as the limit of headers.
constexpr qsizetype LongestPath = 256;

} // namespace

HttpReply Telemetry::observed(const HttpRequest &request, const QString &user,
                              std::chrono::steady_clock::time_point begun, HttpReply reply)
{
    return [this, method = request.method, path = request.path.left(LongestPath), user, begun,
            reply = std::move(reply)](HttpResponse response) {
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
        metrics.countRequest(method, response.status, taken.count());
        LogLine line("request");
        line.add("method", method)
            .add("path", QString::fromUtf8(path))
            .add("status", qint64(response.status));
        line.add("bytes", qint64(response.body.size())).addMilliseconds("ms", taken.count() * 1000);
        if (!user.isEmpty())
            line.add("user", user);
        if (!response.cause.isEmpty())
            line.add("cause", response.cause);
        log->write(line);
        reply(std::move(response));
    };
}

HttpResponse Telemetry::refusal(HttpResponse response)
{
    metrics.countRequest({}, response.status, 0);
    log->write(
        LogLine("request").add("status", qint64(response.status)).add("bytes", qint64(response.body.size())));
    return response;
}

} // namespace salesbench
