// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/tmfservice.h"

#include "net/server/batch.h"
#include "net/server/preconditions.h"
#include "net/server/resourcereading.h"
#include "net/server/resourcewriting.h"

#include <QUrl>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

HttpResponse options(const QByteArrayList &methods)
{
    HttpResponse response{.status = 204, .headers = {{"Allow", methods.join(", ")}}, .body = {}};
    if (methods.contains("PATCH"))
        response.headers.append({"Accept-Patch", patchTypes().join(", ")}); // RFC 5789 §3.1
    return response;
}

HttpResponse methodNotAllowed(const HttpRequest &request, const QByteArrayList &methods)
{
    return toResponse({.status = 405,
                       .reason = u"This method is not for this path"_s,
                       .message = u"%1 is not allowed here."_s.arg(QString::fromLatin1(request.method)),
                       .headers = {{"Allow", methods.join(", ")}}});
}

HttpResponse notFound(const HttpRequest &request)
{
    const QString path = QString::fromUtf8(QByteArray::fromPercentEncoding(request.path));
    return toResponse({.status = 404,
                       .reason = u"There is nothing here"_s,
                       .message = u"No resource has the path %1."_s.arg(path)});
}

HttpResponse tooMany(int seconds)
{
    return toResponse(
        {.status = 429,
         .reason = u"Too many requests"_s,
         .message = u"This token asks more often than it may. Try again after %1 s."_s.arg(seconds),
         .headers = {{"Retry-After", QByteArray::number(seconds)}}});
}

HttpResponse healthy()
{
    return {.status = 200, .headers = {{"Content-Type", JsonType}}, .body = R"({"status":"pass"})"};
}

/// The calling thread leaves the processors to others. Linux keeps a niceness for each thread.
void standBack()
{
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 10);
}

} // namespace

TmfService::TmfService(Options options, const Parts &parts)
    : m_options(std::move(options))
    , m_parts(parts)
    , m_events(m_options.users, m_options.ownerRole, m_options.events.backlog, m_options.surroundings)
    , m_cors(m_options.corsOrigins)
    , m_rate(m_options.rateLimit)
{
    for (QThreadPool *pool : {&m_lists, &m_searches}) {
        pool->setMaxThreadCount(2);
        pool->setExpiryTimeout(-1); // their connections stay open
    }
}

void TmfService::handle(const HttpRequest &request, const HttpReply &reply)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto observed = [&](const QString &user) {
        return m_parts.telemetry.observed(request, user, begun, m_cors.allowing(request, reply));
    };
    const Route route = routeOf(request.path);
    if (const auto response = answerToAnybody(route, request))
        return observed({})(*response);
    const ApiResult<ServerUser> user = userOf(request);
    if (!user)
        return observed({})(toResponse(user.error()));
    if (const int seconds = m_rate.secondsToWait(user->name, begun))
        return observed(user->name)(tooMany(seconds));
    serve(route, *user, request, observed(user->name));
}

std::optional<HttpResponse> TmfService::answerToAnybody(const Route &route, const HttpRequest &request) const
{
    const QByteArrayList &methods = methodsOf(route.target);
    if (route.target == Route::Target::Nothing)
        return notFound(request);
    if (request.method == "OPTIONS")
        return options(methods);
    if (!methods.contains(request.method))
        return methodNotAllowed(request, methods);
    if (route.target == Route::Target::Health)
        return healthy();
    if (route.target == Route::Target::Description)
        return HttpResponse{
            .status = 200, .headers = {{"Content-Type", JsonType}}, .body = m_description.json()};
    return {};
}

ApiResult<ServerUser> TmfService::userOf(const HttpRequest &request) const
{
    if (const auto everybody = m_options.users.named({}))
        return *everybody;
    const QByteArray authorization = request.header("Authorization");
    if (const auto user = salesbench::userOf(m_options.users.known, authorization))
        return *user;
    const QByteArray challenge = authorization.isEmpty()
        ? R"(Bearer realm="salesbench")"
        : R"(Bearer realm="salesbench", error="invalid_token")";
    return tl::unexpected(
        ApiError{.status = 401,
                 .reason = u"Please sign in"_s,
                 .message = u"Authorization must carry a bearer token that this server knows."_s,
                 .headers = {{"WWW-Authenticate", challenge}}});
}

