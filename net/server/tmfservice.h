// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "net/server/cors.h"
#include "net/server/hub.h"
#include "net/server/postman.h"
#include "net/server/ratelimit.h"
#include "net/server/readers.h"
#include "net/server/resourcewriting.h"
#include "net/server/routes.h"
#include "net/server/tmfquery.h"

#include <QThreadPool>

namespace salesbench {

/// Answers TMF699 and TMF648 requests from a database: who asks, for what, may they, and the answer.
class TmfService {
public:
    struct Options {
        ServerUsers users;
        QString ownerRole = DefaultOwnerRole;
        Surroundings surroundings;
        CallbackRules callbacks = {};
        EventLimits events = {};
        QByteArrayList corsOrigins = {};
        int rateLimit = 0; ///< requests a second and user; 0 = without limit
        qint64 maxPage = TmfQuery::MaximumLimit;
        std::chrono::milliseconds longest{30'000}; ///< that reading for one answer may take
        std::function<int()> connections; ///< how many are open
    };
    /// What it works with; all of it outlives the service.
    struct Parts {
        Readers &readers;
        WriteQueue &writes;
        Postman &postman;
        Telemetry &telemetry;
    };

    TmfService(Options options, const Parts &parts);

    /// From any thread; @p reply may come from another one.
    void handle(const HttpRequest &request, const HttpReply &reply);

private:
    /// To whoever asks, signed in or not. Nothing where that does not suffice.
    std::optional<HttpResponse> answerToAnybody(const Route &route, const HttpRequest &request) const;
    ApiResult<ServerUser> userOf(const HttpRequest &request) const;
    void serve(const Route &route, const ServerUser &user, const HttpRequest &request,
               const HttpReply &reply);
    void serveBatch(const HttpRequest &request, const HttpReply &reply);
    void serveResource(const Route &route, const ServerUser &user, const HttpRequest &request,
                       const HttpReply &reply);
    void serveList(const ServedResource &resource, const ServerUser &user, const HttpRequest &request,
                   const HttpReply &reply);
    void serveHub(const Route &route, const ServerUser &user, const HttpRequest &request,
                  const HttpReply &reply);
    void write(const Route &route, const ServerUser &user, const HttpRequest &request,
               const HttpReply &reply);
    void add(const ApiResult<WriteQueue::Work> &work, const HttpReply &reply);
    HttpResponse read(const std::function<ApiResult<HttpResponse>(Database &)> &work,
                      std::chrono::steady_clock::time_point asked = std::chrono::steady_clock::now());
    ApiResult<HttpResponse> readMetrics(Database &database) const;

    Options m_options;
    Parts m_parts;
    ApiDescription m_description;
    EventRecorder m_events;
    Cors m_cors;
    RateLimit m_rate;
    QThreadPool m_lists; ///< a long list must not hold up the transport's threads
    QThreadPool m_searches; ///< and one that looks into every document not the other lists
};

} // namespace salesbench
