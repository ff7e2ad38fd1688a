// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httppipeline.h"

#include "net/http/httplimits.h"
#include "net/http/requestreader.h"
#include "net/http/responsewriter.h"

#include <boost/asio/buffer.hpp>

namespace http = boost::beast::http;

namespace salesbench {

namespace {

using ResponseParser = http::response_parser<http::string_body>;

/// The message at the beginning of @p rest, which it is cut from; false where that is none, or not whole.
template<typename Parser>
bool readOne(Parser &parser, QByteArrayView &rest)
{
    parser.eager(true);
    parser.header_limit(HttpLimits().headerBytes);
    parser.body_limit(static_cast<std::uint64_t>(rest.size()));
    boost::beast::error_code error;
    const size_t used = parser.put(boost::asio::buffer(rest.data(), static_cast<size_t>(rest.size())), error);
    rest = rest.sliced(static_cast<qsizetype>(used));
    return !error && parser.is_done();
}

} // namespace

QByteArray toPipeline(const QVector<HttpRequest> &requests)
{
    QByteArray result;
    for (const HttpRequest &request : requests) {
        result.append(request.method).append(' ').append(request.path);
        if (!request.query.isEmpty())
            result.append('?').append(request.query);
        result.append(" HTTP/1.1\r\n");
        for (const HttpHeader &header : request.headers)
            result.append(header.name).append(": ").append(header.value).append("\r\n");
        result.append("Content-Length: ").append(QByteArray::number(request.body.size()));
        result.append("\r\n\r\n").append(request.body);
    }
    return result;
}

QByteArray toPipeline(const QVector<HttpResponse> &responses)
{
    QByteArray result;
    for (const HttpResponse &response : responses)
        result.append(responseHead(response, {})).append(response.body);
    return result;
}

std::optional<QVector<HttpRequest>> requestsIn(const QByteArray &pipeline)
{
    QVector<HttpRequest> requests;
    QByteArrayView rest(pipeline);
    while (!rest.isEmpty()) {
        BeastParser parser;
        if (!readOne(parser, rest))
            return {};
        requests.append(toHttpRequest(parser.release()));
    }
    return requests;
}

QVector<HttpResponse> responsesIn(const QByteArray &pipeline)
{
    QVector<HttpResponse> responses;
    QByteArrayView rest(pipeline);
    while (!rest.isEmpty()) {
        ResponseParser parser;
        if (!readOne(parser, rest))
            break;
        responses.append(toHttpResponse(parser.release()));
    }
    return responses;
}

} // namespace salesbench