void TmfService::serve(const Route &route, const ServerUser &user, const HttpRequest &request,
                       const HttpReply &reply)
{
    if (route.target == Route::Target::Metrics)
        return reply(read([this](Database &database) { return readMetrics(database); }));
    if (route.target == Route::Target::Batch)
        return serveBatch(request, reply);
    if (const ApiResult<void> accepted = checkAccept(request); !accepted)
        return reply(toResponse(accepted.error()));
    if (route.resource)
        serveResource(route, user, request, reply);
    else
        serveHub(route, user, request, reply);
}

void TmfService::serveBatch(const HttpRequest &request, const HttpReply &reply)
{
    const ApiResult<QVector<HttpRequest>> parts = requestsOf(request);
    if (!parts)
        return reply(toResponse(parts.error()));
    answerTogether(
        *parts, [this](const HttpRequest &part, const HttpReply &answer) { handle(part, answer); }, reply);
}

ApiResult<HttpResponse> TmfService::readMetrics(Database &database) const
{
    const Result<EventTotals> events = ServerEvents(database).totals();
    if (!events)
        return tl::unexpected(toApiError(events.error()));
    const ServerMetrics::Gauges gauges{.connections = m_options.connections(),
                                       .subscriptions = events->subscriptions,
                                       .pending = events->pending,
                                       .dropped = events->dropped,
                                       .lostLogLines = m_parts.telemetry.log->lost()};
    return HttpResponse{.status = 200,
                        .headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}},
                        .body = m_parts.telemetry.metrics.text(gauges)};
}

void TmfService::serveResource(const Route &route, const ServerUser &user, const HttpRequest &request,
                               const HttpReply &reply)
{
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads) {
        write(route, user, request, reply);
    } else if (route.target == Route::Target::Document) {
        reply(read([&](Database &database) {
            return readDocument(database, *route.resource, route.id, user, request);
        }));
    } else {
        serveList(*route.resource, user, request, reply);
    }
}

void TmfService::serveList(const ServedResource &resource, const ServerUser &user, const HttpRequest &request,
                           const HttpReply &reply)
{
    ApiResult<ListWork> work =
        prepareList(m_description.schemas(), resource, user, request, m_options.maxPage);
    if (!work)
        return reply(toResponse(work.error()));
    work->plan.isWanted = [&readers = m_parts.readers] {
        return readers.isWanted();
    };
    const auto asked = std::chrono::steady_clock::now();
    const bool isQuick = work->plan.isQuick();
    (isQuick ? m_lists : m_searches).start([this, work = *work, request, reply, asked, isQuick] {
        if (!isQuick)
            standBack();
        reply(read([&](Database &database) { return readList(database, work, request); }, asked));
    });
}

HttpResponse TmfService::read(const std::function<ApiResult<HttpResponse>(Database &)> &work,
                              std::chrono::steady_clock::time_point asked)
{
    const Result<Database *> database = m_parts.readers.here(asked + m_options.longest);
    const ApiResult<HttpResponse> result =
        database ? work(**database) : tl::unexpected(toApiError(database.error()));
    return result ? *result : toResponse(result.error());
}

void TmfService::write(const Route &route, const ServerUser &user, const HttpRequest &request,
                       const HttpReply &reply)
{
    const WriteContext context{.resource = *route.resource,
                               .description = m_description,
                               .id = route.id,
                               .user = user,
                               .ownerRole = m_options.ownerRole,
                               .surroundings = m_options.surroundings,
                               .events = m_events};
    const auto prepare = request.method == "POST" ? prepareCreate
        : request.method == "PATCH"               ? preparePatch
                                                  : prepareDelete;
    add(prepare(context, request), reply);
}

void TmfService::serveHub(const Route &route, const ServerUser &user, const HttpRequest &request,
                          const HttpReply &reply)
{
    const HubContext context{.basePath = route.basePath,
                             .id = route.id,
                             .user = user,
                             .description = m_description,
                             .callbacks = m_options.callbacks,
                             .limits = m_options.events,
                             .surroundings = m_options.surroundings};
    if (request.method == "POST")
        add(prepareSubscription(context, request), reply);
    else if (request.method == "DELETE")
        add(prepareUnsubscription(context), reply);
    else
        reply(read([&](Database &database) { return readHub(database, context); }));
}

void TmfService::add(const ApiResult<WriteQueue::Work> &work, const HttpReply &reply)
{
    if (!work)
        return reply(toResponse(work.error()));
    m_parts.writes.add(*work, [this, reply](HttpResponse response) {
        if (m_events.takeNews())
            m_parts.postman.wake();
        reply(std::move(response));
    });
}

} // namespace salesbench
