// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/batch.h"

#include "net/http/httppipeline.h"
#include "net/server/preconditions.h"
#include "net/server/routes.h"

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// What a part must not say otherwise than the batch: who asks, and whom.
bool isOfTheBatch(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "authorization" || lower == "host";
}

HttpRequest completed(HttpRequest part, const HttpRequest &batch)
{
    part.scheme = batch.scheme;
    part.headers.removeIf([](const HttpHeader &header) { return isOfTheBatch(header.name); });
    for (const HttpHeader &header : batch.headers) {
        if (isOfTheBatch(header.name))
            part.headers.append(header);
    }
    return part;
}

bool hasAnswerOfItsOwn(const HttpRequest &part)
{
    static const QByteArrayList methods{"GET", "POST", "PATCH", "DELETE"};
    return methods.contains(part.method);
}

/// Answers as they come, from any thread.
struct Collection {
    Collection(qsizetype size, HttpReply reply)
        : answers(size)
        , missing(size)
        , reply(std::move(reply))
    {
    }

    void put(HttpResponse &place, HttpResponse &&answer)
    {
        place = std::move(answer);
        if (--missing == 0)
            reply({.status = 200,
                   .headers = {{"Content-Type", ResponsesType}},
                   .body = toPipeline(std::as_const(answers))});
    }

    QVector<HttpResponse> answers;
    std::atomic<qsizetype> missing;
    HttpReply reply;
};

} // namespace

ApiResult<QVector<HttpRequest>> requestsOf(const HttpRequest &batch)
{
    if (mediaTypeOf(batch.header("Content-Type")) != "application/http")
        return refused(415, u"This media type is not for a batch"_s,
                       u"A batch is of the media type %1."_s.arg(QLatin1StringView(RequestsType)));
    std::optional<QVector<HttpRequest>> parts = requestsIn(batch.body);
    if (!parts || parts->isEmpty())
        return refused(400, u"This is no batch"_s, u"A batch consists of whole HTTP/1.1 requests."_s);
    if (static_cast<size_t>(parts->size()) > MostInPipeline)
        return refused(413, u"The batch is too long"_s,
                       u"A batch has at most %1 requests."_s.arg(MostInPipeline));
    for (HttpRequest &part : *parts) {
        if (!hasAnswerOfItsOwn(part) || routeOf(part.path).target == Route::Target::Batch)
            return refused(400, u"This request is not for a batch"_s,
                           u"A batch has GET, POST, PATCH and DELETE of other paths than its own."_s);
        part = completed(std::move(part), batch);
    }
    return *parts;
}

void answerTogether(const QVector<HttpRequest> &requests,
                    const std::function<void(const HttpRequest &, const HttpReply &)> &handle,
                    const HttpReply &reply)
{
    const auto collection = std::make_shared<Collection>(requests.size(), reply);
    HttpResponse *place = collection->answers.data();
    for (const HttpRequest &request : requests) {
        handle(request,
               [collection, place](HttpResponse answer) { collection->put(*place, std::move(answer)); });
        ++place;
    }
}

} // namespace salesbench
