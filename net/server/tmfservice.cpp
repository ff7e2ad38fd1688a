// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/tmfservice.h"

#include "net/server/preconditions.h"
#include "net/server/resourcereading.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

HttpResponse allowed(int status, const QByteArrayList &methods)
{
    return {.status = status, .headers = {{"Allow", methods.join(", ")}}, .body = {}};
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

HttpResponse healthy()
{
    return {.status = 200, .headers = {{"Content-Type", JsonType}}, .body = R"({"status":"pass"})"};
}

} // namespace

TmfService::TmfService(Options options, Readers &readers, WriteQueue &writes)
    : m_options(std::move(options))
    , m_readers(readers)
    , m_writes(writes)
{
    for (QThreadPool *pool : {&m_lists, &m_searches}) {
        pool->setMaxThreadCount(2);
        pool->setExpiryTimeout(-1); // their connections stay open
    }
}

void TmfService::handle(const HttpRequest &request, const HttpReply &reply)
{
    const Route route = routeOf(request.path);
    const QByteArrayList methods = methodsOf(route.target);
    if (route.target == Route::Target::Nothing)
        return reply(notFound(request));
    if (request.method == "OPTIONS")
        return reply(allowed(204, methods));
    if (!methods.contains(request.method))
        return reply(methodNotAllowed(request, methods));
    if (route.target == Route::Target::Health)
        return reply(healthy());
    if (route.target == Route::Target::Description)
        return reply({.status = 200, .headers = {{"Content-Type", JsonType}}, .body = m_description.json()});
    const ApiResult<ServerUser> user = userOf(request);
    if (!user)
        return reply(toResponse(user.error()));
    if (const ApiResult<void> accepted = checkAccept(request); !accepted)
        return reply(toResponse(accepted.error()));
    serveResource(route, *user, request, reply);
}

ApiResult<ServerUser> TmfService::userOf(const HttpRequest &request) const
{
    if (m_options.noAuth)
        return ServerUser{.name = {}, .partyId = {}, .role = Role::Supervisor, .tokenSha256 = {}};
    const QByteArray authorization = request.header("Authorization");
    if (const auto user = salesbench::userOf(m_options.users, authorization))
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
    const ApiResult<ListWork> work = prepareList(m_description.schemas(), resource, user, request);
    if (!work)
        return reply(toResponse(work.error()));
    (work->plan.isQuick() ? m_lists : m_searches).start([this, work = *work, request, reply] {
        reply(read([&](Database &database) { return readList(database, work, request); }));
    });
}

HttpResponse TmfService::read(const std::function<ApiResult<HttpResponse>(Database &)> &work)
{
    const Result<Database *> database = m_readers.here();
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
                               .surroundings = m_options.surroundings};
    const auto prepare = request.method == "POST" ? prepareCreate
        : request.method == "PATCH"               ? preparePatch
                                                  : prepareDelete;
    const ApiResult<WriteQueue::Work> work = prepare(context, request);
    if (!work)
        return reply(toResponse(work.error()));
    m_writes.add(*work, reply);
}

} // namespace salesbench
